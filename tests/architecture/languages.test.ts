import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { flatten, keyUses, type Texts, unknownKeys, unusedKeys, withoutPlural } from './language-keys.ts';
import { readSources } from './source-files.ts';

const textsOf = (language: string): Texts =>
  new Map(
    readSources([`renderer/i18n/${language}`], /\.json$/).map(({ path, text }) => [
      basename(path, '.json'),
      flatten(JSON.parse(text)),
    ]),
  );

const chinese = textsOf('zh-cn');
const english = textsOf('en');
const sources = readSources(['renderer/app', 'renderer/features', 'renderer/ui'], /\.tsx?$/);
const keysOf = (texts: Texts): string[] =>
  [...texts]
    .flatMap(([namespace, keys]) => [...new Set([...keys.keys()].map((key) => `${namespace}:${withoutPlural(key)}`))])
    .sort();
const values = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, value]) => value ?? '').sort();

test('both languages hold the same keys', () => {
  expect(keysOf(english)).toEqual(keysOf(chinese));
  expect(keysOf(chinese).length).toBeGreaterThan(0);
});

test('both languages put the same values into a text', () => {
  const different = [...chinese].flatMap(([namespace, keys]) =>
    [...keys]
      .filter(([key, text]) => {
        const other = english.get(namespace)?.get(key);
        return other !== undefined && values(other).join() !== values(text).join();
      })
      .map(([key]) => `${namespace}:${key}`),
  );
  expect(different).toEqual([]);
});

/** Chinese needs a word here that English does without: 来函 is simply the letter. */
const wordless = ['print:reply.noNumber'];

test('no text is empty', () => {
  const empty = [chinese, english].flatMap((texts) =>
    [...texts].flatMap(([namespace, keys]) =>
      [...keys].filter(([, text]) => text.trim() === '').map(([key]) => `${namespace}:${key}`),
    ),
  );
  expect(empty.filter((key) => !wordless.includes(key))).toEqual([]);
});

test('every key that is asked for exists', () => {
  const uses = keyUses(sources);
  expect(unknownKeys(uses, chinese)).toEqual([]);
  expect(uses.length).toBeGreaterThan(0);
});

test('every key is asked for', () => {
  expect(unusedKeys(sources, keyUses(sources), chinese)).toEqual([]);
});

test('the check itself finds a key that is missing and one that nobody uses', () => {
  const texts: Texts = new Map([
    ['a', flatten({ one: { two: 'x', three_one: 'y', three_other: 'z' }, kind: { k: 'k' }, left: 'l' })],
  ]);
  const text = `function A() {
    const { t } = useTranslation('a');
    return t('one.two') + t(b ? 'one.three' : 'one.four', { count: 1 }) + t(\`kind.\${c}\`) + t('other:gone');
  }`;
  const planted = [{ path: 'planted.tsx', text }];
  expect(unknownKeys(keyUses(planted), texts)).toEqual(['planted.tsx: a:one.four', 'planted.tsx: other:gone']);
  expect(unusedKeys(planted, keyUses(planted), texts)).toEqual(['a:left']);
});
