import { expect, test } from 'vitest';
import { draftAddress } from '#renderer/features/today/draft-address.ts';
import { draftCalls } from '#shared/contract/draft.ts';
import { readSources } from './source-files.ts';

const sources = readSources(['renderer'], /\.tsx?$/).filter(({ path }) => !path.endsWith('/use-draft-store.ts'));
const everything = sources.map(({ text }) => text).join('\n');

const id = '0190f3a1-7c2e-7b44-9d10-3f5a6b7c8d9e';
const entry = `s1:${'f'.repeat(64)}`;
const rule = 'R'.repeat(60);
const part = 'p'.repeat(64);

/** Every form with a draft by its name in the sources, and the longest thing its key names behind that. */
const forms: Readonly<Record<string, string>> = {
  'dossier.receive': '',
  'dossier.accept': id,
  'dossier.amend': id,
  'dossier.close': id,
  'dossier.correct': `${id}:${entry}`,
  'dossier.join': id,
  'dossier.link': id,
  'dossier.part': `${id}:${entry}`,
  'dossier.step': `${id}:${rule}`,
  'dossier.strikeJoining': `${id}:joining:${entry}`,
  'dossier.separate': id,
  'collective.mark': id,
  'collective.represent': id,
  'party.add': id,
  'party.amend': `${id}:${id}`,
  'party.paste': id,
  'agent.set': `${id}:${id}`,
  'agent.end': `${id}:${id}`,
  'claim.add': id,
  'claim.amend': `${id}:${id}`,
  'claim.grid': id,
  'clock.record': `${id}:${rule}:SUSPEND-BY-CONSENT:${part}`,
  'clock.start': id,
  'clock.withdraw': `${id}:${rule}:${id}:${part}`,
  'note.add': id,
  'file.amend': `${id}:${id}`,
  'request.new': id,
  'request.letter': id,
  'request.reply': id,
  'request.${act}': id,
  'partner.folder': '330108-lab.branch-office-of-a-long-name',
  'quarantine.settle': 'f'.repeat(64),
  'recovery.setAside': '330108-lab.branch-office-of-a-long-name',
  'recovery.dismiss': entry,
  'settings.office': '',
  'settings.numbering': '',
  'settings.branches': '',
  'settings.scanner': '',
  'settings.server': '',
  'settings.backup': '',
  'settings.people': id,
  'settings.rules': rule,
  'office.clock': '',
  'pack.export': '',
  'pack.propose': '',
  'filter.name': id,
  'import.undo': id,
  'employer.merge': id,
  'employer.split': id,
  'law.reason': `calendar:${entry}`,
  'request.introduction': id,
};

/** The names of forms in what the sources hand to `useDraftStore`, directly or by way of a property. */
function namesIn(text: string): readonly string[] {
  const made = /(?:draftKey\(|useDraftStore\(|draftKey: |draft=\{\{ key: )\s*['`]([a-z]+\.(?:\w+|\$\{act\}))/g;
  return [...new Set([...text.matchAll(made)].map((match) => match[1] ?? ''))];
}

const keyOf = ([name, about]: readonly [string, string]): string =>
  (about === '' ? name : `${name}:${about}`).replace('${act}', 'actOfTheLongestName');

test('the forms with a draft are these, each by a name of its own', () => {
  expect(namesIn(everything).toSorted()).toEqual(Object.keys(forms).toSorted());
  expect(namesIn("useDraftStore('a.b', t('c')), draftKey(\n 'd.e', id)")).toEqual(['a.b', 'd.e']);
  // What hands a key on that was made elsewhere is known by its file.
  const handedOn = sources.filter(({ text }) => /useDraftStore\((?!\s*(?:draftKey\(|['`]))\s*\w/.test(text));
  expect(handedOn.map(({ path }) => path.replace(/^.*\//, '')).toSorted()).toEqual([
    'letter-form.tsx',
    'party-form.tsx',
    'person-form.tsx',
  ]);
});

test('the draft of every form is taken, also under its longest key', () => {
  const { input } = draftCalls['draft.save'];
  const refused = Object.entries(forms)
    .map(keyOf)
    .filter((key) => !input.safeParse({ key, text: '{}' }).success);
  expect(refused).toEqual([]);
});

test('every draft leads back into its form', () => {
  const lost = Object.entries(forms)
    .map(keyOf)
    .filter((key) => draftAddress(key) === undefined);
  expect(lost).toEqual([]);
  expect(draftAddress(`of.another-version:${id}`)).toBeUndefined();
});

test('every form over a file opens from the address of its draft', () => {
  const sheets = sources.find(({ path }) => path.endsWith('/dossier-sheets.tsx'))?.text ?? '';
  const table = /const forms = \{([^}]*)\}/.exec(sheets)?.[1] ?? '';
  const names = [...table.matchAll(/'([\w.]+)':/g)].map((match) => match[1] ?? '');
  expect(names).toContain('dossier.accept');
  for (const name of names) {
    const key = keyOf([name, forms[name] ?? '']);
    expect(draftAddress(key), name).toMatch(new RegExp(`^#/dossiers/${id}(?:/[a-z]+)?\\?act=${name}(?::|$)`));
  }
});
