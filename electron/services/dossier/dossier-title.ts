import type { PartyRow } from '#electron/store/tables/parties.ts';

type Named = Pick<PartyRow, 'role' | 'name' | 'type'>;

const longestName = 40;

function counted(parties: readonly Named[]): string {
  if (parties.every(({ type }) => type !== 'unit')) return '人';
  return parties.every(({ type }) => type === 'unit') ? '家单位' : '方';
}

function led(parties: readonly Named[], roles: readonly string[]): string {
  const found = parties.filter((party) => roles.includes(party.role) && party.name !== '');
  const name = found[0]?.name ?? '';
  // A row of a list has no room for more; the file's own page shows the whole name.
  const short = [...name].length > longestName ? `${[...name].slice(0, longestName - 1).join('')}…` : name;
  return found.length > 1 ? `${short}等${found.length}${counted(found)}` : short;
}

/**
 * The line a file is recognised by: who asks and whom it is about, the first of each with how many they are as
 * files are called, whatever the language of the screen: 周某等12人. A reporter stands in no list (监察条例9).
 */
export function dossierTitle(parties: readonly Named[]): string {
  const asking = led(parties, ['applicant', 'complainant', 'worker']);
  const asked = led(parties, ['respondent', 'employer']);
  return (
    [asking, asked].filter((name) => name !== '').join(' — ') ||
    (parties.find(({ role }) => role !== 'reporter')?.name ?? '')
  );
}
