import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import { type AgreedDates, agreedStanding, expectedOn } from '#shared/domain/assist/agreed-standing.ts';

const on = (text: string): LocalDate => text as LocalDate;
const today = on('2026-03-12');
const dates: AgreedDates = {
  ...{ agreed: on('2026-04-02'), promised: null, safe: on('2026-04-15'), caseLimit: on('2026-04-25') },
};
const judge = (change: Partial<AgreedDates>, awaited = true): string =>
  agreedStanding({ ...dates, ...change }, awaited, today);

describe('what is said of the agreed date', () => {
  it('is in time up to the last useful day, too late after it, and beyond after the limit of the case', () => {
    expect(judge({})).toBe('in-time');
    expect(judge({ agreed: on('2026-04-15') })).toBe('in-time');
    expect(judge({ agreed: on('2026-04-16') })).toBe('too-late');
    expect(judge({ agreed: on('2026-04-25') })).toBe('too-late');
    expect(judge({ agreed: on('2026-04-26') })).toBe('beyond-limit');
  });

  it('counts the later of what was agreed and what is promised', () => {
    expect(judge({ promised: on('2026-04-20') })).toBe('too-late');
    expect(judge({ agreed: on('2026-04-20'), promised: on('2026-03-20') })).toBe('too-late');
    expect(expectedOn({ agreed: null, promised: on('2026-03-20') })).toBe('2026-03-20');
  });

  it('says that the day has passed, that none is known, and nothing once nothing is awaited', () => {
    expect(judge({ agreed: on('2026-03-11') })).toBe('passed');
    expect(judge({ agreed: on('2026-03-12') })).toBe('in-time');
    expect(judge({ agreed: null })).toBe('none');
    expect(judge({ agreed: on('2026-04-26') }, false)).toBe('done');
    expect(judge({ safe: null, caseLimit: null })).toBe('in-time');
  });

  it('is never in time on a day after the last useful one', () => {
    const days = fc.integer({ min: -60, max: 60 }).map((n) => addDays(today, n));
    fc.assert(
      fc.property(days, days, days, (agreed, promised, safe) => {
        const standing = agreedStanding({ agreed, promised, safe, caseLimit: null }, true, today);
        if (agreed > safe || promised > safe) expect(standing).not.toBe('in-time');
      }),
    );
  });
});
