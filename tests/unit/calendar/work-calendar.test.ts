import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { dayKind, makeCalendar, shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { daysOff } from '#shared/domain/calendar/working-days.ts';
import { daysOfRow } from '#shared/domain/calendar/year.ts';

const at = (text: string) => dayKind(shippedCalendar, localDate(text));

/** Days off and make-up days of a year, counted from its notice by hand. */
const totals = [
  { year: 2024, off: 28, work: 8 },
  { year: 2025, off: 28, work: 5 },
  { year: 2026, off: 33, work: 6 },
];

describe('the official years', () => {
  it.each(totals)('holds every announced day of $year', ({ year, off, work }) => {
    const ofYear = [...shippedCalendar.days].filter(([date]) => date.startsWith(String(year)));
    expect(ofYear.filter(([, kind]) => !kind.working)).toHaveLength(off);
    expect(ofYear.filter(([, kind]) => kind.working)).toHaveLength(work);
  });

  it('works instead on weekends only, never pays for a working day and lists no day twice', () => {
    const bare = makeCalendar('none', []);
    const makeUp = [...shippedCalendar.days].filter(([, kind]) => kind.reason === 'make-up').map(([date]) => date);
    expect(makeUp.filter((date) => dayKind(bare, date).reason !== 'weekend')).toEqual([]);
    const named = [...shippedCalendar.years.values()].flatMap(({ year, rows }) =>
      rows.flatMap(({ off, work = [] }) => daysOfRow(year, [...off, ...work])),
    );
    expect(named).toHaveLength(shippedCalendar.days.size);
  });

  it('knows the days that are easiest to get wrong', () => {
    expect(at('2026-02-14')).toEqual({
      working: true,
      reason: 'make-up',
      name: 'spring-festival',
      provisional: false,
    });
    expect(at('2026-02-15')).toMatchObject({ working: false, name: 'spring-festival' });
    expect(at('2026-02-24')).toMatchObject({ working: true, reason: 'weekday', name: null });
    expect(at('2025-10-06')).toMatchObject({ working: false, name: 'mid-autumn' });
    expect(at('2025-10-08')).toMatchObject({ working: false, name: 'national-day' });
    expect(at('2024-02-09')).toMatchObject({ working: true, reason: 'weekday' });
    expect(at('2026-10-10')).toMatchObject({ working: true, reason: 'make-up' });
    expect(at('2026-03-01')).toMatchObject({ working: false, reason: 'weekend' });
  });
});

describe('a year without a notice', () => {
  it('is computed from the statutory days and marked', () => {
    expect(at('2027-01-01')).toEqual({ working: false, reason: 'holiday', name: 'new-year', provisional: true });
    expect(at('2027-03-01')).toMatchObject({ working: true, provisional: true });
    const names = daysOff(shippedCalendar, localDate('2027-01-01'), localDate('2027-12-31'))
      .filter((day) => day.reason === 'holiday')
      .map((day) => `${day.date.slice(5)} ${day.name}`);
    expect(names).toEqual([
      '01-01 new-year',
      ...['02-05', '02-06', '02-07', '02-08'].map((day) => `${day} spring-festival`),
      '04-05 qingming',
      ...['05-01', '05-02'].map((day) => `${day} labour-day`),
      '06-09 dragon-boat',
      '09-15 mid-autumn',
      ...['10-01', '10-02', '10-03'].map((day) => `${day} national-day`),
    ]);
  });

  it('is never silent outside every table', () => {
    expect(at('1999-05-01')).toMatchObject({ working: false, provisional: true });
    expect(at('2099-06-03')).toMatchObject({ working: true, provisional: true });
  });

  it('stops being provisional when its notice is imported', () => {
    const imported = makeCalendar('2027.1', [
      ...shippedCalendar.years.values(),
      { year: 2027, notice: 'made up for this test', rows: [{ name: 'new-year', off: ['01-01..01-03'] }] },
    ]);
    expect(dayKind(imported, localDate('2027-01-03'))).toMatchObject({ name: 'new-year', provisional: false });
    expect(dayKind(imported, localDate('2027-02-08'))).toMatchObject({ working: true, provisional: false });
  });
});
