import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../vitest.config.ts';
import { readSources } from './source-files.ts';

const sources = readSources(['shared', 'electron', 'renderer', 'build', 'tests'], /\.(ts|tsx|mjs|css)$/);

const wrongName = /(^|[-./])(utils?|helpers?|common|managers?|misc)([-./]|$)/;
const longest = 300;

test('files are named for the idea they export, never utils, helpers, common or manager', () => {
  expect(sources.map(({ path }) => path).filter((path) => wrongName.test(path))).toEqual([]);
  expect(
    ['shared/base/utils.ts', 'renderer/ui/helpers/a.ts', 'electron/store/pool-manager.ts'].every((path) =>
      wrongName.test(path),
    ),
  ).toBe(true);
});

test(`no file is longer than ${longest} lines`, () => {
  const long = sources.filter(({ text }) => text.split('\n').length > longest + 1);
  expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length} lines`)).toEqual([]);
});

test('every test file belongs to exactly one suite, so that none is forgotten', () => {
  const suites = JSON.stringify(config).match(/tests\/[a-z]+\/\*\*\/\*\.test\.\{ts,tsx\}/g) ?? [];
  const tests = sources.map(({ path }) => path).filter((path) => /\.test\.tsx?$/.test(path));
  const owners = (path: string): number => suites.filter((pattern) => matchesGlob(path, pattern)).length;
  expect(tests.filter((path) => owners(path) !== 1)).toEqual([]);
  expect(tests.length).toBeGreaterThan(0);
});
