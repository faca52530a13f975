import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeNatsKey } from '#electron/exchange/nats/credentials.ts';
import type { DossierId, RequestId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { madeUpOffice, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const passphrase = 'after the restore';
const scan = Buffer.from('盖章的扫描件 '.repeat(5000));

type Lived = {
  readonly office: TestBackend;
  readonly recoveryKey: string;
  readonly dossier: DossierId;
  readonly request: RequestId;
  readonly manifest: CallInput<'file.read'>['manifest'];
};

/** An office with a file, an enclosure, a draft, and a letter to a partner waiting to be examined. */
async function live(suite: 's1' | 's2' = 's1'): Promise<Lived> {
  const office = await testBackend({ keychain: true, now: '2026-03-17T09:30' });
  const partner = await testBackend({ keychain: true, now: '2026-03-17T09:30' });
  const { recoveryKey } = await office.ask('session.create', { ...madeUpOffice, suite });
  await partner.ask('session.create', { ...madeUpOffice, office: 'wujiang-arb' as never, region: '320509' });
  const { bytes } = await partner.ask('partner.ownCard', {});
  await office.ask('partner.add', { bytes, confirmed: true });
  const parties = [worker('周某某'), employer('某某物流有限公司')];
  const received = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-10', parties });
  const dossier = received.id as DossierId;
  await office.ask('dossier.accept', { dossier, on: localDate('2026-03-11') });
  const { manifest } = await takeIn(office, '扫描件.pdf', scan);
  await office.ask('dossier.attach', { dossier, manifest, name: '扫描件.pdf' });
  const to = 'wujiang-arb' as never;
  const { letter } = await office.ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE', partner: to });
  const items = letter.items.map((item) => ({ ...item, questions: '调取 2025 年 10 至 12 月工资台账。' }));
  const submitted = await office.ask('paper.submit', { dossier, partner: to, letter: { ...letter, items } });
  await office.ask('server.set', { addresses: ['127.0.0.1:4'], credentials: makeNatsKey().seed });
  await office.ask('draft.save', { key: 'dossier.receive', title: '收件', text: '{"cause":"加班费"}' });
  return { office, recoveryKey, dossier, request: submitted.id as RequestId, manifest };
}

/** Everything of an office a person can read, but who reads it and on which device. */
async function readable({ ask }: TestBackend, { dossier, request, manifest }: Lived): Promise<unknown> {
  const { bytes } = await ask('file.read', { manifest, offset: 0, length: 1_048_576 });
  const { device: _device, ...office } = await ask('office.get', {});
  const { row, commission, paper } = await ask('request.get', { request });
  return {
    ...{ office, row, commission, paper, bytes: Buffer.from(bytes).toString('utf8') },
    dossiers: await ask('dossier.list', {}),
    dossier: await ask('dossier.get', { dossier }),
    history: await ask('dossier.history', { dossier }),
    requests: await ask('request.list', {}),
    partners: await ask('partner.list', {}),
    drafts: await ask('draft.list', {}),
  };
}

describe('a copy', () => {
  it.each(['s1', 's2'] as const)(
    'of suite %s restored elsewhere is a new device with all in it that only reads requests',
    async (suite) => {
      const lived = await live(suite);
      const { office, recoveryKey, dossier, request } = lived;
      // Days are counted from the newest record, and the copy's new device is one: both look on the same day.
      office.setNow('2026-03-18T08:00');
      const before = await readable(office, lived);
      const old = await office.ask('store.verify', {});
      const { path } = await office.ask('backup.make', { folder: tempFolder() });
      const restored = await testBackend({ now: '2026-03-18T08:00' });
      expect(await restored.ask('session.status', {})).toMatchObject({ state: 'empty' });
      await restored.ask('backup.restore', { folder: path, recoveryKey, passphrase });
      expect((await office.ask('server.get', {})).key).not.toBeNull();
      expect(await restored.ask('server.get', {})).toMatchObject({ addresses: [], key: null });

      expect(await restored.ask('session.status', {})).toMatchObject({ state: 'open', requestsReadOnly: true });
      const after = await readable(restored, lived);
      expect(after).toEqual(before);
      const device = (await restored.ask('office.get', {})).device;
      expect(device).not.toBe((await office.ask('office.get', {})).device);
      const verified = await restored.ask('store.verify', {});
      expect(verified).toEqual({ ...old, chains: old.chains + 1, entries: old.entries + (suite === 's2' ? 2 : 1) });
      expect(verified.problems).toEqual([]);
      expect(await restored.ask('store.rebuild', {})).toMatchObject({ same: true });

      const { paper, may } = await restored.ask('request.get', { request });
      expect(may).toEqual([]);
      const act = { request, hash: paper?.hash ?? '' };
      const refusals = [
        await restored.refusal('paper.review', { ...act, verdict: 'pass' }),
        await restored.refusal('paper.send', act),
      ];
      expect(refusals.map(({ code }) => code)).toEqual(
        Array.from({ length: 2 }, () => 'request.read-only-after-restore'),
      );
      // Its own files go on being written.
      await restored.ask('note.add', { dossier, text: '恢复后继续办理' });
      expect((await restored.ask('store.verify', {})).problems).toEqual([]);
    },
  );

  it('leaves an office that opens with its new passphrase, and with the recovery key it always had', async () => {
    const { office, recoveryKey } = await live();
    const { path } = await office.ask('backup.make', { folder: tempFolder() });
    const restored = await testBackend();
    await restored.ask('backup.restore', { folder: path, recoveryKey, passphrase });
    await restored.close();
    const again = await testBackend({ folder: restored.folder });
    await again.ask('session.unlock', { passphrase });
    expect(await again.ask('session.status', {})).toMatchObject({ state: 'open', requestsReadOnly: true });
    await again.ask('session.lock', {});
    await again.ask('session.recover', { recoveryKey, passphrase: 'yet another one' });
    expect((await again.ask('store.verify', {})).problems).toEqual([]);
    // A copy of the restored office opens with the same key once more.
    const second = await again.ask('backup.make', { folder: tempFolder() });
    const third = await testBackend();
    await third.ask('backup.restore', { folder: second.path, recoveryKey, passphrase });
    expect((await third.ask('store.verify', {})).problems).toEqual([]);
    expect((await third.ask('office.get', {})).name).toBe(madeUpOffice.name);
  });

  it('asked for three times at once is made three times, each whole', async () => {
    const { office, recoveryKey } = await live();
    const folder = tempFolder();
    const made = await Promise.all([1, 2, 3].map(() => office.ask('backup.make', { folder })));
    const paths = made.map(({ path }) => path);
    expect(readdirSync(folder).toSorted()).toEqual(paths.map((path) => basename(path)).toSorted());
    for (const path of paths) {
      const machine = await testBackend();
      await machine.ask('backup.restore', { folder: path, recoveryKey, passphrase });
      expect((await machine.ask('store.verify', {})).problems).toEqual([]);
    }
  });

  it('is refused with its reason, and the machine stays as empty as it was', async () => {
    const { office, recoveryKey } = await live();
    const { path } = await office.ask('backup.make', { folder: tempFolder() });
    const other = await testBackend({ keychain: true });
    const foreign = await other.ask('session.create', madeUpOffice);
    const machine = await testBackend();
    const empty = readdirSync(machine.folder);
    const attempt = async (said: Partial<CallInput<'backup.restore'>>) => {
      const failure = await machine.refusal('backup.restore', { folder: path, recoveryKey, passphrase, ...said });
      expect(readdirSync(machine.folder)).toEqual(empty);
      return failure;
    };
    const damagedCopy = (harm: (folder: string) => void): string => {
      const copy = join(tempFolder(), 'copy');
      cpSync(path, copy, { recursive: true });
      harm(copy);
      return copy;
    };
    expect(await attempt({ recoveryKey: foreign.recoveryKey })).toEqual({
      ...{ kind: 'refused', code: 'session.wrong-recovery-key' },
    });
    expect(await attempt({ recoveryKey: `${recoveryKey}0` })).toMatchObject({ code: 'session.recovery-key-length' });
    expect(await attempt({ folder: tempFolder() })).toEqual({ kind: 'storage', code: 'storage.backup-missing' });
    expect(await attempt({ folder: 'not/absolute' })).toMatchObject({ field: 'folder' });
    const longer = damagedCopy((copy) => appendFileSync(join(copy, 'xieban.db'), 'x'));
    expect(await attempt({ folder: longer })).toEqual({ kind: 'damaged', code: 'storage.backup-damaged' });
    const flipped = damagedCopy((copy) => {
      const bytes = readFileSync(join(copy, 'xieban.db'));
      bytes[5000] = (bytes[5000] ?? 0) ^ 1;
      writeFileSync(join(copy, 'xieban.db'), bytes);
    });
    expect(await attempt({ folder: flipped })).toEqual({ kind: 'damaged', code: 'storage.backup-damaged' });
    const gone = damagedCopy((copy) => rmSync(join(copy, 'xieban.db')));
    expect(await attempt({ folder: gone })).toEqual({ kind: 'damaged', code: 'storage.backup-damaged' });
    const nonsense = damagedCopy((copy) => writeFileSync(join(copy, 'about.json'), '{}'));
    expect(await attempt({ folder: nonsense })).toMatchObject({ kind: 'damaged', code: 'storage.backup-damaged' });
    const newer = damagedCopy((copy) => writeFileSync(join(copy, 'about.json'), '{"v":2}'));
    expect(await attempt({ folder: newer })).toMatchObject({ kind: 'damaged', code: 'storage.backup-newer' });

    await machine.ask('backup.restore', { folder: path, recoveryKey, passphrase });
    expect((await machine.ask('store.verify', {})).problems).toEqual([]);
  });

  it('never takes the place of an office that is there, open or locked', async () => {
    const { office, recoveryKey } = await live();
    const { path } = await office.ask('backup.make', { folder: tempFolder() });
    const other = await testBackend();
    await other.ask('session.create', { ...madeUpOffice, office: 'other-arb' as never, passphrase: 'its own words' });
    const conflict = { kind: 'conflict', code: 'session.office-exists' };
    expect(await other.refusal('backup.restore', { folder: path, recoveryKey, passphrase })).toEqual(conflict);
    expect((await other.ask('office.get', {})).id).toBe('other-arb');
    await other.ask('session.lock', {});
    expect(await other.refusal('backup.restore', { folder: path, recoveryKey, passphrase })).toEqual(conflict);
    await other.ask('session.unlock', { passphrase: 'its own words' });
    expect((await other.ask('office.get', {})).id).toBe('other-arb');
    expect(existsSync(join(other.folder, 'setting-up'))).toBe(false);
  });
});
