import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { createKeyring, unlockByPassphrase } from '#electron/sealing/custody.ts';
import { asDataKey } from '#electron/sealing/data-key.ts';
import { readDeviceKeys, writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { makeBackup } from '#electron/store/backup.ts';
import { clearIntakes } from '#electron/store/chunks/intake.ts';
import { createFileReader } from '#electron/store/chunks/read.ts';
import { settleIncarnation } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import { unpackBackup } from '#electron/store/restore.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { runChild } from './support/child.ts';
import { filesUnder, openForTest, testKey } from './support/store-fixture.ts';

/** Does the act in a child process and answers a copy of the folder for each of its steps. */
async function foldersAfterKill(act: string, folder: string, recoveryKey = ''): Promise<readonly string[]> {
  const copies = tempFolder();
  const { code, output } = await runChild('act-in-steps.ts', act, folder, copies, recoveryKey).ended;
  expect(code, output).toBe(0);
  const names = readdirSync(copies).toSorted();
  expect(names).toHaveLength(Number(output));
  return names.map((name) => join(copies, name));
}

function created(): string {
  const folder = tempFolder();
  unwrap(openStore({ folder, key: testKey, mode: 'create' })).close();
  return folder;
}

test('making a database leaves none or a whole one, and can be done again', async () => {
  const folders = await foldersAfterKill('create', join(tempFolder(), '.'));
  const seen = new Set<string>();
  for (const folder of folders) {
    const opened = openStore({ folder, key: testKey });
    seen.add(opened.ok ? 'whole' : opened.error.code);
    if (opened.ok) opened.value.close();
    else unwrap(openStore({ folder, key: testKey, mode: 'create' })).close();
  }
  expect(seen).toEqual(new Set(['missing', 'whole']));
});

test('changing the passphrase leaves the old one or the new one working', async () => {
  const folder = tempFolder();
  const old = { by: 'passphrase', passphrase: 'the old one', cost: { n: 1024, r: 8, p: 1 } } as const;
  const { dataKey, recoveryKey } = unwrap(await createKeyring(folder, old, trueRandom));
  const folders = await foldersAfterKill('passphrase', folder, recoveryKey);
  const worked = [];
  for (const copy of folders) {
    const answers = [
      await unlockByPassphrase(copy, 'the old one', 0),
      await unlockByPassphrase(copy, 'the new one', 0),
    ];
    expect(answers.some((answer) => answer.ok && answer.value.every((byte, index) => byte === dataKey[index]))).toBe(
      true,
    );
    worked.push(answers[0]?.ok ? 'old' : 'new');
  }
  expect(folders.length).toBeGreaterThan(8);
  expect(worked[0]).toBe('old');
  expect(worked.at(-1)).toBe('new');
  expect(worked.toSorted().toReversed()).toEqual(worked);
});

test('writing device keys leaves the old ones or the new ones', async () => {
  const folder = tempFolder();
  const dataKey = asDataKey(testKey);
  if (!dataKey) throw new Error('32 bytes');
  const before = { signing: suiteOne.makeSigningKeys(trueRandom), sealing: [], root: null };
  unwrap(writeDeviceKeys(folder, dataKey, before, trueRandom));
  const folders = await foldersAfterKill('device', folder);
  const found = folders.map((copy) => unwrap(readDeviceKeys(copy, dataKey)).signing.publicKey);
  expect(found[0]).toBe(before.signing.publicKey);
  expect(new Set(found).size).toBe(2);
  expect(found.at(-1)).not.toBe(before.signing.publicKey);
});

test('taking a file in leaves it whole or not at all, and no scraps after the next start', async () => {
  const folders = await foldersAfterKill('intake', created());
  const seen = new Set<string>();
  for (const folder of folders) {
    await clearIntakes(folder);
    const store = unwrap(openStore({ folder, key: testKey }));
    const files = store.db.all<{ manifest: ManifestId }>('SELECT manifest FROM file');
    seen.add(files.length === 0 ? 'none' : 'whole');
    for (const { manifest } of files) {
      for await (const part of createFileReader(store, suiteOne).stream(manifest)) unwrap(part);
    }
    store.close();
    expect([...filesUnder(folder).keys()].filter((name) => name.includes('intake'))).toEqual([]);
  }
  expect(seen).toEqual(new Set(['none', 'whole']));
});

test('a backup bears its name only when it is whole, and the next one removes what a killed one left', async () => {
  const folders = await foldersAfterKill('backup', created());
  const seen = new Set<string>();
  let left = 0;
  for (const folder of folders) {
    const named = readdirSync(folder).filter((name) => /^xieban-backup-[^.]*$/.test(name));
    seen.add(named.length === 0 ? 'none' : 'whole');
    for (const name of named) unwrap(await unpackBackup(join(folder, name), join(folder, 'restored'), testKey));
    const unfinished = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.part'));
    left += unfinished().length;
    const store = unwrap(openStore({ folder, key: testKey }));
    const { path } = unwrap(await makeBackup(store, folder, 60_000, {}));
    store.close();
    expect(unfinished()).toEqual([]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([...named, basename(path)]));
  }
  expect(seen).toEqual(new Set(['none', 'whole']));
  expect(left).toBeGreaterThan(1);
});

test('counting an opening is never taken for an older copy', async () => {
  const folder = created();
  const first = openForTest(folder);
  const life = unwrap(settleIncarnation(first, trueRandom));
  first.close();
  const folders = await foldersAfterKill('incarnation', folder);
  expect(folders.length).toBeGreaterThan(2);
  for (const copy of folders) {
    const store = unwrap(openStore({ folder: copy, key: testKey }));
    expect(unwrap(settleIncarnation(store, trueRandom))).toEqual(life);
    store.close();
  }
});

test('the search for half-done work would find some', async () => {
  const folders = await foldersAfterKill('create', join(tempFolder(), '.'));
  const halfway = folders.filter((folder) => readdirSync(folder).includes('xieban.db.new'));
  expect(halfway.length).toBeGreaterThan(0);
  const copy = halfway[0] ?? '';
  rmSync(join(copy, 'xieban.db'), { force: true });
  mkdirSync(join(copy, 'elsewhere'));
  expect(refusal(openStore({ folder: copy, key: testKey }))).toEqual({ code: 'missing' });
});
