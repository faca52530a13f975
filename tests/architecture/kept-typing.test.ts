import { expect, test } from 'vitest';
import { readSources } from './source-files.ts';

const sources = readSources(['renderer'], /\.tsx$/);
const nameOf = (path: string): string => path.replace(/^.*\//, '');

/** Forms that keep no draft, and why. */
const withoutDraft: Readonly<Record<string, string>> = {
  'change-passphrase.tsx': 'a secret is never written down',
  'recovery-key-form.tsx': 'a secret is never written down',
  'passphrase-form.tsx': 'a secret is never written down',
  'split-recovery-key.tsx': 'a secret is never written down',
  'unlock-page.tsx': 'a secret is never written down, and the database is closed',
  'recover-page.tsx': 'a secret is never written down, and the database is closed',
  'recovery-key-page.tsx': 'a secret is never written down, and the database is closed',
  'use-written-form.tsx': 'its drafts come with the options it hands on',
};

/** What is typed into state of its own and kept by nothing, and why. */
const passing: Readonly<Record<string, string>> = {
  'palette.tsx': 'words to find something by',
  'pdf-search.tsx': 'words to find something by',
  'pdf-pages.tsx': 'text of a page that is shown',
  'live-region.tsx': 'text that is spoken',
  'masked-value.tsx': 'the reason of a look: who still wants to look says it again',
  'folder-chooser.tsx': 'a folder that is chosen',
  'courier-sheet.tsx': 'a folder that is chosen, and what the medium in it is called',
  'fingerprint-compare.tsx': 'a fingerprint that is compared',
  'slip-compare.tsx': 'a fingerprint that is compared',
};

/** The options of every call that makes a form in a text, as far as its own braces. */
function formsIn(text: string): readonly string[] {
  return [...text.matchAll(/\buse(?:Amend|Written)?Form(?:<[^(]*>)?\((?:[^(){]*, )?\{/g)].map(({ index, 0: call }) => {
    let depth = 1;
    let end = index + call.length;
    for (; depth > 0 && end < text.length; end += 1) depth += { '{': 1, '}': -1 }[text[end] ?? ''] ?? 0;
    return text.slice(index, end);
  });
}

const keepsNoDraft = (text: string): boolean => formsIn(text).some((form) => !/\bdrafts\b/.test(form));

const holdsText = (text: string): boolean => /useState(?:<string>)?\(''\)/.test(text);

test('every form keeps a draft, but for those that stand here with a reason', () => {
  const forms = sources.filter(({ text }) => formsIn(text).length > 0);
  expect(forms.length).toBeGreaterThan(30);
  const found = forms.filter(({ text }) => keepsNoDraft(text)).map(({ path }) => nameOf(path));
  expect(found.toSorted()).toEqual(Object.keys(withoutDraft).toSorted());
  expect(
    keepsNoDraft('useForm<{ a: string }>({ initial: {}, submit: async () => { run(); } }); const drafts = 1;'),
  ).toBe(true);
  expect(keepsNoDraft('useForm({ initial: {}, drafts, submit })')).toBe(false);
});

test('what is typed outside of a form is kept too, but for what stands here with a reason', () => {
  const found = sources.filter(({ text }) => holdsText(text)).map(({ path }) => nameOf(path));
  expect(found.toSorted()).toEqual(Object.keys(passing).toSorted());
  expect(holdsText("const [reason, setReason] = useState('');")).toBe(true);
});
