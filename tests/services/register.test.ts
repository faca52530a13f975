import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;

async function strikeAcceptance(office: TestOffice, dossier: Awaited<ReturnType<typeof receiveOne>>): Promise<void> {
  const { life, revision: base } = await office.ask('dossier.get', { dossier });
  const step = life.steps.find(({ code }) => code === 'arb.accept')?.id as never;
  await office.ask('dossier.correctStep', { dossier, base, step, on: null, reason: '重复受理' });
}

describe('the books of an office', () => {
  it('list every number in its order, a voided one in its place with the reason, and never give it again', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const first = await receiveOne(office);
    const second = await receiveOne(office, { receivedOn: '2026-03-16' });
    await office.ask('dossier.accept', { dossier: first, on: day('2026-03-03') });
    await strikeAcceptance(office, first);
    await office.ask('dossier.accept', { dossier: second, on: day('2026-03-17') });
    const again = await office.ask('dossier.accept', { dossier: first, on: day('2026-03-17') });
    expect(again.caseNo).toBe('青劳人仲(2026)办字第3号');
    const accepted = await office.ask('register.list', { book: 'accepted', year: 2026 });
    expect(accepted.rows.map(({ number, voidOn, voidReason }) => [number, voidOn, voidReason])).toEqual([
      ['青劳人仲(2026)办字第1号', '2026-03-17', '重复受理'],
      ['青劳人仲(2026)办字第2号', '', ''],
      ['青劳人仲(2026)办字第3号', '', ''],
    ]);
    const received = await office.ask('register.list', { book: 'received', year: 2026 });
    expect(received.rows.map(({ number, other }) => [number, other])).toEqual([
      ['青收2026-0001', '青劳人仲(2026)办字第3号'],
      ['青收2026-0002', '青劳人仲(2026)办字第2号'],
    ]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('filter by year, month and side, and page', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    await receiveOne(office, { receivedOn: '2025-12-31' });
    await receiveOne(office, { receivedOn: '2026-02-28' });
    await receiveOne(office, { receivedOn: '2026-03-01' });
    const totals = async (year: number, month = 0) =>
      (await office.ask('register.list', { book: 'received', year, month })).total;
    expect([await totals(2025), await totals(2026), await totals(2026, 2), await totals(2026, 12)]).toEqual([
      1, 2, 1, 0,
    ]);
    const page = await office.ask('register.list', { book: 'received', year: 2026, offset: 1, limit: 1 });
    expect(page.rows.map(({ number }) => number)).toEqual(['青收2026-0002']);
    expect((await office.ask('register.list', { book: 'received', year: 2026, side: 'lsi' })).total).toBe(0);
    expect((await office.ask('register.list', { book: 'received', year: 2026, side: 'arb' })).total).toBe(2);
  });

  it('hold a closed file in the book of closing until its closing is struck', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const dossier = await receiveOne(office);
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-05'), type: 'arb.rejected' });
    const closed = async () => (await office.ask('register.list', { book: 'closed', year: 2026 })).rows;
    expect(await closed()).toMatchObject([{ number: '青收2026-0001', on: '2026-03-05', closeType: 'arb.rejected' }]);
    const { life, revision: base } = await office.ask('dossier.get', { dossier });
    const step = life.steps.find(({ code }) => code === 'arb.close')?.id as never;
    await office.ask('dossier.correctStep', { dossier, base, step, on: null, reason: '录错' });
    expect(await closed()).toEqual([]);
  });

  it('enter a number under the day its receipt or acceptance was moved to, and leave a voided one where it was', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const dossier = await receiveOne(office, { receivedOn: '2026-02-27' });
    await office.ask('dossier.accept', { dossier, on: day('2026-03-03') });
    await strikeAcceptance(office, dossier);
    await office.ask('dossier.accept', { dossier, on: day('2026-03-04') });
    const move = async (code: string, on: string) => {
      const { life, revision: base } = await office.ask('dossier.get', { dossier });
      const step = life.steps.findLast((one) => one.code === code)?.id as never;
      await office.ask('dossier.correctStep', { dossier, base, step, on: day(on), reason: '日期录错' });
    };
    await move('arb.receive', '2026-03-02');
    await move('arb.accept', '2026-03-06');
    const days = async (book: 'received' | 'accepted', month: number) =>
      (await office.ask('register.list', { book, year: 2026, month })).rows.map(({ number, on }) => [number, on]);
    expect(await days('received', 2)).toEqual([]);
    expect(await days('received', 3)).toEqual([['青收2026-0001', '2026-03-02']]);
    expect(await days('accepted', 3)).toEqual([
      ['青劳人仲(2026)办字第1号', '2026-03-03'],
      ['青劳人仲(2026)办字第2号', '2026-03-06'],
    ]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('never hold one number twice: one of another series that writes alike is refused, and the number told', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    await office.ask('office.setSettings', { arbCaseNumber: '{dist}收{year}-{seq:4}' });
    const dossier = await receiveOne(office);
    const failure = await office.refusal('dossier.accept', { dossier, on: day('2026-03-17') });
    expect(failure).toMatchObject({ code: 'number.taken', facts: { number: '青收2026-0001' } });
  });

  it('go on behind what an earlier pattern wrote where the next one writes alike', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const first = await receiveOne(office);
    await office.ask('office.setSettings', { windowNumber: '{dist}收2026-{seq}' });
    const second = await receiveOne(office);
    await office.ask('office.setSettings', { windowNumber: '{dist}收{year}-{seq}' });
    const third = await receiveOne(office);
    const { rows } = await office.ask('register.list', { book: 'received', year: 2026 });
    expect(rows.map(({ number, dossier }) => [number, dossier])).toEqual([
      // Counted through the years, and so before those of one year.
      ['青收2026-0002', second],
      ['青收2026-0001', first],
      ['青收2026-0003', third],
    ]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
