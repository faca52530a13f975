import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { madeUpOffice, openedBackend, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const passphrase = '口令 correct horse';
const next = '另一句 battery staple';

async function created(): Promise<{ backend: TestBackend; recoveryKey: string }> {
  const backend = await testBackend();
  const { recoveryKey } = await backend.ask('session.create', { ...madeUpOffice, passphrase });
  return { backend, recoveryKey };
}

const acts = async (backend: TestBackend) =>
  (await backend.ask('audit.list', {})).rows.map(({ act, about }) => `${act} ${about}`).toReversed();

async function lockAndTry(backend: TestBackend, typed: string): Promise<string> {
  await backend.ask('session.lock', {});
  const reply = await backend.invoke('session.unlock', { passphrase: typed });
  return reply.ok ? 'opened' : reply.failure.code;
}

describe('changing the passphrase', () => {
  it('needs the one in force; afterwards only the new one opens, in no file the old one, and the recovery key stays', async () => {
    const { backend, recoveryKey } = await created();
    const before = readFileSync(join(backend.folder, 'keyring.1'), 'utf8');
    const wrong = await backend.refusal('session.changePassphrase', { current: 'not it', passphrase: next });
    expect(wrong).toMatchObject({ kind: 'refused', code: 'session.wrong-passphrase', field: 'current' });
    expect(readFileSync(join(backend.folder, 'keyring.1'), 'utf8')).toBe(before);
    await backend.ask('session.changePassphrase', { current: passphrase, passphrase: next });
    expect(await backend.ask('session.status', {})).toMatchObject({ state: 'open', failedTries: 0 });
    for (const slot of [1, 2]) {
      const text = readFileSync(join(backend.folder, `keyring.${slot}`), 'utf8');
      expect(text).not.toContain(
        (JSON.parse(before.split('\n')[2] ?? '') as { passphrase: { wrapped: string } }).passphrase.wrapped,
      );
    }
    expect(await acts(backend)).toEqual(['audit.keys passphrase']);
    expect(await lockAndTry(backend, passphrase)).toBe('session.wrong-passphrase');
    expect(await tryLocked(backend, next)).toBe('opened');
    await backend.ask('session.confirmRecoveryKey', { recoveryKey });
    const { path } = await backend.ask('backup.make', { folder: tempFolder() });
    const restored = await testBackend();
    await restored.ask('backup.restore', { folder: path, recoveryKey, passphrase });
    expect((await restored.ask('office.get', {})).name).toBe(madeUpOffice.name);
  });

  it('is possible with the recovery key instead, not with another office’s', async () => {
    const { backend, recoveryKey } = await created();
    const other = await created();
    const foreign = { recoveryKey: other.recoveryKey, passphrase: next };
    expect(await backend.refusal('session.changePassphrase', foreign)).toMatchObject({
      ...{ code: 'session.wrong-recovery-key', field: 'recoveryKey' },
    });
    await backend.ask('session.changePassphrase', { recoveryKey: recoveryKey.toLowerCase(), passphrase: next });
    expect(await lockAndTry(backend, next)).toBe('opened');
  });

  it('slows down guesses at an open desk as at the door, and has nothing to change where the system keeps the key', async () => {
    const { backend } = await created();
    for (let tries = 0; tries < 5; tries += 1) {
      await backend.refusal('session.changePassphrase', { current: `guess ${tries}`, passphrase: next });
    }
    const early = await backend.refusal('session.changePassphrase', { current: passphrase, passphrase: next });
    expect(early).toMatchObject({ code: 'session.wait', facts: { seconds: 30 } });
    const kept = await openedBackend();
    const none = await kept.refusal('session.changePassphrase', { current: passphrase, passphrase: next });
    expect(none.code).toBe('session.no-passphrase');
  });
});

/** A try at a desk that is locked already. */
async function tryLocked(backend: TestBackend, typed: string): Promise<string> {
  const reply = await backend.invoke('session.unlock', { passphrase: typed });
  return reply.ok ? 'opened' : reply.failure.code;
}

describe('wrong passphrases', () => {
  it('stand in the audit trail as one line after the next opening: how many, the first and the last', async () => {
    const { backend } = await created();
    backend.setNow('2026-03-17T20:00');
    expect(await lockAndTry(backend, 'wrong one')).toBe('session.wrong-passphrase');
    backend.setNow('2026-03-17T20:05');
    await tryLocked(backend, 'wrong two');
    backend.setNow('2026-03-18T08:30');
    await backend.close();
    const again = await testBackend({ folder: backend.folder, now: '2026-03-18T08:31' });
    await again.ask('session.unlock', { passphrase });
    expect(await acts(again)).toEqual(['audit.tries 2 2026-03-17T20:00 2026-03-17T20:05', 'audit.opened passphrase']);
    // Said once: the next opening has nothing of it.
    expect(await lockAndTry(again, passphrase)).toBe('opened');
    expect(await acts(again)).toHaveLength(3);
    expect((await again.ask('store.verify', {})).problems).toEqual([]);
    expect((await again.ask('store.rebuild', {})).same).toBe(true);
  });

  it('are not forgotten when the recovery key opens, and no file beside the data holds what was typed', async () => {
    const { backend, recoveryKey } = await created();
    expect(await lockAndTry(backend, 'Sesam oeffne dich')).toBe('session.wrong-passphrase');
    for (const slot of [1, 2]) {
      expect(readFileSync(join(backend.folder, `tries.${slot}`), 'utf8')).not.toContain('Sesam');
    }
    await backend.ask('session.recover', { recoveryKey, passphrase: next });
    expect(await acts(backend)).toEqual([
      'audit.tries 1 2026-03-17T09:30 2026-03-17T09:30',
      'audit.opened recovery-key',
    ]);
  });
});

describe('a new recovery key', () => {
  it('takes the place of one that was never seen: it opens this machine and new copies, the one before neither', async () => {
    const { backend, recoveryKey: before } = await created();
    const old = await backend.ask('backup.make', { folder: tempFolder() });
    const wrong = await backend.refusal('session.renewRecoveryKey', { current: 'not it' });
    expect(wrong).toMatchObject({ code: 'session.wrong-passphrase', field: 'current' });
    await backend.ask('session.confirmRecoveryKey', { recoveryKey: before });
    const { recoveryKey } = await backend.ask('session.renewRecoveryKey', { current: passphrase });
    expect(recoveryKey).not.toBe(before);
    expect((await backend.ask('session.status', {})).recoveryKeyUnconfirmed).toBe(true);
    expect((await backend.refusal('session.confirmRecoveryKey', { recoveryKey: before })).code).toBe(
      'session.wrong-recovery-key',
    );
    await backend.ask('session.confirmRecoveryKey', { recoveryKey });
    const made = await backend.ask('backup.make', { folder: tempFolder() });
    const restore = async (folder: string, key: string) =>
      (await testBackend()).invoke('backup.restore', { folder, recoveryKey: key, passphrase: next });
    expect((await restore(made.path, recoveryKey)).ok).toBe(true);
    expect(await restore(made.path, before)).toMatchObject({ failure: { code: 'session.wrong-recovery-key' } });
    expect((await restore(old.path, before)).ok).toBe(true);
    await backend.ask('session.lock', {});
    expect((await backend.refusal('session.recover', { recoveryKey: before, passphrase: next })).code).toBe(
      'session.wrong-recovery-key',
    );
    await backend.ask('session.recover', { recoveryKey, passphrase: next });
    expect((await backend.ask('store.verify', {})).problems).toEqual([]);
  });

  it('where the system keeps the key needs no passphrase', async () => {
    const kept = await openedBackend();
    const { recoveryKey } = await kept.ask('session.renewRecoveryKey', {});
    await kept.ask('session.confirmRecoveryKey', { recoveryKey });
    expect(await acts(kept)).toEqual(['audit.keys recovery-key']);
  });
});
