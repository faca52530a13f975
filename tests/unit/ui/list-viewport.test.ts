import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deepestRow,
  drawnRows,
  type ListMetrics,
  movedTo,
  scrollToShow,
  selectedNow,
} from '#renderer/ui/list/viewport.ts';

const metrics = fc.record({
  rowHeight: fc.integer({ min: 20, max: 120 }),
  viewHeight: fc.integer({ min: 1, max: 2000 }),
  scrollTop: fc.integer({ min: 0, max: 5_000_000 }),
  total: fc.integer({ min: 1, max: 2_000_000 }),
});

const rows = (list: ListMetrics): number => Math.min(list.total, deepestRow);

describe('the part of a long list that is drawn', () => {
  it('lies inside the list and covers what is on the screen', () => {
    fc.assert(
      fc.property(metrics, (list) => {
        const { first, last } = drawnRows(list);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(rows(list));
        const bottom = Math.min(rows(list) - 1, Math.floor((list.scrollTop + list.viewHeight - 1) / list.rowHeight));
        const top = Math.min(rows(list) - 1, Math.floor(list.scrollTop / list.rowHeight));
        expect(first).toBeLessThanOrEqual(top);
        expect(last).toBeGreaterThanOrEqual(bottom);
      }),
    );
  });

  it('never draws more than a screen and its margins, however long the list', () => {
    fc.assert(
      fc.property(metrics, (list) => {
        const { first, last } = drawnRows(list);
        expect(last - first + 1).toBeLessThanOrEqual(Math.ceil(list.viewHeight / list.rowHeight) + 13);
      }),
    );
  });

  it('is empty for an empty list', () => {
    const { first, last } = drawnRows({ rowHeight: 40, viewHeight: 400, scrollTop: 0, total: 0 });
    expect(last).toBeLessThan(first);
  });
});

describe('keys of a list', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');

  it('always land on a row, which scrolling then shows whole', () => {
    fc.assert(
      fc.property(metrics, keys, fc.nat(), (list, key, at) => {
        const target = movedTo(key, at % rows(list), list) ?? -1;
        expect(target).toBeGreaterThanOrEqual(0);
        expect(target).toBeLessThan(rows(list));
        fc.pre(list.viewHeight >= list.rowHeight);
        const scrollTop = scrollToShow(list, target);
        expect(target * list.rowHeight).toBeGreaterThanOrEqual(scrollTop);
        expect((target + 1) * list.rowHeight).toBeLessThanOrEqual(scrollTop + list.viewHeight);
      }),
    );
  });

  it('leave other keys to the page', () => {
    expect(movedTo('a', 3, { rowHeight: 40, viewHeight: 400, scrollTop: 0, total: 10 })).toBeUndefined();
  });
});

describe('the row that is selected', () => {
  it('is the one it was, wherever it stands among the rows held; else the one in its place', () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(rows, fc.nat(99), fc.nat(200), fc.nat(100), (held, at, key, first) => {
        const selected = first + (at % held.length);
        const keyAt = (index: number): string | undefined => held[index - first]?.toString();
        const now = selectedNow({ selected, key: String(key) }, keyAt);
        expect(now).toBe(held.includes(key) ? first + held.indexOf(key) : selected);
      }),
    );
  });

  it('stays at its place while nobody has chosen one, and while its page is not there', () => {
    expect(selectedNow({ selected: 3 }, String)).toBe(3);
    expect(selectedNow({ selected: 3, key: '7' }, () => undefined)).toBe(3);
  });
});
