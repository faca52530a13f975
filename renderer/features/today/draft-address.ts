import { addresses } from '#renderer/app/api/addresses.ts';

/** Tab of a file's page on which a form of this name stands. */
const tabs: Readonly<Record<string, string>> = {
  'party.add': 'parties',
  'party.amend': 'parties',
  'party.paste': 'parties',
  'agent.set': 'parties',
  'agent.end': 'parties',
  'claim.add': 'claims',
  'claim.amend': 'claims',
  'claim.grid': 'claims',
  'note.add': 'notes',
  'file.amend': 'files',
};

/** Forms that stand over a file's page; '<form>:<file>:<what else it is about>' is the key of their drafts. */
const overFile = /^(dossier|party|agent|collective|claim|clock)\./;

/** Pages from which a sheet is opened again, or on which what was typed stands. */
const places: Readonly<Record<string, (id: string, ...about: readonly string[]) => string>> = {
  'office.clock': () => addresses.today,
  'pack.export': () => addresses.settingsPart('rules'),
  'pack.propose': () => addresses.settingsPart('rules'),
  'filter.name': () => addresses.dossiers,
  'quarantine.settle': () => addresses.sync,
  'recovery.setAside': () => addresses.recovery,
  'recovery.dismiss': () => addresses.recovery,
  'import.undo': () => addresses.importFiles,
  'employer.merge': (id) => addresses.employer(id),
  'employer.split': (id) => addresses.employerTab(id, 'record'),
  'law.reason': (part, ...change) => addresses.settingsPart(`${part}/${encodeURIComponent(change.join(':'))}`),
  'request.introduction': (id) => addresses.print(id, 'introduction'),
};

/** Where the form of a draft is found again; undefined for a form this version does not have. */
export function draftAddress(key: string): string | undefined {
  const [form = '', id, ...about] = key.split(':');
  if (form === 'dossier.receive') return addresses.newDossier;
  if (form.startsWith('settings.')) {
    return addresses.settingsPart([form.slice('settings.'.length), ...(id === undefined ? [] : [id])].join('/'));
  }
  const place = places[form]?.(id ?? '', ...about);
  if (place !== undefined) return place;
  if (id === undefined) return undefined;
  if (form === 'request.new') return addresses.newRequest(id);
  if (form === 'request.letter' || form === 'request.reply')
    return `${addresses.request(id)}/${form.slice('request.'.length)}`;
  if (form.startsWith('request.')) return `${addresses.request(id)}?act=${form.slice('request.'.length)}`;
  if (form.startsWith('partner.')) return addresses.partner(id);
  const page = tabs[form] === undefined ? addresses.dossier(id) : addresses.dossierTab(id, tabs[form]);
  if (form === 'note.add' || form === 'claim.grid' || form === 'file.amend') return page;
  return overFile.test(form) ? `${page}?act=${[form, ...about].join(':')}` : undefined;
}
