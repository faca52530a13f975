import { readFileSync } from 'node:fs';

/** The text of one of the configuration templates an operator gets. */
export function template(name: string): string {
  return readFileSync(new URL(`../../../build/exchange/${name}`, import.meta.url), 'utf8');
}

/** A template with its places filled in; one that is left over, or one that is not there, fails the test. */
export function filled(name: string, values: Readonly<Record<string, string>>): string {
  let text = template(name);
  for (const [place, value] of Object.entries(values)) {
    if (!text.includes(`{{${place}}}`)) throw new Error(`${name} has no place ${place}`);
    text = text.replaceAll(`{{${place}}}`, value);
  }
  const left = withoutRemarks(text).match(/\{\{\w+\}\}/g);
  if (left) throw new Error(`${name} was not given ${left.join(' ')}`);
  return text;
}

const withoutRemarks = (text: string): string => text.replaceAll(/^\s*#.*$/gm, '');

/** One office as an operator knows it. `region` names its account; `partners` are offices of other regions. */
export type Member = {
  readonly office: string;
  readonly region: string;
  readonly publicKey: string;
  readonly partners: readonly string[];
};

/** The two lines a partner needs in the account of an office: what it may lay down here, and where ours goes. */
function partnerLines(office: string, partner: Member): readonly [string, string] {
  const text = filled('partner.conf', { office, partner: partner.office, partnerAccount: partner.region });
  const [exported, imported] = withoutRemarks(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [exported ?? '', imported ?? ''];
}

/** The accounts of some regions with all their offices, made of the templates as the guide says. */
export function accounts(members: readonly Member[]): string {
  const byName = new Map(members.map((member) => [member.office, member]));
  const regions = [...new Set(members.map(({ region }) => region))];
  return regions
    .map((region) => {
      const own = members.filter((member) => member.region === region);
      const lines = own.flatMap(({ office, partners }) =>
        partners.flatMap((name) => {
          const partner = byName.get(name);
          return partner && partner.region !== region ? [partnerLines(office, partner)] : [];
        }),
      );
      return filled('account.conf', {
        ...{ account: region, accountRoom: '16GB' },
        offices: own.map(({ office, publicKey }) => filled('office.conf', { office, publicKey })).join('\n'),
        exports: lines.map(([exported]) => exported).join('\n'),
        imports: lines.map(([, imported]) => imported).join('\n'),
      });
    })
    .join('\n');
}
