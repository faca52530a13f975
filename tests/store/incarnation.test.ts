import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databasePath } from '#electron/store/database-file.ts';
import { type Incarnation, settleIncarnation } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import { requestsReadOnly } from '#electron/store/tables/meta.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { testKey } from './support/store-fixture.ts';

/** Opens, settles and closes once, as one run of the program does. */
function runOnce(folder: string, mode: 'open' | 'create' = 'open'): Incarnation & { readonly readOnly: boolean } {
  const store = unwrap(openStore({ folder, key: testKey, mode }));
  const settled = unwrap(settleIncarnation(store, trueRandom));
  const readOnly = requestsReadOnly(store.db);
  store.close();
  return { ...settled, readOnly };
}

test('one life lasts over many openings', () => {
  const folder = tempFolder();
  const first = runOnce(folder, 'create');
  expect(first).toMatchObject({ rolledBack: false, readOnly: false });
  for (let index = 0; index < 3; index += 1) expect(runOnce(folder)).toEqual(first);
});

test('an older copy of the database begins a new life with requests read-only', () => {
  const folder = tempFolder();
  const first = runOnce(folder, 'create');
  copyFileSync(databasePath(folder), join(folder, 'older'));
  runOnce(folder);
  copyFileSync(join(folder, 'older'), databasePath(folder));
  const after = runOnce(folder);
  expect(after).toMatchObject({ rolledBack: true, readOnly: true });
  expect(after.id).not.toBe(first.id);
  expect(runOnce(folder)).toEqual({ id: after.id, rolledBack: false, readOnly: true });
});

test('a missing, torn or senseless file beside the database proves nothing and is written anew', () => {
  const folder = tempFolder();
  const first = runOnce(folder, 'create');
  const path = join(folder, 'incarnation');
  const whole = readFileSync(path, 'utf8');
  for (const text of ['', whole.slice(0, 10), 'x'.repeat(1000), '\n\n\n']) {
    writeFileSync(path, text);
    expect(runOnce(folder)).toEqual(first);
    expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{32}\n\d+\n$/);
  }
  rmSync(path);
  expect(runOnce(folder)).toEqual(first);
});

test('a kill between the database and the file beside it is no rollback', () => {
  const folder = tempFolder();
  const first = runOnce(folder, 'create');
  const older = readFileSync(join(folder, 'incarnation'));
  runOnce(folder);
  writeFileSync(join(folder, 'incarnation'), older);
  expect(runOnce(folder)).toEqual(first);
});
