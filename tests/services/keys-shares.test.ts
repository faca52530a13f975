import { describe, expect, it } from 'vitest';
import { madeUpOffice, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const passphrase = '口令 correct horse';
const next = '另一句 battery staple';

type Split = { readonly office: TestBackend; readonly recoveryKey: string; readonly shares: readonly string[] };

async function split(): Promise<Split> {
  const office = await testBackend({ keychain: true });
  const { recoveryKey } = await office.ask('session.create', madeUpOffice);
  const { shares } = await office.ask('session.splitRecoveryKey', { recoveryKey: recoveryKey.toLowerCase() });
  return { office, recoveryKey, shares };
}

const two = (shares: readonly string[], a: number, b: number) => ({
  recoveryKey: shares[a - 1] ?? '',
  otherShare: shares[b - 1] ?? '',
});

describe('the recovery key in three shares', () => {
  it.each([
    [1, 2],
    [3, 1],
    [2, 3],
  ])('opens the data with shares %i and %i, and the new passphrase opens it from then on', async (a, b) => {
    const { office, shares } = await split();
    await office.ask('session.lock', {});
    await office.ask('session.recover', { ...two(shares, a, b), passphrase: next });
    expect(await office.ask('session.status', {})).toMatchObject({ state: 'open', custody: 'passphrase' });
    const trail = (await office.ask('audit.list', {})).rows.map(({ act, about }) => `${act} ${about}`);
    expect(trail.toReversed()).toEqual(['audit.keys recovery-shares', 'audit.opened recovery-shares']);
    await office.ask('session.lock', {});
    await office.ask('session.unlock', { passphrase: next });
  });

  it('brings a copy back with any two of them', async () => {
    const { office, shares } = await split();
    const { path } = await office.ask('backup.make', { folder: tempFolder() });
    const { fingerprint } = await office.ask('partner.ownCard', {});
    const restored = await testBackend();
    const one = { ...two(shares, 1, 1), passphrase };
    expect(await restored.refusal('backup.restore', { folder: path, ...one })).toMatchObject({
      ...{ kind: 'refused', code: 'session.recovery-share-twice' },
    });
    await restored.ask('backup.restore', { folder: path, ...two(shares, 3, 2), passphrase });
    expect((await restored.ask('office.get', {})).name).toBe(madeUpOffice.name);
    // The root key came out of escrow with them: partners go on knowing the office by it.
    expect((await restored.ask('partner.ownCard', {})).fingerprint).toBe(fingerprint);
    expect(await restored.ask('session.status', {})).toMatchObject({ recoverySharesMadeOn: '2026-03-17' });
  });

  it('is asked for by the key itself, once a key, and nothing of it stays here', async () => {
    const { office, recoveryKey, shares } = await split();
    expect(await office.ask('session.status', {})).toMatchObject({ recoverySharesMadeOn: '2026-03-17' });
    const again = await office.refusal('session.splitRecoveryKey', { recoveryKey });
    expect(again).toMatchObject({ kind: 'refused', code: 'session.shares-made' });
    const other = await testBackend({ keychain: true });
    await other.ask('session.create', madeUpOffice);
    const foreign = await other.refusal('session.splitRecoveryKey', { recoveryKey });
    expect(foreign).toMatchObject({ code: 'session.wrong-recovery-key', field: 'recoveryKey' });
    expect(await other.ask('session.status', {})).not.toHaveProperty('recoverySharesMadeOn');
    const kept = JSON.stringify([
      office.logged,
      await office.ask('audit.list', {}),
      await office.ask('draft.list', {}),
    ]);
    for (const group of [recoveryKey, ...shares].flatMap((one) => one.split('-').filter((g) => g.length === 5))) {
      expect(kept).not.toContain(group);
    }
  });

  it('is made anew with a new recovery key, which makes the shares before useless', async () => {
    const { office, shares: before } = await split();
    const { shares, recoveryKey } = await office.ask('session.renewRecoveryKey', {});
    expect(shares).toHaveLength(3);
    await office.ask('session.lock', {});
    const refused = async (typed: { recoveryKey: string; otherShare: string }) =>
      office.refusal('session.recover', { ...typed, passphrase: next });
    expect(await refused(two(before, 1, 2))).toMatchObject({
      ...{ kind: 'refused', code: 'session.recovery-share-foreign', field: 'recoveryKey', facts: { share: 1 } },
    });
    const mixed = { recoveryKey: shares[0] ?? '', otherShare: before[1] ?? '' };
    expect(await refused(mixed)).toMatchObject({ code: 'session.recovery-share-foreign', field: 'otherShare' });
    await office.ask('session.recover', { ...two(shares, 2, 3), passphrase: next });
    await office.ask('session.confirmRecoveryKey', { recoveryKey });
  });

  it('was never asked for: a new recovery key comes without shares', async () => {
    const office = await testBackend({ keychain: true });
    await office.ask('session.create', madeUpOffice);
    expect((await office.ask('session.renewRecoveryKey', {})).shares).toEqual([]);
  });
});
