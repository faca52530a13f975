import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { madeUpOffice, openedBackend, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const passphrase = '口令 correct horse';

async function created(): Promise<{ backend: TestBackend; recoveryKey: string }> {
  const backend = await testBackend();
  const { recoveryKey } = await backend.ask('session.create', { ...madeUpOffice, passphrase });
  return { backend, recoveryKey };
}

describe('setting up an office', () => {
  it('needs a way to keep the key, and happens once', async () => {
    const backend = await testBackend();
    expect(await backend.ask('session.status', {})).toMatchObject({ state: 'empty', failedTries: 0 });
    const failure = await backend.refusal('session.create', madeUpOffice);
    expect(failure).toEqual({ kind: 'refused', code: 'session.passphrase-needed', field: 'passphrase' });
    expect(await backend.ask('session.status', {})).toMatchObject({ state: 'empty' });
    await backend.ask('session.create', { ...madeUpOffice, passphrase });
    expect(await backend.ask('session.status', {})).toMatchObject({ state: 'open', custody: 'passphrase' });
    const before = readFileSync(join(backend.folder, 'xieban.db'));
    const again = await backend.refusal('session.create', { ...madeUpOffice, passphrase: 'another passphrase' });
    expect(again).toEqual({ kind: 'conflict', code: 'session.office-exists' });
    expect(readFileSync(join(backend.folder, 'xieban.db')).equals(before)).toBe(true);
    expect(await backend.ask('office.get', {})).toMatchObject({ id: 'qingpu-arb', me: { name: '沈书记员' } });
  });

  it('asked for twice at once makes one office, which the passphrase of the one that was told yes opens', async () => {
    const backend = await testBackend();
    const replies = await Promise.all(
      ['first passphrase', 'second passphrase'].map((words) =>
        backend.invoke('session.create', { ...madeUpOffice, passphrase: words }),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: 'conflict' } });
    await backend.ask('session.lock', {});
    await backend.ask('session.unlock', { passphrase: replies[0]?.ok ? 'first passphrase' : 'second passphrase' });
    expect((await backend.ask('store.verify', {})).problems).toEqual([]);
  });

  it('keeps saying that the recovery key is unconfirmed until it is typed back', async () => {
    const { backend, recoveryKey } = await created();
    const unconfirmed = async () => (await backend.ask('session.status', {})).recoveryKeyUnconfirmed;
    expect(await unconfirmed()).toBe(true);
    const swapped = recoveryKey.replace(/^(.)(.)/, (_, a: string, b: string) => (a === b ? `${a}Z` : b + a));
    const typo = await backend.refusal('session.confirmRecoveryKey', { recoveryKey: swapped });
    expect(typo).toEqual({ kind: 'refused', code: 'session.recovery-key-typo', facts: { group: 1 } });
    const other = await created();
    const foreign = await backend.refusal('session.confirmRecoveryKey', { recoveryKey: other.recoveryKey });
    expect(foreign).toEqual({ kind: 'refused', code: 'session.wrong-recovery-key' });
    expect(await unconfirmed()).toBe(true);
    await backend.ask('session.confirmRecoveryKey', { recoveryKey: recoveryKey.toLowerCase().replaceAll('-', '  ') });
    expect(await unconfirmed()).toBe(false);
  });

  it('begins anew after one that was interrupted, whose scraps are put aside and not deleted', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'setting-up', 'chunks'), { recursive: true });
    writeFileSync(join(folder, 'setting-up', 'xieban.db'), 'half an office');
    // What a kill between two moves into place leaves: keys and chunks, and no database.
    for (const name of ['keyring.1', 'keyring.2']) writeFileSync(join(folder, name), 'of the one before');
    mkdirSync(join(folder, 'chunks', 'ab'), { recursive: true });
    writeFileSync(join(folder, 'chunks', 'ab', 'ab'.repeat(32)), 'a chunk');
    const backend = await testBackend({ folder });
    expect(await backend.ask('session.status', {})).toMatchObject({ state: 'empty' });
    await backend.ask('session.create', { ...madeUpOffice, passphrase });
    await backend.ask('session.lock', {});
    await backend.ask('session.unlock', { passphrase });
    const [aside = '', ...more] = readdirSync(folder).filter((name) => name.startsWith('set-aside-'));
    expect(more).toEqual([]);
    expect(readdirSync(join(folder, aside)).toSorted()).toEqual(['keyring.1', 'keyring.2', 'setting-up']);
    expect(readFileSync(join(folder, aside, 'setting-up', 'xieban.db'), 'utf8')).toBe('half an office');
  });
});

describe('locking', () => {
  it('in the middle of anything is answered as such, leaves no half of it, and is no fault', async () => {
    const backend = await openedBackend();
    const { upload } = await backend.ask('file.begin', { name: '录像.mp4', size: 9_000_000 });
    const part = Buffer.alloc(1_000_000, 1);
    const running = [
      ...Array.from({ length: 9 }, (_, index) =>
        backend.invoke('file.append', { upload, offset: index * part.length, bytes: part }),
      ),
      backend.invoke('file.finish', { upload }),
      backend.invoke('backup.make', { folder: tempFolder() }),
      backend.invoke('sync.now', {}),
    ];
    await backend.ask('session.lock', {});
    const kinds = (await Promise.all(running)).map((reply) => (reply.ok ? 'done' : reply.failure.kind));
    expect(kinds.filter((kind) => kind !== 'done' && kind !== 'locked')).toEqual([]);
    expect(backend.logged.filter(({ event }) => event === 'call.failed')).toEqual([]);
    await backend.close();
    const again = await testBackend({ folder: backend.folder, keychain: true });
    expect((await again.ask('store.verify', {})).problems).toEqual([]);
    expect(readdirSync(join(again.folder, 'chunks')).filter((name) => name.startsWith('intake-'))).toEqual([]);
  });
});

describe('opening', () => {
  it('takes no call but those that may come before it', async () => {
    const { backend } = await created();
    await backend.ask('session.lock', {});
    expect(await backend.ask('session.status', {})).toMatchObject({ state: 'locked', recoveryKeyUnconfirmed: false });
    expect(await backend.refusal('office.get', {})).toEqual({ kind: 'locked', code: 'session.locked' });
    expect(await backend.refusal('session.lock', {})).toEqual({ kind: 'locked', code: 'session.locked' });
    expect((await backend.ask('region.list', {})).length).toBeGreaterThan(0);
    await backend.ask('session.unlock', { passphrase });
    expect((await backend.ask('office.get', {})).name).toBe(madeUpOffice.name);
    // A second one changes nothing, and does not even look at what was typed.
    await backend.ask('session.unlock', { passphrase: 'no matter' });
    expect(await backend.ask('session.status', {})).toMatchObject({ state: 'open', failedTries: 0 });
  });

  it('slows down after five wrong passphrases, also for the right one and across a restart, and never wipes', async () => {
    const { backend } = await created();
    await backend.ask('session.lock', {});
    for (let failedTries = 1; failedTries <= 4; failedTries += 1) {
      const failure = await backend.refusal('session.unlock', { passphrase: `wrong ${failedTries}` });
      expect(failure).toEqual({
        ...{ kind: 'refused', code: 'session.wrong-passphrase' },
        facts: { seconds: 0, failedTries },
      });
    }
    const fifth = await backend.refusal('session.unlock', { passphrase: 'wrong 5' });
    expect(fifth.facts).toEqual({ seconds: 30, failedTries: 5 });
    expect(await backend.ask('session.status', {})).toMatchObject({ waitSeconds: 30, failedTries: 5 });
    const early = await backend.refusal('session.unlock', { passphrase });
    expect(early).toMatchObject({ code: 'session.wait', facts: { seconds: 30 } });
    await backend.close();

    const restarted = await testBackend({ folder: backend.folder });
    expect(await restarted.ask('session.status', {})).toMatchObject({ state: 'locked', waitSeconds: 30 });
    restarted.pass(30);
    const sixth = await restarted.refusal('session.unlock', { passphrase: 'wrong 6' });
    expect(sixth.facts).toEqual({ seconds: 60, failedTries: 6 });
    restarted.pass(60);
    await restarted.ask('session.unlock', { passphrase });
    expect(await restarted.ask('session.status', {})).toMatchObject({ state: 'open', waitSeconds: 0, failedTries: 0 });
    expect((await restarted.ask('store.verify', {})).problems).toEqual([]);
  });

  it('counts tries that come at once one by one', async () => {
    const { backend } = await created();
    await backend.ask('session.lock', {});
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, index) => backend.invoke('session.unlock', { passphrase: `wrong ${index}` })),
    );
    const codes = tries.map((reply) => (reply.ok ? 'opened' : reply.failure.code));
    expect(codes.filter((code) => code === 'session.wrong-passphrase')).toHaveLength(5);
    expect(codes.filter((code) => code === 'session.wait')).toHaveLength(7);
  });

  it('works with the recovery key, says which group is mistyped, and leaves only the new passphrase', async () => {
    const { backend, recoveryKey } = await created();
    await backend.ask('session.lock', {});
    const groups = recoveryKey.split('-');
    const mistyped = groups
      .with(
        3,
        (groups[3] ?? '').replace(/^./, (char) => (char === '7' ? '8' : '7')),
      )
      .join('-');
    const typed = { passphrase: 'a new passphrase' };
    expect(await backend.refusal('session.recover', { ...typed, recoveryKey: mistyped })).toEqual({
      ...{ kind: 'refused', code: 'session.recovery-key-typo' },
      facts: { group: 4 },
    });
    const short = await backend.refusal('session.recover', { ...typed, recoveryKey: groups.slice(0, 7).join('-') });
    expect(short.code).toBe('session.recovery-key-length');
    const other = await created();
    const foreign = await backend.refusal('session.recover', { ...typed, recoveryKey: other.recoveryKey });
    expect(foreign.code).toBe('session.wrong-recovery-key');
    expect(await backend.ask('session.status', {})).toMatchObject({ state: 'locked' });

    await backend.ask('session.recover', { ...typed, recoveryKey });
    expect((await backend.ask('office.get', {})).name).toBe(madeUpOffice.name);
    await backend.ask('session.lock', {});
    expect((await backend.refusal('session.unlock', { passphrase })).code).toBe('session.wrong-passphrase');
    await backend.ask('session.unlock', typed);
    expect((await backend.ask('store.verify', {})).problems).toEqual([]);
  });

  it('says what is broken and touches nothing when the key file is', async () => {
    const { backend } = await created();
    await backend.close();
    const files = readdirSync(backend.folder).filter((name) => name.startsWith('keyring.'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) writeFileSync(join(backend.folder, name), 'garbage\n');
    const database = readFileSync(join(backend.folder, 'xieban.db'));
    const again = await testBackend({ folder: backend.folder });
    const status = await again.ask('session.status', {});
    expect(status).toMatchObject({ state: 'refused', refusal: 'session.keyring-damaged' });
    const failure = await again.refusal('session.unlock', { passphrase });
    expect(failure).toEqual({ kind: 'damaged', code: 'session.keyring-damaged' });
    expect((await again.refusal('session.create', { ...madeUpOffice, passphrase })).kind).toBe('conflict');
    expect(readFileSync(join(backend.folder, 'xieban.db')).equals(database)).toBe(true);
    expect(existsSync(join(backend.folder, 'setting-up'))).toBe(false);
  });
});
