import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { holidayNames } from '#shared/domain/calendar/holiday.ts';
import { dayKind, makeCalendar, shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { daysOfRow } from '#shared/domain/calendar/year.ts';
import { withYear, yearDifferences } from '#shared/domain/calendar/year-difference.ts';
import { holidaysNamed, readYearFile } from '#shared/domain/calendar/year-file.ts';
import { madeUpYearFile as fileOf, noticeHead as head, noticeDays } from '#tests/support/made-up-year.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const { holidays } = noticeDays;
const today = localDate('2026-11-22');

const faults = (file: string) => {
  const read = readYearFile(file, today);
  return read.ok ? [] : read.error.map(({ code, key, line }) => `${code} ${key} ${line}`.trimEnd());
};

describe('a year file', () => {
  it('is read into a year that counts as its days say', () => {
    const year = unwrap(readYearFile(fileOf(), today));
    expect(year).toMatchObject({ year: 2027, notice: head.source, issued: '2026-11-04' });
    const calendar = withYear(shippedCalendar, 'new', 2027, year);
    const kind = (text: string) => dayKind(calendar, localDate(text));
    expect(kind('2027-02-11')).toMatchObject({ working: false, reason: 'holiday', name: 'spring-festival' });
    expect(kind('2027-02-13')).toMatchObject({ working: true, reason: 'make-up', provisional: false });
    expect(kind('2027-03-01')).toMatchObject({ working: true, provisional: false });
    const changed = yearDifferences(shippedCalendar, calendar, 2027).map(({ date }) => date);
    expect(changed).toEqual(expect.arrayContaining(['2027-02-09', '2027-02-10', '2027-02-11', '2027-02-13']));
    expect(
      yearDifferences(calendar, withYear(calendar, 'back', 2027, undefined), 2027).map(({ date }) => date),
    ).toEqual(changed);
  });

  it('takes every year that is published, byte order mark and English names included', () => {
    for (const { year, notice, rows } of shippedCalendar.years.values()) {
      const named = (list: 'off' | 'work') =>
        Object.fromEntries(
          rows.flatMap(({ name, [list]: days = [] }) =>
            daysOfRow(year, days).map((date) => [date, holidayNames[name][year % 2 === 0 ? 'zh' : 'en']]),
          ),
        );
      // In 2020 the Mid-Autumn Festival fell on the National Day.
      const both = year === 2020 ? { '2020-10-01': '国庆节、中秋节' } : {};
      const file = JSON.stringify({
        ...{ year, source: notice, issued: `${year - 1}-11-01` },
        ...{ holidays: { ...named('off'), ...both }, workdays: named('work') },
      });
      const read = unwrap(readYearFile(`\ufeff${file}`, today));
      const calendar = makeCalendar('read', [read]);
      expect(yearDifferences(shippedCalendar, calendar, year)).toEqual([]);
    }
  });

  it.each<readonly [string, object, string]>([
    ['a day of another year', { holidays: { ...holidays, '2028-01-01': '元旦' } }, 'other-year 2028-01-01 25'],
    ['a date that does not exist', { holidays: { ...holidays, '2027-02-30': '春节' } }, 'bad-date 2027-02-30 25'],
    ['a name nobody knows', { holidays: { ...holidays, '2027-03-08': '某节' } }, 'bad-name 2027-03-08 25'],
    ['a weekday worked instead', { workdays: { '2027-02-16': '春节' } }, 'not-weekend 2027-02-16 27'],
    ['a day off that is worked', { workdays: { '2027-02-07': '春节' } }, 'both 2027-02-07 9'],
    ['no source', { source: ' ' }, 'bad-source source 3'],
    ['no date of issue', { issued: 'soon' }, 'bad-issued issued 4'],
    ['a notice of tomorrow', { issued: '2026-11-23' }, 'issued-in-future issued 4'],
    ['a notice years before', { issued: '2020-11-23' }, 'issued-far issued 4'],
    ['a year that is none', { year: '2027' }, 'bad-year year 2'],
    ['a key too many', { extra: 1 }, 'key-unknown extra 30'],
    ['a list in place of days', { holidays: [] }, 'not-object holidays 5'],
    ['a number in place of a name', { holidays: { ...holidays, '2027-01-01': 1 } }, 'bad-name 2027-01-01 6'],
  ])('names %s by its key and line', (_, changes, fault) => {
    expect(faults(fileOf(changes))).toContain(fault);
  });

  it('misses a statutory day that is left out, also when only its name is wrong', () => {
    const { '2027-02-05': _eve, ...rest } = holidays;
    expect(faults(fileOf({ holidays: rest }))).toEqual(['statutory-missing 2027-02-05 5']);
    expect(faults(fileOf({ holidays: { ...holidays, '2027-06-09': '元旦' } }))).toEqual([
      'holiday-missing dragon-boat 5',
    ]);
  });

  it('tells a date that stands twice, which JSON alone hides', () => {
    const file = fileOf().replace('"2027-01-01": "元旦"', '"2027-01-01": "元旦", "2027-01-01": "元旦"');
    expect(faults(file)).toEqual(['twice 2027-01-01 6']);
  });

  it('takes nothing hostile', () => {
    expect(faults('x'.repeat(70_000))).toEqual(['too-large  0']);
    expect(faults('{')).toEqual(['not-json  0']);
    expect(faults('[]')).toEqual(['not-object  0']);
    expect(faults('null')).toEqual(['not-object  0']);
    expect(faults(fileOf().replace('{', '{"__proto__": {"year": 2027},'))).toContain('key-unknown __proto__ 1');
    expect(faults(fileOf({ source: '国办\u202e' }))).toEqual(['control-character  3']);
    expect(faults(fileOf().replace('国办', '国办\\u0000'))).toEqual(['control-character source 3']);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => fileOf({ holidays: value })),
        ),
        (text) => {
          readYearFile(text, today);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the name of a day off', () => {
  it('is found in what notices and calendars write', () => {
    expect(holidaysNamed('国庆节、中秋节')).toEqual(['national-day', 'mid-autumn']);
    expect(holidaysNamed("New Year's Day,元旦,1")).toEqual(['new-year']);
    expect(holidaysNamed('春节调休')).toEqual(['spring-festival']);
    expect(holidaysNamed('临时放假')).toEqual(['special']);
    expect(holidaysNamed('某节')).toEqual([]);
  });
});
