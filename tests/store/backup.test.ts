import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createKeyring, openByRecovery, sealForRecovery, unlockByRecoveryKey } from '#electron/sealing/custody.ts';
import { databaseKey } from '#electron/sealing/data-key.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { makeRecoveryKey } from '#electron/sealing/recovery-key.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { makeBackup } from '#electron/store/backup.ts';
import { beginIntake } from '#electron/store/chunks/intake.ts';
import { createFileReader } from '#electron/store/chunks/read.ts';
import { databasePath } from '#electron/store/database-file.ts';
import { beginNewLife, settleIncarnation } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import { readBackup, unpackBackup } from '#electron/store/restore.ts';
import type { Store } from '#electron/store/store.ts';
import { chainEntries } from '#electron/store/tables/entries.ts';
import { readMeta, requestsReadOnly } from '#electron/store/tables/meta.ts';
import { keepOfficeSecret, officeSecrets } from '#electron/store/tables/office-secrets.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { appendFact, filesUnder, openForTest, testChain } from './support/store-fixture.ts';

const madeAt = Date.UTC(2026, 2, 2, 9, 30);
const scan = randomBytes(100_000);

let store: Store;
let recoveryKey = '';
let path = '';
let manifest = '' as ManifestId;

/** An office with entries, a file and a root key, and a backup of it. */
beforeEach(async () => {
  const folder = tempFolder();
  const made = await createKeyring(
    folder,
    { by: 'passphrase', passphrase: 'x', cost: { n: 1024, r: 8, p: 1 } },
    trueRandom,
  );
  recoveryKey = unwrap(made).recoveryKey;
  const { recovery } = unwrap(readKeyring(folder));
  store = openForTest(folder, { mode: 'create', key: databaseKey(unwrap(made).dataKey) });
  unwrap(settleIncarnation(store, trueRandom));
  const intake = beginIntake(store, suiteOne, trueRandom);
  unwrap(await intake.append(scan));
  manifest = unwrap(await intake.finish()).manifest;
  unwrap(
    transaction(store, (tx) => {
      for (const text of ['a', 'b', 'c']) appendFact(tx, text);
      const sealed = sealForRecovery(recovery, Buffer.from('root key'), trueRandom);
      keepOfficeSecret(tx, { id: 'root-1', purpose: 'root', sealed, madeAt });
      return ok(undefined);
    }),
  );
  path = unwrap(await makeBackup(store, tempFolder(), madeAt, { recovery })).path;
});

/** Opens the key of the backup with the recovery key, as a machine does that holds nothing else. */
async function keyOfBackup(typed = recoveryKey): Promise<Uint8Array> {
  const { custody } = unwrap(await readBackup(path));
  return databaseKey(unwrap(unlockByRecoveryKey(custody['recovery'], typed)));
}

describe('restoring on a machine that has only the backup and the recovery key', () => {
  test('brings everything back as another life with requests read-only', async () => {
    const before = chainEntries(store.db, testChain);
    const oldLife = readMeta(store.db, 'incarnation');
    const folder = tempFolder();
    const key = await keyOfBackup(recoveryKey.toLowerCase().replaceAll('-', ' '));
    unwrap(await unpackBackup(path, folder, key));
    const restored = openForTest(folder, { key });
    unwrap(transaction(restored, (tx) => ok(beginNewLife(tx, trueRandom))));
    const life = unwrap(settleIncarnation(restored, trueRandom));
    expect(life.id).not.toBe(oldLife);
    expect(requestsReadOnly(restored.db)).toBe(true);
    expect(chainEntries(restored.db, testChain)).toEqual(before);
    const read = unwrap(await createFileReader(restored, suiteOne).read(manifest, 0, scan.length));
    expect(Buffer.from(read).equals(scan)).toBe(true);
    const [root] = officeSecrets(restored.db);
    expect(Buffer.from(unwrap(openByRecovery(recoveryKey, root?.sealed ?? new Uint8Array()))).toString()).toBe(
      'root key',
    );
  });

  test('is not possible with another recovery key', async () => {
    const { custody } = unwrap(await readBackup(path));
    const answer = unlockByRecoveryKey(custody['recovery'], makeRecoveryKey(trueRandom));
    expect(refusal(answer)).toEqual({ code: 'wrong-recovery-key' });
    expect(refusal(await unpackBackup(path, tempFolder(), randomBytes(32)))).toEqual({ code: 'backup-other-key' });
  });

  test('never writes over a database', async () => {
    const before = readFileSync(databasePath(store.folder));
    expect(refusal(await unpackBackup(path, store.folder, await keyOfBackup()))).toEqual({ code: 'exists' });
    expect(readFileSync(databasePath(store.folder)).equals(before)).toBe(true);
  });
});

describe('a backup', () => {
  test('holds no device keys, no key ring and no lock, and is encrypted', () => {
    const names = [...filesUnder(path).keys()];
    expect(names.filter((name) => !name.startsWith('chunks/'))).toEqual(['about.json', 'xieban.db']);
    expect(readFileSync(join(path, 'xieban.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });

  test('removes what this data left unfinished before, and nothing of anybody else', async () => {
    const into = tempFolder();
    const life = (readMeta(store.db, 'incarnation') ?? '').slice(0, 8);
    const before = `xieban-backup-2026-03-01T09-30-00-000.${life}.part`;
    const others = [
      'xieban-backup-2026-03-01T09-30-00-000',
      'xieban-backup-2026-03-01T09-30-00-000.part',
      'xieban-backup-2026-03-01T09-30-00-000.ffffffff.part',
      `xieban-backup-2027-03-01T09-30-00-000.${life}.part`,
      `my ${before}`,
      `${before} (copy)`,
    ];
    for (const name of [before, ...others]) {
      mkdirSync(join(into, name));
      writeFileSync(join(into, name, 'xieban.db'), 'half of it');
    }
    const made = unwrap(await makeBackup(store, into, madeAt, {}));
    expect(readdirSync(into).toSorted()).toEqual([...others, basename(made.path)].toSorted());
  });

  test('says nothing personal about itself', () => {
    const about = JSON.parse(readFileSync(join(path, 'about.json'), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(about).toSorted()).toEqual(
      ['chunks', 'custody', 'entries', 'madeAt', 'schema', 'sha256', 'size', 'v'].toSorted(),
    );
  });

  test('that was changed, cut or lost a part is refused, and nothing is unpacked', async () => {
    const key = await keyOfBackup();
    const database = join(path, 'xieban.db');
    const whole = readFileSync(database);
    const flipped = Buffer.from(whole);
    flipped[whole.length - 100] = (flipped[whole.length - 100] ?? 0) ^ 1;
    for (const bytes of [flipped, whole.subarray(0, -4096), Buffer.alloc(0)]) {
      writeFileSync(database, bytes);
      const folder = tempFolder();
      expect(refusal(await unpackBackup(path, folder, key))).toEqual({ code: 'backup-damaged' });
      expect(existsSync(databasePath(folder))).toBe(false);
    }
    rmSync(database);
    expect(refusal(await unpackBackup(path, tempFolder(), key))).toEqual({ code: 'backup-damaged' });
  });

  test('of a newer version, a senseless one and none are told apart', async () => {
    const about = join(path, 'about.json');
    writeFileSync(about, '{"v":2,"anything":1}');
    expect(refusal(await readBackup(path))).toEqual({ code: 'backup-newer' });
    for (const text of ['', '{}', '[]', '{"v":1}', 'null']) {
      writeFileSync(about, text);
      expect(refusal(await readBackup(path))).toEqual({ code: 'backup-damaged' });
    }
    expect(refusal(await readBackup(tempFolder()))).toEqual({ code: 'backup-missing' });
  });

  test('into a folder that is not there is refused as a whole', async () => {
    const file = join(tempFolder(), 'file');
    appendFileSync(file, 'x');
    const refused = async (into: string) => refusal(await makeBackup(store, into, madeAt, {}));
    expect(await refused(join(file, 'inside'))).toEqual({ code: 'not-a-folder' });
    expect(await refused(join(path, 'stick', 'pulled', 'out'))).toEqual({ code: 'folder-missing' });
    expect(existsSync(join(path, 'stick'))).toBe(false);
  });

  test('of a damaged database is not made, and no scraps stay', async () => {
    const into = tempFolder();
    const folder = tempFolder();
    const key = await keyOfBackup();
    unwrap(await unpackBackup(path, folder, key));
    const sound = unwrap(openStore({ folder, key }));
    unwrap(transaction(sound, (tx) => ok(writeSetting(tx, 'long', 'v'.repeat(200_000)))));
    sound.close();
    const bytes = readFileSync(databasePath(folder));
    for (let offset = bytes.length - 20 * 4096; offset < bytes.length; offset += 4096) {
      bytes[offset + 9] = (bytes[offset + 9] ?? 0) ^ 1;
    }
    writeFileSync(databasePath(folder), bytes);
    const damaged = unwrap(openStore({ folder, key }));
    expect(refusal(await makeBackup(damaged, into, madeAt, {})).code).toMatch(/^(database-damaged|backup-unverified)$/);
    damaged.close();
    expect(readdirSync(into)).toEqual([]);
  });
});
