import { describe, expect, test } from 'vitest';
import { parseOfficeId } from '#shared/base/ids.ts';
import { localDate, parseLocalDate } from '#shared/base/local-date.ts';
import { officeIdField } from '#shared/contract/fields.ts';

describe('an office code', () => {
  test.each(['con', 'prn', 'aux', 'nul', 'com1', 'lpt9', 'CON', 'a', '-ab', 'ab-', '../x', 'x'.repeat(41)])(
    '%s is none, and no call takes it',
    (text) => {
      expect(parseOfficeId(text)).toBeUndefined();
      expect(officeIdField.safeParse(text).success).toBe(false);
    },
  );

  test.each(['qingpu-arb', 'con1', 'nul-arb', 'abc'])('%s is one', (text) => {
    expect(parseOfficeId(text)).toBe(text);
    expect(officeIdField.safeParse(text).success).toBe(true);
  });
});

describe('a date somebody wrote', () => {
  test.each(['1850-01-01', '1949-10-01', '2199-12-31'])('may be %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  test.each(['1849-12-31', '0000-01-01', '2200-01-01', '9999-12-31', '2026-02-30'])('may not be %s', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });

  test('a computed one may lie beyond', () => {
    expect(localDate('2200-01-01')).toBe('2200-01-01');
  });
});
