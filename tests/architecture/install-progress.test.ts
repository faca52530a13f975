import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { sayProgress } from '../../build/install.mjs';

test('a long installation says how many packages are in place, again and again, until it is over', () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const root = tempFolder();
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  const packages = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  const said: string[] = [];
  const quiet = sayProgress(root, 'Downloading', (line) => said.push(line));
  vi.advanceTimersByTime(14_999);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1);
  mkdirSync(join(root, 'node_modules', 'a'));
  vi.advanceTimersByTime(15_000);
  expect(said).toEqual([
    expect.stringContaining('Downloading: 0 of 2 packages are in place after 15 s'),
    expect.stringContaining('1 of 2 packages are in place after 30 s'),
  ]);
  quiet();
  vi.advanceTimersByTime(60_000);
  expect(said).toHaveLength(2);
});
