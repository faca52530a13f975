import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import { mostEnclosures } from '#shared/contract/letter.ts';
import { isMoment, largestHeader, readHeader } from '#shared/protocol/read-entry.ts';
import { parseCanonical } from '#shared/protocol/read-json.ts';
import { formatCases } from './format-cases.ts';

const good = JSON.parse(formatCases.requestEntry.header) as JsonObject;
const device = JSON.parse(formatCases.deviceEntry.header) as JsonObject;
const read = (value: JsonObject) => readHeader(canonicalJson(value));
const without = (key: string): JsonObject => Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));

describe('reading a header', () => {
  test('the forms of both sorts of chain are read', () => {
    expect(read(good).ok).toBe(true);
    expect(read(device).ok).toBe(true);
  });

  test.each(Object.keys(good))('%s may not be missing', (key) => {
    expect(read(without(key)).ok).toBe(false);
  });

  test('an unknown field is refused, so that nothing is signed that nobody reads', () => {
    expect(read({ ...good, extra: 1 })).toEqual({ ok: false, error: 'header-shape' });
    expect(read({ ...good, basedOn: [] })).toEqual({ ok: false, error: 'header-shape' });
    expect(read({ ...device, pen: 1 })).toEqual({ ok: false, error: 'header-shape' });
  });

  test.each([
    ['seq', 0],
    ['seq', '1'],
    ['prev', formatCases.deviceEntry.id],
    ['kind', 'Request'],
    ['kind', '../x'],
    ['office', 'x'],
    ['device', 'abc'],
    ['chain', 'request/x/r'],
    ['chain', 'request/01926b3c-0000-7000-8000-00000000abcd/x'],
    ['on', '2026-02-30'],
    ['on', '2026-02-20T24:00'],
    ['at', 'now'],
    ['body', 'abc'],
    ['files', ['abc']],
    ['facts', []],
    ['seen', { seq: 1 }],
    ['actor', '张三'],
    ['suite', 's9'],
  ] as const)('%s may not be %j', (key, value) => {
    expect(read({ ...good, [key]: value } as JsonObject).ok).toBe(false);
  });

  test('a newer format is told from a broken one', () => {
    expect(read({ ...good, v: 2 })).toEqual({ ok: false, error: 'header-newer' });
    expect(readHeader('{}')).toEqual({ ok: false, error: 'header-shape' });
    expect(readHeader('')).toEqual({ ok: false, error: 'header-not-canonical' });
    expect(readHeader(`{"a":"${'x'.repeat(200_000)}"}`)).toEqual({ ok: false, error: 'header-too-large' });
    expect(read({ ...good, facts: { text: 'x'.repeat(largestHeader) } })).toEqual({
      ok: false,
      error: 'header-too-large',
    });
  });

  test('text that is not canonical is refused although it means the same', () => {
    const text = canonicalJson(good);
    expect(readHeader(` ${text}`).ok).toBe(false);
    expect(readHeader(text.replace('"v":1', '"v":1.0')).ok).toBe(false);
    expect(readHeader(JSON.stringify(good, Object.keys(good).reverse())).ok).toBe(false);
    expect(parseCanonical('{"a":1,"a":1}')).toBeUndefined();
    expect(parseCanonical('{"a":1.5}')).toBeUndefined();
    expect(parseCanonical('{"a":-0}')).toBeUndefined();
    expect(parseCanonical('{"a":"e\u0301"}')).toBeUndefined();
    expect(parseCanonical('{"a":"\\u0041"}')).toBeUndefined();
    expect(parseCanonical(`{"a":${'['.repeat(60)}${']'.repeat(60)}}`)).toBeUndefined();
    expect(parseCanonical('{"10":1,"9":2}')).toEqual({ 9: 2, 10: 1 });
    expect(parseCanonical('{"9":2,"10":1}')).toBeUndefined();
    expect(parseCanonical('{"__proto__":{"a":1}}')).toBeDefined();
  });

  test('moments are dates that exist with an optional time', () => {
    expect(isMoment('2024-02-29')).toBe(true);
    expect(isMoment('2024-02-29T23:59')).toBe(true);
    expect(isMoment('2023-02-29')).toBe(false);
    expect(isMoment('2024-02-29 23:59')).toBe(false);
  });

  test('the largest letter a call takes fits into a header', () => {
    const files = Array.from({ length: mostEnclosures + 1 }, (_, i) => String(i).padStart(64, '0'));
    const items = Array.from({ length: 100 }, (_, i) => ({ id: `${'i'.repeat(37)}${i + 100}`, kind: 'employment' }));
    const number = '某'.repeat(200);
    const header = canonicalJson({ ...good, files, facts: { ...(good['facts'] as JsonObject), items, number } });
    expect(header.length).toBeLessThan(largestHeader);
    expect(readHeader(header).ok).toBe(true);
  });
});
