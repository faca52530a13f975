import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageRows, pagesOnView } from '#renderer/app/api/pages-on-view.ts';

describe('pages of a list', () => {
  it('are asked for before their rows come on view, on both sides', () => {
    expect(pagesOnView(0, 20, 1000)).toEqual({ first: 0, count: 1 });
    expect(pagesOnView(12, 30, 1000)).toEqual({ first: 0, count: 2 });
    expect(pagesOnView(100, 120, 1000)).toEqual({ first: 1, count: 2 });
    expect(pagesOnView(110, 140, 1000)).toEqual({ first: 1, count: 3 });
  });

  it('end with the list, and are those on view alone until its length is known', () => {
    expect(pagesOnView(20, 40, 45)).toEqual({ first: 0, count: 1 });
    expect(pagesOnView(0, 0, 0)).toEqual({ first: 0, count: 1 });
    expect(pagesOnView(90, 110, undefined)).toEqual({ first: 1, count: 2 });
  });

  it('always hold every row on view of a window of up to 75 rows', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(74), fc.nat(100_000), (from, rows, more) => {
        const to = from + rows;
        const { first, count } = pagesOnView(from, to, to + 1 + more);
        expect(first * pageRows).toBeLessThanOrEqual(from);
        expect((first + count) * pageRows).toBeGreaterThan(to);
        expect(count).toBeLessThanOrEqual(3);
      }),
    );
  });
});
