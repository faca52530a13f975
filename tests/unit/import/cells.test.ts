import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, localDate } from '#shared/base/local-date.ts';
import { type Cell, columnName } from '#shared/domain/import/cell.ts';
import { readCellDate } from '#shared/domain/import/cell-date.ts';
import { readCellAmount, readCellDays, readCellIdentity, readCellPhone } from '#shared/domain/import/cell-value.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: string): Cell => ({ kind: 'number', text: value });

describe('a day', () => {
  test.each([
    '2026/3/2',
    '2026-03-02',
    '2026.3.2',
    '2026年3月2日',
    '20260302',
    '2026-3-2 09:30',
    '２０２６年３月２日',
    '2026/3/2 0:00:00',
  ])('%s is the second of March', (said) => {
    expect(readCellDate(text(said), 1900)).toEqual({ ok: true, value: { date: '2026-03-02', bareNumber: false } });
  });

  test.each([
    ['3/2/2026', 'import.date-ambiguous'],
    ['26.3.2', 'import.date-ambiguous'],
    ['2026年3月', 'import.date-incomplete'],
    ['3月2日', 'import.date-incomplete'],
    ['2026-02-30', 'import.date-unreadable'],
    ['去年', 'import.date-unreadable'],
    ['20261301', 'import.date-unreadable'],
  ])('%s is told and not guessed', (said, code) => {
    expect(readCellDate(text(said), 1900)).toEqual({ ok: false, error: code });
  });

  test('as the number a spreadsheet keeps comes back as the same day, from either base', () => {
    const days = fc.integer({ min: dayNumber(localDate('1960-01-01')), max: dayNumber(localDate('2110-01-01')) });
    fc.assert(
      fc.property(days, fc.boolean(), (day, old) => {
        const date = addDays(localDate('1970-01-01'), day);
        const serial = old ? day - dayNumber(localDate('1904-01-01')) : day - dayNumber(localDate('1899-12-30'));
        const read = readCellDate({ kind: 'date', text: `${serial}.375` }, old ? 1904 : 1900);
        expect(read).toEqual({ ok: true, value: { date, bareNumber: false } });
      }),
    );
  });

  test('shown as year and month alone is as incomplete as the same in a text', () => {
    for (const base of [1900, 1904] as const) {
      expect(readCellDate({ kind: 'month', text: '46082' }, base)).toEqual({
        ok: false,
        error: 'import.date-incomplete',
      });
    }
    expect(readCellDate({ kind: 'month', text: '2026-03-02' }, 1900)).toMatchObject({ value: { date: '2026-03-02' } });
  });

  test('in a plain number is a day where one belongs, and says so', () => {
    expect(readCellDate(number('46083'), 1900)).toEqual({ ok: true, value: { date: '2026-03-02', bareNumber: true } });
    expect(readCellDate(number('20260302'), 1900)).toMatchObject({ value: { date: '2026-03-02' } });
    expect(readCellDate(number('12'), 1900).ok).toBe(false);
  });
});

describe('a number of a paper', () => {
  test('is kept as typed, of 15 digits too', () => {
    expect(readCellIdentity(text('11010519491231002x'))).toEqual({ ok: true, value: '11010519491231002X' });
    expect(readCellIdentity(number('110105491231002'))).toEqual({ ok: true, value: '110105491231002' });
  });

  test.each(['1.10105194912310E+17', '110105194912310000', '12345'])('saved as the number %s is damaged', (said) => {
    expect(readCellIdentity(number(said))).toEqual({ ok: false, error: 'import.number-damaged' });
  });

  test('written in powers of ten as a text is damaged too, a passport is not', () => {
    expect(readCellIdentity(text('1.10105E+17')).ok).toBe(false);
    expect(readCellIdentity(text('E12345678'))).toEqual({ ok: true, value: 'E12345678' });
    expect(readCellPhone(number('13800000021'))).toEqual({ ok: true, value: '13800000021' });
    expect(readCellPhone(number('1.38E+10')).ok).toBe(false);
  });
});

describe('an amount', () => {
  test.each([
    [text('12,345.60元'), 1_234_560],
    [text('￥1234'), 123_400],
    [text('1.2万元'), 1_200_000],
    [text('1.23456万'), 1_234_560],
    [number('0.30000000000000004'), 30],
    [number('12345.6'), 1_234_560],
  ])('%o is exact', (cell, fen) => {
    expect(readCellAmount(cell)).toEqual({ ok: true, value: fen });
  });

  test.each([text('约一万'), text('1.234'), number('0.125'), text('')])('%o is told', (cell) => {
    expect(readCellAmount(cell).ok).toBe(false);
  });

  test('of any fen survives its way through a spreadsheet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
        expect(readCellAmount(number(String(fen / 100)))).toEqual({ ok: true, value: fen });
      }),
    );
  });
});

test('days of an extension are whole and above nothing; columns are named as spreadsheets name them', () => {
  expect(readCellDays(text('15天'))).toEqual({ ok: true, value: 15 });
  expect(readCellDays(number('15.0'))).toEqual({ ok: true, value: 15 });
  expect(readCellDays(text('半个月')).ok).toBe(false);
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
