import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '#electron/store/folder-lock.ts';
import { openStore } from '#electron/store/open.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { runChild } from './support/child.ts';
import { openForTest, testKey } from './support/store-fixture.ts';

test('a second process on the folder is told, also about an open store', async () => {
  const folder = tempFolder();
  openForTest(folder, { mode: 'create' });
  const second = await runChild('hold-folder.ts', folder).ended;
  expect(second).toEqual({ code: 0, signal: null, output: 'in-use\n' });
});

test('a second taker in this process is told too, and may come when the first has left', () => {
  const folder = tempFolder();
  const first = unwrap(lockFolder(folder));
  expect(refusal(lockFolder(folder))).toEqual({ code: 'in-use' });
  expect(refusal(openStore({ folder, key: testKey }))).toEqual({ code: 'in-use' });
  first.release();
  unwrap(lockFolder(folder)).release();
});

test('the lock of a killed process is gone with it', async () => {
  const folder = tempFolder();
  const child = runChild('hold-folder.ts', folder);
  await child.says('held');
  expect(refusal(lockFolder(folder))).toEqual({ code: 'in-use' });
  child.kill();
  expect((await child.ended).signal).toBe('SIGKILL');
  unwrap(lockFolder(folder)).release();
});

test('a store opened under a lock taken before leaves the lock to its taker', () => {
  const folder = tempFolder();
  const lock = unwrap(lockFolder(folder));
  unwrap(openStore({ folder, key: testKey, mode: 'create', lock })).close();
  expect(refusal(lockFolder(folder))).toEqual({ code: 'in-use' });
  lock.release();
});

test('a refused opening does not keep the folder', () => {
  const folder = tempFolder();
  expect(refusal(openStore({ folder, key: testKey }))).toEqual({ code: 'missing' });
  unwrap(lockFolder(folder)).release();
});

test('the lock file stays empty', () => {
  const folder = tempFolder();
  openForTest(folder, { mode: 'create' });
  expect(readFileSync(join(folder, 'xieban.lock'))).toHaveLength(0);
});
