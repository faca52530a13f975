import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkStore } from '#electron/store/check.ts';
import { openStore } from '#electron/store/open.ts';
import { chainEntries, entryCount } from '#electron/store/tables/entries.ts';
import { readSetting } from '#electron/store/tables/settings.ts';
import { ok } from '#shared/base/result.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { runChild } from './support/child.ts';
import { testChain, testKey } from './support/store-fixture.ts';

/** Opens after a kill, and checks that whole transactions are there and nothing else. Answers how many. */
function wholeTransactions(folder: string): number {
  const store = unwrap(openStore({ folder, key: testKey }));
  expect(checkStore(store)).toEqual(ok(undefined));
  const count = Number(readSetting(store.db, 'count') ?? 0);
  expect(entryCount(store.db)).toBe(5 * count);
  const entries = chainEntries(store.db, testChain);
  expect(entries.map(({ parsed }) => parsed.seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.every((entry, index) => index === 0 || entry.parsed.prev === entries[index - 1]?.id)).toBe(true);
  expect(entries.every((entry) => entry.body !== undefined)).toBe(true);
  store.close();
  return count;
}

function createIn(folder: string): void {
  unwrap(openStore({ folder, key: testKey, mode: 'create' })).close();
}

describe('kill -9 leaves all of a transaction or nothing', () => {
  const stepsBeforeCommit = 8;

  test('at every step of it', async () => {
    const folder = tempFolder();
    createIn(folder);
    for (let step = 1; step <= stepsBeforeCommit + 1; step += 1) {
      const end = await runChild('write-forever.ts', folder, String(step)).ended;
      expect(end.signal, end.output).toBe('SIGKILL');
      expect(wholeTransactions(folder)).toBe(step <= stepsBeforeCommit ? 0 : 1);
    }
  });

  test('at any moment, again and again on the same data; what was said to be committed is there', async () => {
    const folder = tempFolder();
    createIn(folder);
    let before = 0;
    for (const lines of fc.sample(fc.integer({ min: 1, max: 60 }), 10)) {
      const child = runChild('write-forever.ts', folder);
      await child.says(String(before + lines));
      child.kill();
      const end = await child.ended;
      const said = Number(end.output.trim().split('\n').at(-1));
      const found = wholeTransactions(folder);
      expect(found).toBeGreaterThanOrEqual(said);
      expect(found).toBeLessThanOrEqual(said + 1);
      before = found;
    }
  });
});
