import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createKeyring,
  openByRecovery,
  type Protection,
  recover,
  sealForRecovery,
  triesStatus,
  unlockByKeychain,
  unlockByPassphrase,
  unlockByRecoveryKey,
} from '#electron/sealing/custody.ts';
import { databaseKey, deviceFileKey } from '#electron/sealing/data-key.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { isSaneCost } from '#electron/sealing/passphrase.ts';
import { makeRecoveryKey } from '#electron/sealing/recovery-key.ts';
import type { SecretStore } from '#electron/sealing/secret-store.ts';
import { writeTries } from '#electron/sealing/tries.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';

/** Cheap enough for tests; the product's cost is checked once. */
const cost = { n: 1024, r: 8, p: 1 };
const passphrase = '合肥 2026 purple stapler';
const byPassphrase: Protection = { by: 'passphrase', passphrase, cost };
const start = Date.UTC(2026, 2, 2, 1);

const create = async (folder: string) => unwrap(await createKeyring(folder, byPassphrase, trueRandom));

/** A keychain that adds a constant to every byte; `works` can be switched off. */
function fakeKeychain(): SecretStore & { works: boolean } {
  const store = {
    works: true,
    wrap: (key: Uint8Array) => Promise.resolve(store.works ? key.map((byte) => byte + 1) : null),
    unwrap: (key: Uint8Array) => Promise.resolve(store.works ? key.map((byte) => byte - 1) : null),
  };
  return store;
}

describe('passphrase', () => {
  test('opens the data key that was made', async () => {
    const folder = tempFolder();
    const { dataKey } = await create(folder);
    expect(unwrap(await unlockByPassphrase(folder, passphrase, start))).toEqual(dataKey);
  });

  test('is the same however its characters are composed', async () => {
    const folder = tempFolder();
    unwrap(await createKeyring(folder, { by: 'passphrase', passphrase: 'Müller Ａ1', cost }, trueRandom));
    expect((await unlockByPassphrase(folder, 'Mu\u0308ller A1', start)).ok).toBe(true);
  });

  test('costs 128 MiB of scrypt by default, as written in the file', async () => {
    const folder = tempFolder();
    unwrap(await createKeyring(folder, { by: 'passphrase', passphrase }, trueRandom));
    expect(unwrap(readKeyring(folder)).passphrase).toMatchObject({ kdf: 'scrypt', n: 131_072, r: 8, p: 1 });
    expect((await unlockByPassphrase(folder, passphrase, start)).ok).toBe(true);
  });

  test('five wrong ones are taken at once, then each waits longer; the right one opens and clears the count', async () => {
    const folder = tempFolder();
    await create(folder);
    const answers = [];
    for (let index = 0; index < 5; index += 1) answers.push(refusal(await unlockByPassphrase(folder, 'wrong', start)));
    expect(answers.map((answer) => answer.code)).toEqual(Array.from({ length: 5 }, () => 'wrong-passphrase'));
    expect(answers[4]).toEqual({ code: 'wrong-passphrase', failedTries: 5, waitMs: 30_000 });
    expect(refusal(await unlockByPassphrase(folder, passphrase, start + 29_999))).toEqual({ code: 'wait', waitMs: 1 });
    expect(triesStatus(folder, start + 10_000)).toEqual({ failedTries: 5, waitMs: 20_000 });
    const sixth = refusal(await unlockByPassphrase(folder, 'wrong', start + 30_000));
    expect(sixth).toEqual({ code: 'wrong-passphrase', failedTries: 6, waitMs: 60_000 });
    expect((await unlockByPassphrase(folder, passphrase, start + 90_000)).ok).toBe(true);
    expect(triesStatus(folder, start + 90_001)).toEqual({ failedTries: 0, waitMs: 0 });
  });

  test('the wait grows to 15 minutes and no further, and nothing is wiped', async () => {
    const folder = tempFolder();
    await create(folder);
    unwrap(writeTries(folder, { failed: 1000, at: start }));
    expect(triesStatus(folder, start).waitMs).toBe(900_000);
    expect((await unlockByPassphrase(folder, passphrase, start + 900_000)).ok).toBe(true);
  });

  test('a clock set back a year waits once in full, not for a year', async () => {
    const folder = tempFolder();
    await create(folder);
    unwrap(writeTries(folder, { failed: 5, at: start }));
    const earlier = start - 365 * 86_400_000;
    expect(triesStatus(folder, earlier).waitMs).toBe(30_000);
    expect((await unlockByPassphrase(folder, passphrase, earlier + 30_000)).ok).toBe(true);
  });

  test('a try is counted before it is made, so guesses at the same time count too', async () => {
    const folder = tempFolder();
    await create(folder);
    const guesses = Array.from({ length: 20 }, () => unlockByPassphrase(folder, 'wrong', start));
    const codes = (await Promise.all(guesses)).map((answer) => refusal(answer).code);
    expect(codes.filter((code) => code === 'wrong-passphrase')).toHaveLength(5);
    expect(codes.filter((code) => code === 'wait')).toHaveLength(15);
  });

  test('a broken counter locks nobody out', async () => {
    const folder = tempFolder();
    await create(folder);
    for (const slot of [1, 2]) writeFileSync(join(folder, `tries.${slot}`), 'nonsense');
    expect(triesStatus(folder, start)).toEqual({ failedTries: 0, waitMs: 0 });
    expect((await unlockByPassphrase(folder, passphrase, start)).ok).toBe(true);
  });

  test('costs that would hang the machine are not run', () => {
    expect(isSaneCost({ n: 131_072, r: 8, p: 1 })).toBe(true);
    const insane = [
      { n: 2 ** 30, r: 8, p: 1 },
      { n: 131_072, r: 8, p: 1e9 },
      { n: 1000, r: 8, p: 1 },
      { n: -2, r: 8, p: 1 },
      { n: 1024, r: 0.5, p: 1 },
      { n: Number.NaN, r: 8, p: 1 },
    ];
    for (const one of insane) expect(isSaneCost(one)).toBe(false);
  });
});

describe('recovery key', () => {
  test('opens the data and sets a new passphrase; the old one opens nothing any more, in no file', async () => {
    const folder = tempFolder();
    const { dataKey, recoveryKey } = await create(folder);
    unwrap(writeTries(folder, { failed: 9, at: start }));
    const next: Protection = { by: 'passphrase', passphrase: 'another one', cost };
    expect(unwrap(await recover(folder, recoveryKey.toLowerCase(), next, trueRandom))).toEqual(dataKey);
    expect(unwrap(await unlockByPassphrase(folder, 'another one', start))).toEqual(dataKey);
    for (const slot of [1, 2]) {
      const alone = tempFolder();
      copyFileSync(join(folder, `keyring.${slot}`), join(alone, 'keyring.1'));
      expect(refusal(await unlockByPassphrase(alone, passphrase, start)).code).toBe('wrong-passphrase');
      expect((await unlockByPassphrase(alone, 'another one', start)).ok).toBe(true);
    }
  });

  test('of another office opens nothing, and a typo is told before anything is tried', async () => {
    const folder = tempFolder();
    const { recoveryKey } = await create(folder);
    const answer = await recover(folder, makeRecoveryKey(trueRandom), byPassphrase, trueRandom);
    expect(refusal(answer)).toEqual({ code: 'wrong-recovery-key' });
    const typo = recoveryKey.slice(0, -1) + (recoveryKey.endsWith('0') ? '1' : '0');
    expect(refusal(await recover(folder, typo, byPassphrase, trueRandom))).toEqual({
      code: 'recovery-key-typo',
      group: 8,
    });
    expect((await unlockByPassphrase(folder, passphrase, start)).ok).toBe(true);
  });

  test('opens later secrets that were sealed without asking for it', async () => {
    const folder = tempFolder();
    const { recoveryKey } = await create(folder);
    const { recovery } = unwrap(readKeyring(folder));
    const sealed = sealForRecovery(recovery, Buffer.from('a root key'), trueRandom);
    expect(Buffer.from(sealed).includes('a root key')).toBe(false);
    expect(Buffer.from(unwrap(openByRecovery(recoveryKey, sealed))).toString()).toBe('a root key');
    expect(refusal(openByRecovery(makeRecoveryKey(trueRandom), sealed))).toEqual({ code: 'wrong-recovery-key' });
  });

  test('is in no file', async () => {
    const folder = tempFolder();
    const { recoveryKey } = await create(folder);
    for (const name of ['keyring.1', 'keyring.2']) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).not.toContain(recoveryKey);
      expect(text).not.toContain(recoveryKey.replaceAll('-', ''));
    }
  });

  test('a wrap that is none is damage', async () => {
    const folder = tempFolder();
    const { recoveryKey } = await create(folder);
    for (const value of [null, 7, {}, { publicKey: 1, wrapped: '' }]) {
      expect(refusal(unlockByRecoveryKey(value, recoveryKey))).toEqual({ code: 'keyring-damaged' });
    }
  });
});

describe('keychain', () => {
  test('opens without a passphrase', async () => {
    const folder = tempFolder();
    const secretStore = fakeKeychain();
    const { dataKey } = unwrap(await createKeyring(folder, { by: 'keychain', secretStore }, trueRandom));
    expect(unwrap(await unlockByKeychain(folder, secretStore))).toEqual(dataKey);
    expect(refusal(await unlockByPassphrase(folder, passphrase, start))).toEqual({ code: 'no-passphrase' });
  });

  test('that refuses makes no data; that refuses later leaves the recovery key', async () => {
    const folder = tempFolder();
    const secretStore = fakeKeychain();
    secretStore.works = false;
    const refused = await createKeyring(folder, { by: 'keychain', secretStore }, trueRandom);
    expect(refusal(refused)).toEqual({ code: 'keychain-refused' });
    expect(existsSync(join(folder, 'keyring.1'))).toBe(false);
    secretStore.works = true;
    const { dataKey, recoveryKey } = unwrap(await createKeyring(folder, { by: 'keychain', secretStore }, trueRandom));
    secretStore.works = false;
    expect(refusal(await unlockByKeychain(folder, secretStore))).toEqual({ code: 'keychain-refused' });
    expect(unwrap(await recover(folder, recoveryKey, byPassphrase, trueRandom))).toEqual(dataKey);
    expect(refusal(await unlockByKeychain(folder, secretStore))).toEqual({ code: 'no-keychain' });
  });
});

describe('key files', () => {
  test('are missing, damaged, newer or there already, and never written over', async () => {
    const folder = tempFolder();
    expect(refusal(readKeyring(folder))).toEqual({ code: 'keyring-missing' });
    await create(folder);
    const before = readFileSync(join(folder, 'keyring.1'));
    expect(refusal(await createKeyring(folder, byPassphrase, trueRandom))).toEqual({ code: 'keyring-exists' });
    expect(readFileSync(join(folder, 'keyring.1')).equals(before)).toBe(true);
    for (const slot of [1, 2]) truncateSync(join(folder, `keyring.${slot}`), 60);
    expect(refusal(await unlockByPassphrase(folder, passphrase, start))).toEqual({ code: 'keyring-damaged' });
    expect(refusal(await createKeyring(folder, byPassphrase, trueRandom))).toEqual({ code: 'keyring-exists' });
    writeFileSync(join(folder, 'keyring.2'), 'xieban-key-file-v2\nwhatever\n');
    expect(refusal(readKeyring(folder))).toEqual({ code: 'keyring-newer' });
  });

  test.each([1, 2])('one torn copy (%i) is healed by the other, whatever is left of it', async (slot) => {
    const folder = tempFolder();
    const { dataKey } = await create(folder);
    const path = join(folder, `keyring.${slot}`);
    const whole = readFileSync(path);
    const torn = [Buffer.alloc(0), whole.subarray(0, 40), whole.subarray(0, -1), Buffer.alloc(whole.length)];
    for (const bytes of torn) {
      writeFileSync(path, bytes);
      expect(unwrap(await unlockByPassphrase(folder, passphrase, start))).toEqual(dataKey);
    }
    rmSync(path);
    expect(unwrap(await unlockByPassphrase(folder, passphrase, start))).toEqual(dataKey);
  });

  test('are for this user only', async () => {
    const folder = join(tempFolder(), 'data');
    mkdirSync(folder, { mode: 0o700 });
    await create(folder);
    const { statSync } = await import('node:fs');
    expect(statSync(join(folder, 'keyring.1')).mode & 0o077).toBe(0);
  });

  test('database and device file have different keys that follow from the data key', async () => {
    const { dataKey } = await create(tempFolder());
    expect(databaseKey(dataKey)).toHaveLength(32);
    expect(databaseKey(dataKey)).not.toEqual(deviceFileKey(dataKey));
    expect(databaseKey(dataKey)).not.toEqual(dataKey);
  });
});
