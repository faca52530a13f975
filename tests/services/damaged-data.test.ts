import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { madeUpOffice, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const passphrase = 'correct horse battery';
const parties = [worker('周某某'), employer('某某物流(上海)有限公司')];

/** A closed office with many files and a copy of it. */
async function closedOffice(): Promise<{ folder: string; recoveryKey: string; copy: string }> {
  const office = await testBackend();
  const { recoveryKey } = await office.ask('session.create', { ...madeUpOffice, passphrase });
  for (let index = 0; index < 40; index += 1) {
    await office.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-10', parties, summary: '长'.repeat(9000) });
  }
  const { path } = await office.ask('backup.make', { folder: tempFolder() });
  await office.close();
  return { folder: office.folder, recoveryKey, copy: path };
}

const pathOf = (folder: string): string => join(folder, 'xieban.db');

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Lets the check that follows the first answer run. */
async function afterFirstScreen(office: TestBackend): Promise<void> {
  await office.invoke('today.get', {});
  for (let wait = 0; wait < 5; wait += 1) await turn();
}

describe('a data file', () => {
  it('that is damaged where it is opened is refused by its reason, whoever tries, and nothing is changed', async () => {
    const { folder } = await closedOffice();
    const original = readFileSync(pathOf(folder));
    const harms: readonly (readonly [code: string, harm: (path: string) => void])[] = [
      ['storage.truncated', (path) => truncateSync(path, 0)],
      ['storage.truncated', (path) => truncateSync(path, 4096 * 3)],
      ['storage.damaged', (path) => flip(path, 100)],
      ['storage.foreign', (path) => writeFileSync(path, Buffer.alloc(40_960, 'not ours '))],
      ['storage.plaintext', (path) => writeFileSync(path, `SQLite format 3\0${'x'.repeat(8176)}`, 'latin1')],
    ];
    for (const [code, harm] of harms) {
      const place = join(tempFolder(), 'data');
      cpSync(folder, place, { recursive: true });
      harm(pathOf(place));
      const harmed = readFileSync(pathOf(place));
      const office = await testBackend({ folder: place });
      const failure = await office.refusal('session.unlock', { passphrase });
      expect([failure.kind, failure.code]).toEqual(['damaged', code]);
      const status = await office.ask('session.status', {});
      expect(status).toMatchObject({ state: 'refused', refusal: code, mayBeSetAside: true, failedTries: 0 });
      expect((await office.refusal('session.create', { ...madeUpOffice, passphrase })).kind).toBe('conflict');
      expect(readFileSync(pathOf(place)).equals(harmed)).toBe(true);
      // The file as it was, put back, opens: nothing beside it was touched either.
      writeFileSync(pathOf(place), original);
      await office.ask('session.unlock', { passphrase });
      expect((await office.ask('dossier.list', {})).total).toBe(40);
      await office.close();
    }
  });

  it('that cannot be opened for damage is put aside when asked, whole, and a copy takes its place', async () => {
    const { folder, recoveryKey, copy } = await closedOffice();
    truncateSync(pathOf(folder), 4096 * 3);
    const harmed = readFileSync(pathOf(folder));
    const office = await testBackend({ folder });
    // Nobody may put data aside of which nothing is known.
    expect((await office.refusal('session.setAside', {})).code).toBe('session.nothing-damaged');
    expect((await office.refusal('session.unlock', { passphrase: 'wrong' })).code).toBe('session.wrong-passphrase');
    expect((await office.refusal('session.setAside', {})).code).toBe('session.nothing-damaged');
    expect((await office.refusal('session.unlock', { passphrase })).kind).toBe('damaged');
    const { path } = await office.ask('session.setAside', {});
    expect(readFileSync(join(path, 'xieban.db')).equals(harmed)).toBe(true);
    expect(await office.ask('session.status', {})).toMatchObject({
      state: 'empty',
      setAside: path,
      mayBeSetAside: false,
    });
    await office.ask('backup.restore', { folder: copy, recoveryKey, passphrase: 'after the restore' });
    expect((await office.ask('dossier.list', {})).total).toBe(40);
    expect((await office.refusal('session.setAside', {})).code).toBe('session.nothing-damaged');
    expect((await office.ask('session.status', {})).setAside).toBeUndefined();
  });

  it('that is damaged further in is set aside after the first screen, and a copy can take its place', async () => {
    const { folder, recoveryKey, copy } = await closedOffice();
    const size = readFileSync(pathOf(folder)).length;
    flip(pathOf(folder), Math.floor(size / 2));
    const harmed = readFileSync(pathOf(folder));
    const office = await testBackend({ folder });
    const opened = await office.invoke('session.unlock', { passphrase });
    if (opened.ok) await afterFirstScreen(office);
    else expect(opened.failure.kind).toBe('damaged');
    const status = await office.ask('session.status', {});
    expect(status).toMatchObject({ state: 'empty', setAside: expect.stringContaining('quarantine') as string });
    const [when = ''] = readdirSync(join(folder, 'quarantine'));
    const kept = readFileSync(join(folder, 'quarantine', when, 'xieban.db'));
    expect(kept.length).toBeGreaterThanOrEqual(harmed.length);
    expect(existsSync(pathOf(folder))).toBe(false);
    await office.ask('backup.restore', { folder: copy, recoveryKey, passphrase: 'after the restore' });
    await afterFirstScreen(office);
    expect((await office.ask('dossier.list', {})).total).toBe(40);
    expect((await office.ask('store.verify', {})).problems).toEqual([]);
  });

  it('whose keys are gone is refused by its reason, and opens again with them', async () => {
    const { folder, recoveryKey } = await closedOffice();
    const names = readdirSync(folder).filter((name) => name.startsWith('device-keys.') || name.startsWith('device.'));
    expect(names.length).toBeGreaterThan(0);
    const kept = names.map((name) => [name, readFileSync(join(folder, name))] as const);
    for (const [name] of kept) rmSync(join(folder, name));
    const office = await testBackend({ folder });
    const failure = await office.refusal('session.unlock', { passphrase });
    expect(failure).toEqual({ kind: 'damaged', code: 'session.device-keys-missing' });
    expect((await office.refusal('session.recover', { recoveryKey, passphrase })).kind).toBe('damaged');
    for (const [name, bytes] of kept) writeFileSync(join(folder, name), bytes);
    await office.ask('session.unlock', { passphrase });
    expect((await office.ask('store.verify', {})).problems).toEqual([]);
  });
});
