import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { type ExposureFacts, exposureOf } from '#shared/domain/deadline/exposure.ts';
import { compute, events, rowOf, type Told } from './clock.ts';

const nothing: ExposureFacts = { hearingAhead: false, serving: false, inquiries: 0, services: 0 };

/** A case accepted on 2026-03-02: its forty-five days end on 2026-04-16. */
function exposed(more: readonly Told[], facts: Partial<ExposureFacts>, today: string) {
  const told: readonly Told[] = [['START', '2026-03-02'], ...more];
  const limit = compute(rowOf('ARB.LIMIT', '330421'), told, localDate(today));
  return exposureOf(limit, events(told), { ...nothing, ...facts }, localDate(today));
}

describe('exposure to a suit over the limit of the case', () => {
  it('is not asked while the limit is far, paused in time or stopped', () => {
    expect(exposed([], {}, '2026-04-05')).toBeNull();
    expect(exposed([['SUSPEND', '2026-03-20', { ground: '47-5' }]], {}, '2026-06-01')).toBeNull();
    expect(exposed([['STOP', '2026-04-30']], {}, '2026-06-01')).toBeNull();
  });

  it('is near from the last fifth on and open once the day has passed with nothing to say for it', () => {
    expect(exposed([], {}, '2026-04-08')).toEqual({ when: 'near', verdict: 'taken', reasons: [] });
    expect(exposed([], {}, '2026-04-17')).toEqual({ when: 'overdue', verdict: 'taken', reasons: [] });
  });

  it.each([
    [{ serving: true }, 'serving'],
    [{ services: 1 }, 'serving'],
    [{ hearingAhead: true }, 'hearing-ahead'],
    [{ inquiries: 2 }, 'inquiry'],
  ] as const)('is closed by what is going on in the file: %o', (facts, reason) => {
    expect(exposed([], facts, '2026-04-20')).toEqual({ when: 'overdue', verdict: 'not-taken', reasons: [reason] });
  });

  it.each([
    ['47-5', 'other-case'],
    ['47-6', 'appraisal'],
  ])('is closed by a suspension on %s that came too late to move the day', (ground, reason) => {
    expect(exposed([['SUSPEND', '2026-04-30', { ground }]], {}, '2026-05-04')).toMatchObject({
      verdict: 'not-taken',
      reasons: [reason],
    });
  });

  it('leaves other good reasons to the court', () => {
    expect(exposed([['SUSPEND', '2026-04-30', { ground: '47-4' }]], {}, '2026-05-04')).toEqual({
      when: 'overdue',
      verdict: 'court-decides',
      reasons: ['other-good-reason'],
    });
  });

  it('forgets a pause that has ended, and remembers a transfer', () => {
    const over: readonly Told[] = [
      ['SUSPEND', '2026-03-20', { ground: '47-5' }],
      ['RESUME', '2026-03-21'],
    ];
    expect(exposed(over, {}, '2026-04-20')?.verdict).toBe('taken');
    expect(exposed([['RESTART', '2026-03-09', { ground: '46-5' }]], {}, '2026-05-20')?.reasons).toEqual([
      'transferred',
    ]);
  });

  it('is closed in Zhejiang by evidence commissioned after the day', () => {
    const told: Told = ['EXCLUDE_BEGIN', '2026-04-27', { ground: '33-delegation' }];
    expect(exposed([told], {}, '2026-05-04')?.reasons).toEqual(['inquiry']);
  });
});
