import { readdirSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { WorkKind } from '#shared/contract/work.ts';
import { madeUpOffice, openedBackend, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** Waits until the work says how far it is. */
async function begun({ ask }: TestBackend, kind: WorkKind) {
  for (;;) {
    const work = (await ask('work.list', {})).find((one) => one.kind === kind);
    if (work && work.total > 0) return work;
    await turn();
  }
}

const cancelled = { ok: false, failure: { kind: 'refused', code: 'work.cancelled' } };

test('a restore called off leaves an empty machine, which takes the copy afterwards', async () => {
  const office = await testBackend({ keychain: true });
  const { recoveryKey } = await office.ask('session.create', madeUpOffice);
  await takeIn(office, '材料.bin', Buffer.alloc(30_000_000, 7));
  const { path } = await office.ask('backup.make', { folder: tempFolder() });
  const machine = await testBackend();
  const typed = { folder: path, recoveryKey, passphrase: 'after the restore' };
  const running = machine.invoke('backup.restore', typed);
  const { done, total } = await begun(machine, 'restore');
  expect(done).toBeLessThan(total);
  await machine.ask('work.cancel', { kind: 'restore' });
  expect(await running).toEqual(cancelled);
  expect(await machine.ask('session.status', {})).toMatchObject({ state: 'empty' });
  expect(readdirSync(machine.folder).filter((name) => !name.startsWith('xieban.l'))).toEqual([]);
  await machine.ask('backup.restore', typed);
  expect((await machine.ask('store.verify', {})).problems).toEqual([]);
});

test('a check of everything answers other calls meanwhile, says how far it is, and can be called off', async () => {
  const office = await openedBackend();
  for (let index = 0; index < 1100; index += 1) await office.ask('audit.printed', { what: 'strip', about: `${index}` });
  const whole = await office.ask('store.verify', {});
  expect(whole.entries).toBeGreaterThan(1100);
  const running = office.invoke('store.verify', {});
  const { done, total } = await begun(office, 'verify');
  expect(total).toBe(whole.entries);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(total);
  await office.ask('work.cancel', { kind: 'verify' });
  expect(await running).toEqual(cancelled);
  expect(await office.ask('store.verify', {})).toEqual(whole);
  // The parts of files count as work, and reading them can be called off as well.
  await takeIn(office, '材料.bin', Buffer.alloc(30_000_000, 7));
  const reading = office.invoke('store.verify', {});
  for (;;) {
    const work = await begun(office, 'verify');
    if (work.done > whole.entries) {
      expect(work.total).toBe(whole.entries + 8);
      break;
    }
    await turn();
  }
  await office.ask('work.cancel', { kind: 'verify' });
  expect(await reading).toEqual(cancelled);
  // Somebody locks the data in the middle of it: that is no fault.
  const interrupted = office.invoke('store.verify', {});
  await begun(office, 'verify');
  await office.ask('session.lock', {});
  expect(await interrupted).toMatchObject({ ok: false, failure: { kind: 'locked' } });
  expect(office.logged.filter(({ event }) => event === 'call.failed')).toEqual([]);
});
