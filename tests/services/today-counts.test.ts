import { expect, it } from 'vitest';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { testOffice } from '#tests/support/office.ts';

it('counts every list of the day exactly and pages through what is more than one page', async () => {
  const office = await testOffice({ now: '2026-03-17T08:00' });
  const [late, onTheDay, thisWeek] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (let n = 0; n < 60; n += 1) late.add(await receiveOne(office, { receivedOn: '2026-03-02' }));
  for (let n = 0; n < 55; n += 1) onTheDay.add(await receiveOne(office, { receivedOn: '2026-03-10' }));
  for (let n = 0; n < 3; n += 1) thisWeek.add(await receiveOne(office, { receivedOn: '2026-03-12' }));
  await receiveOne(office, { receivedOn: '2026-03-17' });
  const day = await office.ask('today.get', {});
  expect(day.counts).toEqual({
    ...{
      overdue: 60,
      dueToday: 55,
      dueThisWeek: 3,
      toResume: 0,
      arrived: 0,
      waitingForUs: 0,
      inApproval: 0,
      drafts: 0,
      unclocked: 0,
    },
  });
  expect([day.overdue.length, day.dueToday.length, day.dueThisWeek.length]).toEqual([50, 50, 3]);
  for (const [list, ids] of [
    ['overdue', late],
    ['dueToday', onTheDay],
    ['dueThisWeek', thisWeek],
  ] as const) {
    const first = await office.ask('today.list', { list });
    const rest = await office.ask('today.list', { list, offset: 50 });
    expect(first).toEqual({ total: ids.size, rows: day[list] });
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id))).toEqual(ids);
    expect(first.rows.length + rest.rows.length).toBe(ids.size);
  }
  expect(await office.ask('today.list', { list: 'unclocked' })).toEqual({ total: 0, rows: [] });
});
