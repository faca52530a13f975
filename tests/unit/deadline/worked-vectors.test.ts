import { describe, expect, it } from 'vitest';
import { compute, rowOf } from './clock.ts';

describe('the worked vectors', () => {
  it('received 2026-09-28, 5 working days: 2026-10-10, a Saturday worked instead', () => {
    const found = compute(rowOf('ARB.ACCEPT'), [['START', '2026-09-28']]);
    expect(found).toMatchObject({ raw: '2026-10-10', legal: '2026-10-10', target: null, provisional: false });
    expect(found.steps).toHaveLength(1);
    expect(found.steps[0]).toMatchObject({ kind: 'counted', from: '2026-09-29', to: '2026-10-10', days: 5 });
    expect(found.steps[0]?.off.map((day) => `${day.date} ${day.name}`)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day} national-day`),
    );
  });

  it('served 2026-09-28, 10 working days: 2026-10-16', () => {
    const found = compute(rowOf('ARB.DEFENSE'), [['START', '2026-09-28']]);
    expect(found).toMatchObject({ legal: '2026-10-16', allowance: 10 });
    expect(found.why.at(-1)).toMatchObject({ code: 'same-end' });
  });

  it('received 2026-02-11, 5 working days across the Spring Festival: 2026-02-25', () => {
    expect(compute(rowOf('ARB.ACCEPT'), [['START', '2026-02-11']]).legal).toBe('2026-02-25');
    expect(compute(rowOf('LSI.ACCEPT'), [['START', '2026-02-11']]).legal).toBe('2026-02-25');
  });

  it('accepted 2026-08-20, 45 calendar days: raw 2026-10-04, rolled to 2026-10-08', () => {
    const found = compute(rowOf('ARB.LIMIT'), [['START', '2026-08-20']]);
    expect(found).toMatchObject({ raw: '2026-10-04', legal: '2026-10-08', target: '2026-09-30', allowance: 45 });
    expect(found.steps.at(-1)).toMatchObject({ kind: 'skipped', from: '2026-10-05', to: '2026-10-08' });
    expect(found.why.map((reason) => reason.code)).toEqual(['starts', 'amount', 'last-day', 'rolled', 'target']);
  });

  it('accepted 2026-08-20, 45 and 15: 2026-10-19', () => {
    const found = compute(rowOf('ARB.LIMIT'), [
      ['START', '2026-08-20'],
      ['EXTEND', '2026-09-30', { amount: 15 }],
    ]);
    expect(found).toMatchObject({ raw: '2026-10-19', legal: '2026-10-19', target: '2026-10-19', allowance: 60 });
    expect(found.steps.map(({ kind, from, to, days }) => [kind, from, to, days])).toEqual([
      ['counted', '2026-08-21', '2026-10-04', 45],
      ['extended', '2026-10-05', '2026-10-19', 15],
    ]);
    expect(found.changes.at(-1)).toMatchObject({ type: 'EXTEND', before: '2026-10-08', after: '2026-10-19' });
  });

  it.each([
    ['ARB.SUE', '2026-09-18', 15, '2026-10-03'],
    ['ARB.SET_ASIDE', '2026-09-04', 30, '2026-10-04'],
  ])('%s: award received %s, %i calendar days: raw %s, rolled to 2026-10-08', (id, on, allowance, raw) => {
    expect(compute(rowOf(id), [['START', on]])).toMatchObject({ raw, allowance, legal: '2026-10-08' });
  });

  it('accepted 2026-03-02, suspended 03-20, resumed 05-11: 18 days used, 27 left, 2026-06-07 rolled to 06-08', () => {
    const suspended = ['SUSPEND', '2026-03-20', { ground: '47-5' }] as const;
    const paused = compute(rowOf('ARB.LIMIT'), [['START', '2026-03-02'], suspended]);
    expect(paused).toMatchObject({ status: 'suspended', raw: null, legal: null, used: 18, left: 27 });

    const found = compute(rowOf('ARB.LIMIT'), [['START', '2026-03-02'], suspended, ['RESUME', '2026-05-11']]);
    expect(found).toMatchObject({ status: 'running', raw: '2026-06-07', legal: '2026-06-08', target: '2026-06-05' });
    expect(found).toMatchObject({ used: 25, left: 20 });
    expect(found.steps.map(({ kind, from, to, days }) => [kind, from, to, days])).toEqual([
      ['counted', '2026-03-03', '2026-03-20', 18],
      ['paused', '2026-03-21', '2026-05-11', 52],
      ['counted', '2026-05-12', '2026-06-07', 27],
      ['skipped', '2026-06-08', '2026-06-08', 1],
    ]);
    expect(found.why).toContainEqual({ code: 'suspended', on: '2026-03-20', ground: '47-5', used: 18 });
    expect(found.why).toContainEqual({ code: 'resumed', on: '2026-05-11', left: 27 });
    expect(found.changes.map(({ before, after }) => [before, after])).toEqual([
      [null, '2026-04-16'],
      ['2026-04-16', null],
      [null, '2026-06-08'],
    ]);
  });

  it('inspection filed 2026-01-05: 60 working days 2026-04-03, 90 with the extension 2026-05-20', () => {
    expect(compute(rowOf('LSI.INVESTIGATE'), [['START', '2026-01-05']]).legal).toBe('2026-04-03');
    const found = compute(rowOf('LSI.INVESTIGATE'), [
      ['START', '2026-01-05'],
      ['EXTEND', '2026-04-01'],
    ]);
    expect(found).toMatchObject({ legal: '2026-05-20', allowance: 90, review: [] });
  });

  it('public notice 2026-09-10, thirty days elapsed: 2026-10-10, or the day after by the setting', () => {
    const notice = rowOf('ARB.PUBLIC_SERVICE');
    expect(compute(notice, [['START', '2026-09-10']]).legal).toBe('2026-10-10');
    expect(compute({ ...notice, elapsed: 'next-day' }, [['START', '2026-09-10']]).legal).toBe('2026-10-11');
  });

  it('hearing 2026-10-14: notice served by 10-08 (5 back), postponement asked by 10-10 (3 back)', () => {
    expect(compute(rowOf('ARB.HEARING_NOTICE'), [['START', '2026-10-14']]).legal).toBe('2026-10-08');
    const moved = compute(rowOf('ARB.POSTPONE_REQ'), [
      ['START', '2026-10-13'],
      ['RESTART', '2026-10-14'],
    ]);
    expect(moved).toMatchObject({ legal: '2026-10-10', review: [] });
  });
});
