import { describe, expect, it } from 'vitest';
import type { UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';

const day = localDate;
const march = { from: day('2026-03-01'), to: day('2026-03-31') } as const;

/** An arbitration file of mine with two defences, and an inspection file of nobody's. */
async function twoFiles() {
  const office = await testOffice({ now: '2026-03-16T09:00' });
  // The office names its own people by their ids.
  const me = (await office.ask('office.get', {})).me.id as UserId;
  const mine = await receiveOne(office, { receivedOn: '2026-03-02', handler: me });
  await receiveOne(office, {
    side: 'lsi',
    channel: 'complaint',
    receivedOn: '2026-03-11',
    parties: [{ ...worker('孙某某'), role: 'complainant' }],
  });
  const party = (await office.ask('dossier.get', { dossier: mine })).parties[1];
  const defence = { dossier: mine, ruleId: 'ARB.DEFENSE', on: day('2026-03-09') } as const;
  await office.ask('clock.start', { ...defence, of: party?.id ?? '' });
  await office.ask('clock.start', { ...defence, of: 'n2' });
  return { office, me, mine, party };
}

describe('the deadlines of an office', () => {
  it('stand on their days, counted whole and shown up to as many as are asked for', async () => {
    const { office } = await twoFiles();
    const days = await office.ask('deadline.days', { ...march, each: 1 });
    expect(days.map(({ day: on, total, rows }) => [on, total, rows.length])).toEqual([
      ['2026-03-09', 1, 1],
      ['2026-03-18', 1, 1],
      ['2026-03-23', 2, 1],
    ]);
    expect(await office.ask('deadline.days', { from: day('2026-04-01'), to: day('2026-04-30'), each: 9 })).toEqual([]);
    const early = await office.ask('deadline.days', { from: day('2026-01-10'), to: day('2026-12-31'), each: 3 });
    expect(early.map(({ day: on }) => on)).toEqual(['2026-03-09']);
  });

  it('name the party they are about and who handles the file', async () => {
    const { office, party } = await twoFiles();
    const { rows } = await office.ask('deadline.list', { rule: 'ARB.DEFENSE' });
    expect(new Set(rows.map(({ part }) => part))).toEqual(new Set(['n2', party?.name]));
    expect(rows.every(({ handler }) => handler !== '')).toBe(true);
  });

  it('are narrowed by side, rule, state and person, and paged in order', async () => {
    const { office, me, mine } = await twoFiles();
    const totals = [
      { side: 'lsi' },
      { side: 'arb' },
      { side: 'req' },
      { rule: 'ARB.ACCEPT' },
      { state: 'stopped' },
    ] as const;
    const found = await Promise.all(totals.map((filter) => office.ask('deadline.list', filter)));
    expect(found.map(({ total }) => total)).toEqual([1, 3, 0, 1, 0]);
    const own = await office.ask('deadline.list', { person: me });
    expect([own.total, new Set(own.rows.map(({ dossier }) => dossier))]).toEqual([3, new Set([mine])]);
    const all = await office.ask('deadline.list', {});
    expect((await office.ask('deadline.list', { offset: 1, limit: 2 })).rows).toEqual(all.rows.slice(1, 3));
    expect(await office.ask('deadline.list', { offset: 50 })).toMatchObject({ total: 4, rows: [] });
  });

  it('that are suspended stand under the day somebody should resume them', async () => {
    const { office, mine } = await twoFiles();
    const consent = { dossier: mine, ruleId: 'ARB.ACCEPT', on: day('2026-03-05') } as const;
    await office.ask('clock.record', { ...consent, type: 'SUSPEND', ground: '69', decidedBy: '仲裁院负责人' });
    const { rows } = await office.ask('deadline.list', { state: 'suspended' });
    expect(rows.map(({ due, dossier }) => [dossier, due.due, due.resumeBy])).toEqual([[mine, null, '2026-03-20']]);
  });
});

describe('the clocks of one file', () => {
  it('are explained all together, those that run first, each with what it is about', async () => {
    const { office, mine, party } = await twoFiles();
    await office.ask('clock.record', { dossier: mine, ruleId: 'ARB.ACCEPT', type: 'STOP', on: day('2026-03-06') });
    const { about, limits } = await office.ask('deadline.file', { dossier: mine });
    expect(about).not.toBe('');
    expect(limits.map(({ brief, part }) => [brief.ruleId, brief.state, part === (party?.name ?? '')])).toEqual([
      ['ARB.DEFENSE', 'running', expect.any(Boolean)],
      ['ARB.DEFENSE', 'running', expect.any(Boolean)],
      ['ARB.ACCEPT', 'stopped', false],
    ]);
    expect(limits.filter(({ part }) => part === party?.name)).toHaveLength(1);
    expect(limits.every(({ events }) => events.length > 0)).toBe(true);
  });
});
