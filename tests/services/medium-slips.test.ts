import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { type ExchangeOffice, exchangeOffice, introduce, sendLetter } from './support/exchange-office.ts';

async function partners(): Promise<readonly [ExchangeOffice, ExchangeOffice]> {
  const [asks, does] = [await exchangeOffice('qingpu-arb'), await exchangeOffice('wujiang-arb', '320509')];
  await introduce(asks, does, '');
  await introduce(does, asks, '');
  return [asks, does];
}

const newest = async (office: ExchangeOffice) => (await office.ask('courier.carried', {}))[0];

test('both ends of a stick name the same fingerprint, and so they do once more was written to it', async () => {
  const [asks, does] = await partners();
  const stick = tempFolder();
  const inbox = join(stick, 'xieban-courier', 'inbox', does.id);
  for (let time = 0; time < 2; time += 1) {
    await sendLetter(asks, does);
    const { lines } = await asks.ask('courier.export', { folder: stick, label: '  U 盘 3 号 ' });
    const packages = readdirSync(inbox).length;
    const { prints } = await does.ask('courier.import', { folder: stick });
    expect(prints).toEqual([{ office: asks.id, name: expect.any(String), print: lines[0]?.print, packages }]);
    expect(lines[0]?.print).toMatch(/^\d{5}( \d{5}){3}$/);
    const slip = await asks.ask('courier.slip', { slip: lines[0]?.slip ?? 0 });
    expect(slip).toMatchObject({
      ...{ label: 'U 盘 3 号', print: lines[0]?.print, packages, folder: stick },
      ...{ office: does.id, from: { office: asks.id }, at: '2026-03-12 09:30' },
    });
    // The way back does not touch what the slip says of the way there.
    await does.ask('courier.export', { folder: stick });
  }
  const before = (await does.ask('courier.import', { folder: stick })).prints;
  rmSync(join(inbox, readdirSync(inbox)[0] ?? ''));
  const after = (await does.ask('courier.import', { folder: stick })).prints;
  expect(after[0]?.packages).toBe((before[0]?.packages ?? 0) - 1);
  expect(after[0]?.print).not.toBe(before[0]?.print);
});

test('a stick is out until a signed receipt covers it, late after a fortnight, and names the receipt that covers it', async () => {
  const [asks, does] = await partners();
  const stick = tempFolder();
  await sendLetter(asks, does);
  await asks.ask('courier.export', { folder: stick });
  expect(await newest(asks)).toMatchObject({ state: 'out', days: 0, receipt: null });
  asks.clock.set('2026-03-26T09:30');
  expect(await newest(asks)).toMatchObject({ state: 'out', days: 14 });
  asks.clock.set('2026-03-27T09:30');
  expect(await newest(asks)).toMatchObject({ state: 'late', days: 15 });

  await does.ask('courier.import', { folder: stick });
  await does.ask('courier.export', { folder: stick });
  // A medium that carried receipts alone waits for nothing.
  expect(await newest(does)).toMatchObject({ state: 'no-receipt-due', entries: 0 });
  await asks.ask('courier.import', { folder: stick });
  const back = await newest(asks);
  expect(back).toMatchObject({ state: 'receipted', receipt: { at: '2026-03-27 09:30' } });

  // What came later is not covered by what was signed before, and does not change what the first one says.
  await sendLetter(asks, does);
  await asks.ask('courier.export', { folder: tempFolder() });
  const [second, first] = await asks.ask('courier.carried', {});
  expect(second).toMatchObject({ state: 'out' });
  expect(first).toEqual({ ...back, id: first?.id });
});

test('what is on which stick survives a restart and a rebuild; what is not on record is not found', async () => {
  const [asks, does] = await partners();
  await sendLetter(asks, does);
  await asks.ask('courier.export', { folder: tempFolder(), label: '二号' });
  const before = await asks.ask('courier.carried', {});
  await asks.restart();
  expect(await asks.ask('store.rebuild', {})).toMatchObject({ same: true });
  expect(await asks.ask('courier.carried', {})).toEqual(before);
  expect(before).toMatchObject([{ label: '二号', office: does.id }]);
  expect(await asks.refusal('courier.slip', { slip: 99 })).toMatchObject({ code: 'not-found.medium' });
  expect(await does.ask('courier.carried', {})).toEqual([]);
});

test('a stick with more packages than a look shows is read to its end, and its fingerprint covers them all', async () => {
  const [asks, does] = await partners();
  const stick = tempFolder();
  await sendLetter(asks, does);
  const inbox = join(stick, 'xieban-courier', 'inbox', does.id);
  mkdirSync(inbox, { recursive: true });
  // In front of ours, whose names are hashes: more than one look gives.
  for (let n = 0; n < 1_200; n += 1) writeFileSync(join(inbox, `${n.toString(16).padStart(64, '0')}.xb`), '');
  const { lines } = await asks.ask('courier.export', { folder: stick });
  const { prints, setAside } = await does.ask('courier.import', { folder: stick });
  expect(prints).toMatchObject([{ office: asks.id, packages: 1, print: lines[0]?.print }]);
  expect(setAside).toBe(1_200);
});

test('the last proof of contact names the newest receipt of each side and how far it reaches', async () => {
  const [asks, does] = await partners();
  const stick = tempFolder();
  const proof = async (office: ExchangeOffice) => (await office.ask('sync.status', {})).partners[0]?.proof;
  expect(await proof(asks)).toEqual({ theirs: null, ours: null });
  await sendLetter(asks, does);
  await asks.ask('courier.export', { folder: stick });
  await does.ask('courier.import', { folder: stick });
  await does.ask('courier.export', { folder: stick });
  await asks.ask('courier.import', { folder: stick });
  const sent = (await asks.ask('sync.status', {})).partners[0]?.ours;
  const there = (await proof(does))?.ours;
  expect(there).toMatchObject({ at: '2026-03-12 09:30', upTo: sent });
  expect((await proof(asks))?.theirs).toEqual({ number: there?.number, at: there?.at, upTo: sent });
});
