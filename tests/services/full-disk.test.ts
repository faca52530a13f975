import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { smallInterface, startHostProcess } from '#tests/security/support/host-process.ts';
import { describeWithSmallDisk, fill, smallDisk } from '#tests/store/support/small-disk.ts';
import { approval } from '#tests/support/approval.ts';
import { madeUpOffice, openedBackend, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const parties = [worker('周某某'), employer('某某物流(上海)有限公司')];

async function receive({ ask }: TestBackend): Promise<DossierId> {
  const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-10', parties });
  return id as DossierId;
}

/** An office with an accepted file. */
async function prepared(folder: string): Promise<{ office: TestBackend; dossier: DossierId }> {
  const office = await openedBackend({ folder });
  const dossier = await receive(office);
  await office.ask('dossier.accept', { dossier, on: localDate('2026-03-11') });
  return { office, dossier };
}

/** Every act that writes, as one person could try them one after another; the disk has no room for any. */
function acts(dossier: DossierId, disk: string, party: string) {
  const text = '长'.repeat(4000);
  return [
    ['dossier.receive', { side: 'arb', receivedOn: '2026-03-10', parties, summary: text }],
    ['dossier.amend', { dossier, base: 1_000_000, summary: text }],
    ['note.add', { dossier, text }],
    ['party.add', { dossier, ...worker('吴某某', 7), address: '长'.repeat(400) }],
    ['party.reveal', { dossier, party, reason: '核对' }],
    ['claim.add', { dossier, code: 'wage', basis: text }],
    ['dossier.close', { ...approval, dossier, on: localDate('2026-03-17'), type: 'arb.withdrawn', note: text }],
    ['person.add', { name: '陆某某', roles: ['arbitrator'] }],
    ['office.amend', { name: '青浦仲裁院', address: '长'.repeat(300), postcode: '', phone: '', uscc: '' }],
    ['audit.printed', { what: 'strip', about: '青收2026-0001' }],
    ['draft.save', { key: 'dossier.receive', text: 'x'.repeat(400_000) }],
    ['store.rebuild', {}],
    ['backup.make', { folder: disk }],
  ] as const;
}

describeWithSmallDisk('an office on a full disk', () => {
  test('refuses every act whole, goes on showing everything, and works again once there is room', async () => {
    const { folder: disk } = smallDisk(9000);
    const folder = join(disk, 'data');
    const { office, dossier } = await prepared(folder);
    const shown = async () => ({
      dossiers: await office.ask('dossier.list', {}),
      dossier: await office.ask('dossier.get', { dossier }),
      history: await office.ask('dossier.history', { dossier }),
      people: await office.ask('office.get', {}),
      verified: await office.ask('store.verify', {}),
    });
    const before = await shown();
    const filler = fill(disk);
    const party = before.dossier.parties[0]?.id ?? '';
    for (const [name, input] of acts(dossier, disk, party)) {
      const failure = await office.refusal(name, input as never);
      const code = name === 'backup.make' ? 'backup.no-space' : 'storage.disk-full';
      expect(failure, name).toMatchObject({ kind: 'storage', code });
    }
    expect(await shown()).toEqual(before);
    expect(readdirSync(disk).toSorted()).toEqual(['data', 'filler']);

    rmSync(filler);
    for (const [name, input] of acts(dossier, disk, party)) await office.ask(name, input as never);
    expect((await office.ask('store.verify', {})).problems).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  test('refuses a file on its way in and keeps no scraps of it', async () => {
    const { folder: disk } = smallDisk(9000);
    const { office } = await prepared(join(disk, 'data'));
    const { upload } = await office.ask('file.begin', { name: '录像.mp4', size: 12_000_000 });
    const part = Buffer.alloc(1_000_000, 1);
    const answers = [];
    for (let offset = 0; offset < 12_000_000; offset += part.length) {
      answers.push(await office.invoke('file.append', { upload, offset, bytes: part }));
    }
    answers.push(await office.invoke('file.finish', { upload }));
    const last = answers.at(-1);
    expect(last?.ok).toBe(false);
    expect(answers).toContainEqual({ ok: false, failure: { kind: 'storage', code: 'storage.disk-full' } });
    await office.invoke('file.cancel', { upload });
    await takeIn(office, '小.bin', Buffer.alloc(1000));
  });

  test('cannot be opened with the passphrase, says why, and opens once there is room', async () => {
    const { folder: disk } = smallDisk(9000);
    const folder = join(disk, 'data');
    const office = await testBackend({ folder });
    const passphrase = 'correct horse battery';
    const { recoveryKey } = await office.ask('session.create', { ...madeUpOffice, passphrase });
    const dossier = await receive(office);
    await office.ask('session.lock', {});
    const filler = fill(disk);
    const failure = await office.refusal('session.unlock', { passphrase });
    expect(failure).toEqual({ kind: 'storage', code: 'storage.disk-full' });
    const typed = { recoveryKey, passphrase: 'another passphrase' };
    expect(await office.refusal('session.recover', typed)).toMatchObject({ kind: 'storage' });
    expect(await office.ask('session.status', {})).toMatchObject({ state: 'locked' });
    rmSync(filler);
    await office.ask('session.unlock', { passphrase });
    expect((await office.ask('dossier.get', { dossier })).parties).toHaveLength(2);
    expect((await office.ask('store.verify', {})).problems).toEqual([]);
  });

  test('is not set up or restored at all, and can be once there is room', async () => {
    const { folder: disk } = smallDisk(9000);
    const from = await testBackend({ keychain: true });
    const { recoveryKey } = await from.ask('session.create', madeUpOffice);
    await takeIn(from, '材料.bin', Buffer.alloc(3_000_000, 7));
    const { path } = await from.ask('backup.make', { folder: tempFolder() });
    const machine = await testBackend({ folder: join(disk, 'data'), keychain: true });
    const filler = fill(disk);
    expect(await machine.refusal('session.create', madeUpOffice)).toEqual({
      ...{ kind: 'storage', code: 'storage.disk-full' },
    });
    const restore = { folder: path, recoveryKey, passphrase: 'after the restore' };
    expect(await machine.refusal('backup.restore', restore)).toEqual({ kind: 'storage', code: 'storage.disk-full' });
    expect(await machine.ask('session.status', {})).toMatchObject({ state: 'empty' });
    expect(readdirSync(machine.folder).filter((name) => !name.startsWith('xieban.l'))).toEqual([]);
    rmSync(filler);
    await machine.ask('backup.restore', restore);
    expect((await machine.ask('store.verify', {})).problems).toEqual([]);
  });
});

describeWithSmallDisk('a data folder that may only be read', () => {
  test('is refused at the start by its reason, and nothing in it changes', async () => {
    const { folder: disk, makeReadOnly } = smallDisk(9000);
    const folder = join(disk, 'data');
    const { office } = await prepared(folder);
    await office.close();
    const content = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]);
    const before = content();
    const database = readFileSync(join(folder, 'xieban.db'));
    makeReadOnly();
    await expect(testBackend({ folder, keychain: true })).rejects.toThrow('folder-read-only');
    const program = startHostProcess(['--renderer', smallInterface(), '--data', folder, '--lang', 'en']);
    const { code, printed } = await program.ended;
    expect(code).toBe(1);
    expect(printed).toContain(`The data cannot be opened: ${folder}\nReason: the folder cannot be written to`);
    expect(content()).toEqual(before);
    expect(readFileSync(join(folder, 'xieban.db')).equals(database)).toBe(true);
  });
});
