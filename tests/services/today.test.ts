import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

async function accepted(office: TestOffice, on: string): Promise<DossierId> {
  const dossier = await receiveOne(office, { receivedOn: on });
  await office.ask('dossier.accept', { dossier, on: localDate(on) });
  return dossier;
}

describe('the day', () => {
  it('sorts files into overdue, today, this week and without a clock', async () => {
    const office = await testOffice({ now: '2026-03-17T08:00' });
    const overdue = await receiveOne(office, { receivedOn: '2026-03-02' });
    const onTheDay = await receiveOne(office, { receivedOn: '2026-03-10' });
    const thisWeek = await receiveOne(office, { receivedOn: '2026-03-12' });
    const nextWeek = await receiveOne(office, { receivedOn: '2026-03-17' });
    const stopped = await accepted(office, '2026-03-16');
    const stop = { dossier: stopped, ruleId: 'ARB.LIMIT', type: 'STOP' as const, on: localDate('2026-03-17') };
    await office.ask('clock.record', stop);
    const day = await office.ask('today.get', {});
    const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
    expect([ids(day.overdue), ids(day.dueToday), ids(day.dueThisWeek), ids(day.unclocked)]).toEqual([
      ...[[overdue], [onTheDay], [thisWeek], [stopped]],
    ]);
    expect(JSON.stringify(day)).not.toContain(nextWeek);
    expect(day).toMatchObject({ today: '2026-03-17', workingDay: true, dayName: null, toSend: { local: 0, sent: 0 } });
    expect(day.overdue[0]).toMatchObject({ about: 'dossier', number: '青收2026-0001', todo: 'decide' });
    expect(day.overdue[0]?.due).toMatchObject({ due: '2026-03-09', daysLeft: -8, lamp: 'overdue' });
  });

  it('takes the last working day before a run of days off for today', async () => {
    const office = await testOffice({ now: '2026-09-30T08:00' });
    const dossier = await accepted(office, '2026-08-20');
    const before = await office.ask('today.get', {});
    expect(before.dueToday.map(({ id, todo, due }) => [id, todo, due?.target, due?.due])).toEqual([
      [dossier, 'award', '2026-09-30', '2026-10-08'],
    ]);
    office.setNow('2026-10-03T08:00');
    const during = await office.ask('today.get', {});
    expect(during).toMatchObject({ workingDay: false, dayName: '国庆节' });
    expect(during.dueToday.map(({ id }) => id)).toEqual([dossier]);
    office.setNow('2026-10-09T08:00');
    expect((await office.ask('today.get', {})).overdue.map(({ id }) => id)).toEqual([dossier]);
  });

  it('asks whether a limit is resumed once its suspension lasted as long as the law lets it', async () => {
    const office = await testOffice({ now: '2026-03-03T08:00' });
    const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
    const limit = { dossier, ruleId: 'ARB.ACCEPT' };
    const said = { type: 'SUSPEND' as const, on: localDate('2026-03-03'), ground: '69', decidedBy: '院负责人' };
    await office.ask('clock.record', { ...limit, ...said });
    const asked = async () => (await office.ask('today.get', {})).toResume;
    office.setNow('2026-03-17T08:00');
    expect(await asked()).toEqual([]);
    // Fifteen days from the consent to mediation (办案规则69, 调解仲裁法14).
    office.setNow('2026-03-18T08:00');
    expect(await asked()).toMatchObject([
      { id: dossier, todo: 'resume', due: { ruleId: 'ARB.ACCEPT', state: 'suspended', resumeBy: '2026-03-18' } },
    ]);
    expect(await office.ask('today.list', { list: 'toResume' })).toEqual({ total: 1, rows: await asked() });
    expect((await office.ask('today.get', {})).counts.toResume).toBe(1);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    await office.ask('clock.record', { ...limit, type: 'RESUME', on: localDate('2026-03-18') });
    expect(await asked()).toEqual([]);
  });

  it('shows a suspended file neither as due nor as forgotten', async () => {
    const office = await testOffice({ now: '2026-03-20T08:00' });
    const dossier = await accepted(office, '2026-03-02');
    const on = localDate('2026-03-20');
    const said = { ruleId: 'ARB.LIMIT', type: 'SUSPEND' as const, on, ground: '47-6', decidedBy: '院负责人' };
    await office.ask('clock.record', { dossier, ...said, paper: '中止1号' });
    office.setNow('2026-06-20T08:00');
    const day = await office.ask('today.get', {});
    expect(JSON.stringify(day)).not.toContain(dossier);
  });
});
