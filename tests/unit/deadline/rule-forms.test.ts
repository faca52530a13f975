import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { computeNamed } from '#shared/domain/deadline/compute.ts';
import { mayRecord } from '#shared/domain/deadline/may-record.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';
import { compute, events, rowOf } from './clock.ts';

describe('a day the committee sets', () => {
  const told = [['START', '2026-10-04']] as const;

  it('is the last day itself, moved over days off, and counts no days', () => {
    const found = compute(rowOf('ARB.EVIDENCE'), told);
    expect(found).toMatchObject({ raw: '2026-10-04', legal: '2026-10-08', steps: [], used: 0, review: [] });
    expect(found.why.map(({ code }) => code)).toEqual(['day-set', 'last-day', 'rolled', 'same-end']);
  });

  it('may be set to another day, earlier or later, and is met in time by an act before it', () => {
    const moved = [...told, ['RESTART', '2026-09-24']] as const;
    expect(compute(rowOf('ARB.EVIDENCE'), moved)).toMatchObject({ legal: '2026-09-24', review: [] });
    const stopped = compute(rowOf('ARB.EVIDENCE'), [...told, ['STOP', '2026-09-20']]);
    expect(stopped).toMatchObject({ status: 'stopped', inTime: true });
    expect(mayRecord(compute(rowOf('ARB.EVIDENCE'), told))).toEqual(['RESTART', 'STOP']);
  });
});

describe('a limit that is met the day it begins', () => {
  it('still has its last day, as a file accepted at the window shows', () => {
    const found = compute(rowOf('ARB.ACCEPT'), [
      ['START', '2026-05-11'],
      ['STOP', '2026-05-11'],
    ]);
    expect(found).toMatchObject({ status: 'stopped', legal: '2026-05-18', inTime: true, used: 0 });
  });

  it('counts anew from a restart that is met the same day', () => {
    const found = compute(rowOf('ARB.ACCEPT'), [
      ['START', '2026-05-11'],
      ['STOP', '2026-05-13'],
      ['RESTART', '2026-05-20', { ground: '46-2' }],
      ['STOP', '2026-05-20'],
    ]);
    expect(found).toMatchObject({ status: 'stopped', legal: '2026-05-27', inTime: true });
  });
});

describe('limits that end with another one', () => {
  it('stand beside the last day of the defence', () => {
    const found = compute(rowOf('ARB.DEFENSE'), [['START', '2026-09-28']]);
    expect(found.legal).toBe('2026-10-16');
    const also = found.why.flatMap((reason) => (reason.code === 'same-end' ? reason.rules : []));
    expect(also.map(({ id }) => id)).toEqual(['ARB.COUNTERCLAIM_FILE', 'ARB.JURIS_OBJECT']);
  });
});

describe('an extension whose length the decision gives', () => {
  it('adds what was decided and nothing without an amount', () => {
    const told = [['START', '2026-03-02']] as const;
    const plain = compute(rowOf('LSI.DECIDE'), told);
    const more = compute(rowOf('LSI.DECIDE'), [...told, ['EXTEND', '2026-03-10', { amount: 20 }]]);
    expect([plain.allowance, more.allowance]).toEqual([15, 35]);
    const open = compute(rowOf('LSI.DECIDE'), [...told, ['EXTEND', '2026-03-10']]);
    expect(open).toMatchObject({ allowance: 15, review: [{ code: 'bad-amount', applied: false }] });
  });
});

describe('months and years', () => {
  it.each([
    ['LSI.SUIT', '2026-08-31', '2027-02-28'],
    ['LSI.SUIT', '2023-08-31', '2024-02-29'],
    ['LSI.COURT_ENF', '2026-11-30', '2027-02-28'],
    ['ARB.RETENTION_AWARD', '2024-02-29', '2034-02-28'],
    ['ARB.RETENTION_OTHER', '2026-03-02', '2031-03-02'],
    ['LSI.LIMITATION', '2024-02-29', '2026-02-28'],
  ])('%s from %s ends on %s: the same day number, or the last day of the month', (id, from, raw) => {
    expect(compute(rowOf(id), [['START', from]]).raw).toBe(raw);
  });

  it('are provisional when they end in a year without a notice, which is named', () => {
    const found = compute(rowOf('ARB.LIMITATION'), [['START', '2026-06-01']]);
    expect(found).toMatchObject({ raw: '2027-06-01', provisional: true });
    expect(found.why).toContainEqual({ code: 'provisional', years: [2027] });
  });

  it('run anew from an interruption of the limitation, and wait while it is suspended', () => {
    const told = [['START', '2025-03-03']] as const;
    const again = [...told, ['RESTART', '2025-09-01', { ground: '27-interrupt' }]] as const;
    expect(compute(rowOf('ARB.LIMITATION'), again)).toMatchObject({ raw: '2026-09-01', review: [] });
    const held = compute(rowOf('ARB.LIMITATION'), [
      ...told,
      ['SUSPEND', '2025-09-01', { ground: '27-suspend' }],
      ['RESUME', '2025-09-11'],
    ]);
    expect(held).toMatchObject({ raw: '2026-03-13', review: [] });
  });
});

describe('what cannot run', () => {
  it('is a row that names an act and no days', () => {
    const day = localDate('2026-05-18');
    const options = { today: day, rules: rulesFor('CN') };
    expect(
      computeNamed('ARB.RECUSE_FILE', day, events([['START', '2026-05-18']]), shippedCalendar, options),
    ).toBeUndefined();
  });

  it('sends a crime file to the police within 24 hours by the clock', () => {
    expect(compute(rowOf('LSI.CRIME_SEND'), [['START', '2026-05-15T16:30']])).toMatchObject({
      legal: '2026-05-16',
      time: '16:30',
    });
  });
});
