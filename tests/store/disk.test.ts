import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKeyring, unlockByPassphrase } from '#electron/sealing/custody.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { makeBackup } from '#electron/store/backup.ts';
import { checkStore } from '#electron/store/check.ts';
import { beginIntake } from '#electron/store/chunks/intake.ts';
import { lockFolder } from '#electron/store/folder-lock.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { chainEntries, entryCount } from '#electron/store/tables/entries.ts';
import { transaction } from '#electron/store/transaction.ts';
import { ok } from '#shared/base/result.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { runChildAs } from './support/child.ts';
import { describeWithSmallDisk, fill, smallDisk } from './support/small-disk.ts';
import { appendFact, openForTest, testChain, testKey } from './support/store-fixture.ts';

const byPassphrase = { by: 'passphrase', passphrase: 'a passphrase', cost: { n: 1024, r: 8, p: 1 } } as const;

function append(store: Store, count: number) {
  return transaction(store, (tx) => {
    for (let index = 0; index < count; index += 1) appendFact(tx, 'x'.repeat(10_000));
    return ok(undefined);
  });
}

describeWithSmallDisk('a full disk', () => {
  test('refuses a transaction as a whole, and the next one works once there is room', () => {
    const { folder } = smallDisk(6000);
    const store = openForTest(folder, { mode: 'create' });
    unwrap(append(store, 3));
    const filler = fill(folder);
    expect(refusal(append(store, 200))).toEqual({ code: 'disk-full' });
    expect(entryCount(store.db)).toBe(3);
    rmSync(filler);
    unwrap(append(store, 3));
    expect(checkStore(store)).toEqual(ok(undefined));
    store.close();
    const again = openForTest(folder);
    expect(chainEntries(again.db, testChain).map(({ parsed }) => parsed.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('is told when opening, and everything is there once there is room', () => {
    const { folder } = smallDisk(6000);
    const store = openForTest(folder, { mode: 'create' });
    unwrap(append(store, 3));
    store.close();
    const filler = fill(folder);
    expect(refusal(openStore({ folder, key: testKey }))).toEqual({ code: 'disk-full' });
    rmSync(filler);
    expect(entryCount(openForTest(folder).db)).toBe(3);
  });

  test('refuses a new database and leaves none', () => {
    const { folder } = smallDisk(200);
    expect(refusal(openStore({ folder, key: testKey, mode: 'create' }))).toEqual({ code: 'disk-full' });
    expect(existsSync(join(folder, 'xieban.db'))).toBe(false);
  });

  test('refuses new keys and leaves the old ones working', async () => {
    const { folder } = smallDisk(64);
    const { dataKey } = unwrap(await createKeyring(folder, byPassphrase, trueRandom));
    const filler = fill(folder);
    expect(refusal(await unlockByPassphrase(folder, 'wrong', 0)).code).toMatch(/^(disk-full|wrong-passphrase)$/);
    rmSync(filler);
    expect(unwrap(await unlockByPassphrase(folder, 'a passphrase', 0))).toEqual(dataKey);
  });

  test('refuses a file and leaves no scraps of it', async () => {
    const { folder } = smallDisk(8000);
    const store = openForTest(folder, { mode: 'create' });
    const intake = beginIntake(store, suiteOne, trueRandom);
    const answers = [];
    for (let part = 0; part < 4; part += 1) answers.push(await intake.append(Buffer.alloc(4_000_000)));
    answers.push(await intake.finish());
    expect(answers.some((answer) => !answer.ok && answer.error.code === 'disk-full')).toBe(true);
    expect(answers.at(-1)?.ok).toBe(false);
    expect(readdirSync(join(folder, 'chunks'))).toEqual([]);
    unwrap(append(store, 3));
  });

  test('refuses a backup and leaves no scraps of it', async () => {
    const { folder } = smallDisk(300);
    const store = openForTest(tempFolder(), { mode: 'create' });
    unwrap(append(store, 30));
    expect(refusal(await makeBackup(store, folder, 0, {}))).toMatchObject({ code: 'no-space' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describeWithSmallDisk('a read-only folder', () => {
  test('is refused with its reason, and nothing changes', () => {
    const { folder, makeReadOnly } = smallDisk(6000);
    openForTest(folder, { mode: 'create' }).close();
    const before = readFileSync(join(folder, 'xieban.db'));
    makeReadOnly();
    expect(refusal(lockFolder(folder))).toEqual({ code: 'folder-read-only' });
    expect(refusal(openStore({ folder, key: testKey }))).toEqual({ code: 'folder-read-only' });
    expect(readFileSync(join(folder, 'xieban.db')).equals(before)).toBe(true);
  });

  test('that never was a data folder is refused too', () => {
    const { folder, makeReadOnly } = smallDisk(64);
    makeReadOnly();
    expect(refusal(lockFolder(folder))).toEqual({ code: 'folder-read-only' });
    expect(refusal(lockFolder(join(folder, 'inside')))).toEqual({ code: 'folder-read-only' });
  });

  test('refuses new keys', async () => {
    const { folder, makeReadOnly } = smallDisk(64);
    makeReadOnly();
    expect(refusal(await createKeyring(folder, byPassphrase, trueRandom))).toEqual({ code: 'folder-read-only' });
  });
});

const administrator = process.getuid?.() === 0;

describe.skipIf(!administrator)(
  `another user's folder${administrator ? '' : ' [skipped: only the administrator can become another user]'}`,
  () => {
    const nobody = { uid: 65_534 };
    const asNobody = async (folder: string) => (await runChildAs(nobody, 'hold-folder.ts', folder).ended).output;

    test.each([
      { mode: 0o000, code: 'folder-read-only' },
      { mode: 0o555, code: 'folder-read-only' },
    ])('with the rights $mode is refused', async ({ mode, code }) => {
      const folder = join(tempFolder(), 'data');
      chmodSync(dirname(folder), 0o755);
      unwrap(lockFolder(folder)).release();
      chmodSync(folder, mode);
      expect(await asNobody(folder)).toBe(`${code}\n`);
    });

    test('inside a folder that cannot be entered is refused', async () => {
      const folder = tempFolder();
      mkdirSync(join(folder, 'data'));
      chmodSync(folder, 0o700);
      expect(await asNobody(join(folder, 'data'))).toBe('folder-read-only\n');
    });
  },
);

test('a data folder that is a file is refused', () => {
  const path = join(tempFolder(), 'file');
  writeFileSync(path, 'x');
  expect(refusal(lockFolder(path))).toEqual({ code: 'folder-unreadable' });
  expect(refusal(lockFolder(join(path, 'inside')))).toEqual({ code: 'folder-unreadable' });
});

test('a new data folder is for this user only', () => {
  const folder = join(tempFolder(), 'a', 'b');
  unwrap(lockFolder(folder)).release();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});
