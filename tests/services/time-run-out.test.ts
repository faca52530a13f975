import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { servedCase, takeStep } from '#tests/support/served-case.ts';

const day = localDate;

async function served(now: string): Promise<[TestOffice, DossierId]> {
  const office = await testOffice({ now });
  return [office, (await servedCase(office)).dossier];
}

describe('the time of a party', () => {
  it('is over when its last day has passed: nowhere overdue, neither on the day nor in the list', async () => {
    const [office, dossier] = await served('2026-03-20T09:00');
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-13'), type: 'arb.award-open' });
    const sue = async () => {
      const { deadlines, row } = await office.ask('dossier.get', { dossier });
      const found = deadlines.find(({ ruleId }) => ruleId === 'ARB.SUE');
      return [found?.due, found?.lamp, found?.daysLeft, row.next?.lamp];
    };
    expect(await sue()).toEqual(['2026-03-27', 'fine', 7, 'fine']);
    office.setNow('2026-03-27T09:00');
    expect(await sue()).toEqual(['2026-03-27', 'fine', 0, 'fine']);
    expect((await office.ask('today.get', {})).dueToday).toEqual([]);
    office.setNow('2026-04-20T09:00');
    expect(await sue()).toEqual(['2026-03-27', 'over', null, 'over']);
    const today = await office.ask('today.get', {});
    expect([today.overdue, today.dueToday, today.dueThisWeek]).toEqual([[], [], []]);
    const { rows } = await office.ask('deadline.list', {});
    expect(rows.map(({ due }) => [due.ruleId, due.lamp])).toEqual([['ARB.SUE', 'over']]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is not what an open file waits for while a limit of the office runs', async () => {
    const office = await testOffice({ now: '2026-03-20T09:00' });
    const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
    await office.ask('dossier.accept', { dossier, on: day('2026-03-02') });
    await takeStep(office, dossier, 'arb.panel', '2026-03-03');
    await takeStep(office, dossier, 'arb.set-hearing', '2026-03-04', { day: day('2026-03-24') });
    await takeStep(office, dossier, 'arb.hearing-notified', '2026-03-05');
    const { row, deadlines } = await office.ask('dossier.get', { dossier });
    expect(row.next).toMatchObject({ ruleId: 'ARB.LIMIT', due: '2026-04-16' });
    expect(deadlines.find(({ ruleId }) => ruleId === 'ARB.POSTPONE_REQ')).toMatchObject({ lamp: 'over' });
  });
});

describe('a limit that goes on when its file is closed', () => {
  it('is stopped by hand there, and nothing else is recorded', async () => {
    const [office, dossier] = await served('2026-03-20T09:00');
    await office.ask('clock.start', { dossier, ruleId: 'ARB.EVIDENCE', on: day('2026-03-30') });
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-13'), type: 'arb.award-open' });
    const of = (await office.ask('dossier.get', { dossier })).deadlines.find(({ ruleId }) => ruleId === 'ARB.SUE')?.of;
    const sue = { dossier, ruleId: 'ARB.SUE', of: of ?? '' } as const;
    expect(await office.ask('clock.may', sue)).toEqual(['STOP']);
    expect(await office.ask('clock.may', { dossier, ruleId: 'ARB.LIMIT', of: '' })).toEqual([]);
    const closed = { on: day('2026-03-18') };
    const refused = async (said: object) =>
      (await office.refusal('clock.record', { ...sue, ...closed, type: 'STOP', ...said })).code;
    expect(await refused({ type: 'RESTART' })).toBe('clock.not-for-this-limit');
    expect(await refused({ type: 'SUSPEND', decidedBy: '院长' })).toBe('clock.dossier-closed');
    expect(await refused({ ruleId: 'ARB.EVIDENCE', of: '' })).toBe('clock.dossier-closed');
    await office.ask('clock.record', { ...sue, ...closed, type: 'STOP' });
    const explained = await office.ask('deadline.explain', { id: `${dossier}:ARB.SUE:${of ?? ''}` });
    expect(explained.deadline).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-18', inTime: true });
    expect(await office.ask('clock.may', sue)).toEqual([]);
  });
});
