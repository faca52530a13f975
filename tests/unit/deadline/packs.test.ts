import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { computeDeadline } from '#shared/domain/deadline/compute.ts';
import { clockGrounds } from '#shared/domain/deadline/data/clock-grounds.ts';
import { dueLamp } from '#shared/domain/deadline/lamp.ts';
import { ruleOn, rulesFor, rulesOn, shippedPacks } from '#shared/domain/deadline/pack.ts';
import { requestDeskRule, requestRulesFor, requestWorkRule } from '#shared/domain/deadline/request-limit.ts';
import { safeDue } from '#shared/domain/deadline/safe-due.ts';
import { urgeSteps } from '#shared/domain/deadline/urge-steps.ts';
import { compute, events, rowOf } from './clock.ts';

const on = localDate('2026-05-18');

describe('rule packs', () => {
  const rows = shippedPacks.flatMap((pack) => pack.rows);

  it('holds every row this program works with, each with its basis', () => {
    const ids = rulesOn(rulesFor('310118'), on).map((row) => row.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'ARB.ACCEPT',
        'ARB.LIMIT',
        'ARB.LIMIT_EXT',
        'LSI.ACCEPT',
        'LSI.INVESTIGATE',
        'LSI.INV_EXT',
        'REQ.REGISTER',
        'REQ.REVIEW',
        'REQ.MEND',
        'REQ.ARB_INV',
        'REQ.LSI',
        'REQ.URGE.REMIND',
      ]),
    );
    expect(rows.filter((row) => row.basis.length === 0)).toEqual([]);
  });

  it('never calls a default of ours a limit set by law', () => {
    expect(rows.filter((row) => row.id.startsWith('REQ.') && row.standing !== 'reference')).toEqual([]);
    expect(rows.filter((row) => row.confidence === 'default' && row.standing === 'statutory')).toEqual([]);
  });

  it('names only grounds and extensions that exist', () => {
    const known = new Set(clockGrounds.map((ground) => ground.id));
    const used = rows.flatMap((row) => [
      ...(row.suspendGrounds ?? []),
      ...(row.restartGrounds ?? []),
      ...(row.excludeGrounds ?? []),
    ]);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
    const extensions = rows.flatMap((row) => (row.extension === undefined ? [] : [row.extension.rule]));
    expect(extensions.filter((id) => ruleOn(rulesFor('CN'), id, on) === undefined)).toEqual([]);
  });

  it('lets a province override single rows and follows the nation elsewhere', () => {
    expect(rulesFor('330421')).toMatchObject({ id: 'CN+33' });
    expect(ruleOn(rulesFor('330421'), 'ARB.LIMIT', on)?.excludeGrounds).toContain('33-delegation');
    expect(ruleOn(rulesFor('330421'), 'ARB.ACCEPT', on)).toEqual(ruleOn(rulesFor('CN'), 'ARB.ACCEPT', on));
    expect(rulesFor('340100')).toMatchObject({ id: 'CN' });
    expect(ruleOn(rulesFor('330421'), 'ARB.LIMIT', localDate('2019-01-02'))?.region).toBe('CN');
    expect(ruleOn(rulesFor('CN'), 'ARB.LIMIT', localDate('2007-01-02'))).toBeUndefined();
  });
});

describe('the row that lengthens a limit', () => {
  const { rows } = rulesFor('310118');
  const ext = rowOf('ARB.LIMIT_EXT');
  const amended = localDate('2026-04-01');
  const rules = {
    ...rulesFor('310118'),
    rows: [
      ...rows.filter(({ id }) => id !== ext.id),
      { ...ext, effectiveTo: amended },
      { ...ext, effectiveFrom: amended, amount: 30 },
    ],
  };
  const extended = (start: string, set = rules) => {
    const told = events([
      ['START', start],
      ['EXTEND', '2026-04-20', { amount: 30 }],
    ]);
    return computeDeadline(rowOf('ARB.LIMIT'), told, shippedCalendar, { today: on, rules: set });
  };

  it('is the one in force when the limit began, whichever stands last', () => {
    expect(extended('2026-03-31')).toMatchObject({ allowance: 60 });
    expect(extended('2026-04-01')).toMatchObject({ allowance: 75 });
  });

  it('is none when the law had none then', () => {
    const none = { ...rules, rows: [...rows.filter(({ id }) => id !== ext.id), { ...ext, effectiveFrom: amended }] };
    const found = extended('2026-03-31', none);
    expect(found.allowance).toBe(45);
    expect(found.review.map(({ code }) => code)).toEqual(['no-extension']);
  });
});

describe('limits of a request', () => {
  const traits = { kind: 'LSI_ASSIST', queryOnly: false, requesterRegion: '510100', executorRegion: '500100' };

  it('gives inspection assistance 10 working days inside Sichuan and Chongqing, 15 elsewhere', () => {
    const limitOf = (requesterRegion: string, executorRegion: string) => {
      const pair = { ...traits, requesterRegion, executorRegion };
      return requestWorkRule(requestRulesFor(pair), pair, on)?.amount;
    };
    expect(limitOf('510100', '500100')).toBe(10);
    expect(limitOf('310118', '320509')).toBe(15);
    expect(limitOf('310118', '510100')).toBe(15);
  });

  it('gives commissioned evidence 15 working days and a mere query 5', () => {
    const arb = { ...traits, kind: 'ARB_INVESTIGATE' };
    const rules = requestRulesFor(arb);
    expect(requestWorkRule(rules, arb, on)).toMatchObject({ amount: 15, ceiling: { days: 30 } });
    expect(requestWorkRule(rules, { ...arb, queryOnly: true }, on)?.amount).toBe(5);
    expect(requestWorkRule(rules, { ...arb, kind: 'GEN_QUERY' }, on)).toBeUndefined();
  });

  it('is shorter at the desk when it is urgent', () => {
    const rules = rulesFor('CN');
    expect(requestDeskRule(rules, 'REQ.REGISTER', true, on)).toMatchObject({ amount: 4, unit: 'working-hour' });
    expect(requestDeskRule(rules, 'REQ.REVIEW', true, on)).toMatchObject({ amount: 1, unit: 'working-day' });
    expect(requestDeskRule(rules, 'REQ.REVIEW', false, on)).toMatchObject({ amount: 3 });
  });

  it('proposes reminders three working days before and one, five and ten after', () => {
    expect(urgeSteps(rulesFor('CN'), shippedCalendar, localDate('2026-09-29')).map(({ on: day }) => day)).toEqual([
      '2026-09-23',
      '2026-09-30',
      '2026-10-12',
      '2026-10-19',
    ]);
  });

  it('warns when the agreed day leaves less than ten days of the case', () => {
    const limit = compute(rowOf('ARB.LIMIT'), [['START', '2026-03-02']]);
    const safe = (agreed: string | null) => safeDue(shippedCalendar, agreed === null ? null : localDate(agreed), limit);
    expect(safe('2026-03-30')).toMatchObject({ date: '2026-03-30', from: 'agreed', agreedTooLate: false });
    expect(safe('2026-04-07')).toMatchObject({ date: '2026-04-06', from: 'case-limit', agreedTooLate: true });
    expect(safe(null)).toMatchObject({ date: '2026-04-06', from: 'case-limit', agreedTooLate: false });
    const inspection = compute(rowOf('LSI.INVESTIGATE'), [['START', '2026-01-05']]);
    expect(safeDue(shippedCalendar, null, inspection).date).toBe('2026-03-20');
    expect(safeDue(shippedCalendar, on, null)).toMatchObject({ date: on, from: 'agreed' });
  });
});

describe('the lamp', () => {
  const limit = compute(rowOf('ARB.LIMIT'), [['START', '2026-08-20']]);

  it.each([
    ['2026-08-21', 'fine'],
    ['2026-09-20', 'fine'],
    ['2026-09-21', 'soon'],
    ['2026-09-29', 'soon'],
    ['2026-09-30', 'today'],
    ['2026-10-08', 'today'],
    ['2026-10-09', 'overdue'],
  ])('on %s is %s: the target is 2026-09-30, the legal day 2026-10-08', (day, lamp) => {
    expect(dueLamp(limit, localDate(day))).toBe(lamp);
  });

  it.each([
    ['ARB.SUE', '2026-03-17'],
    ['ARB.POSTPONE_REQ', '2026-02-26'],
    ['LSI.REVIEW', '2026-05-06'],
  ])('of %s, which is a party’s, never presses, and is over after %s', (rule, last) => {
    const time = compute(rowOf(rule), [['START', '2026-03-02']]);
    const lamps = [localDate('2026-02-24'), localDate(last), addDays(localDate(last), 1)].map((day) =>
      dueLamp(time, day),
    );
    expect([time.legal, lamps]).toEqual([last, ['fine', 'fine', 'over']]);
    const stopped = compute(rowOf(rule), [
      ['START', '2026-03-02'],
      ['STOP', '2026-03-03'],
    ]);
    expect(dueLamp(stopped, localDate('2026-12-01'))).toBe('none');
  });

  it('is out while a limit is paused or stopped, unless it was missed before', () => {
    const paused = compute(rowOf('ARB.LIMIT'), [
      ['START', '2026-03-02'],
      ['SUSPEND', '2026-03-20', { ground: '47-5' }],
    ]);
    const missed = compute(rowOf('ARB.LIMIT'), [
      ['START', '2026-03-02'],
      ['SUSPEND', '2026-04-30', { ground: '47-5' }],
    ]);
    const stopped = compute(rowOf('ARB.LIMIT'), [
      ['START', '2026-03-02'],
      ['STOP', '2026-04-30'],
    ]);
    expect([paused, missed, stopped].map((found) => dueLamp(found, addDays(on, 30)))).toEqual([
      'none',
      'overdue',
      'none',
    ]);
  });
});
