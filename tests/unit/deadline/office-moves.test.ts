import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { movesOver, type OfficeMoves, sameMoves, withMoves } from '#shared/domain/deadline/office-moves.ts';
import { nextOfficeRow, type OfficeRule, standingRules } from '#shared/domain/deadline/office-rule.ts';
import { ruleOn, rulesFor } from '#shared/domain/deadline/pack.ts';

const shipped = rulesFor('330421');
const day = localDate('2026-06-01');

const lists = { suspendGrounds: ['a', 'b'], restartGrounds: ['c'], excludeGrounds: [] };
/** As a form says it: every field. */
const full = ({ elapsed = 'none', suspendGrounds = [], restartGrounds = [], excludeGrounds = [] }: OfficeMoves) => ({
  ...{ elapsed, suspendGrounds, restartGrounds, excludeGrounds },
});
const ids = fc.option(fc.subarray(['a', 'b', 'c']), { nil: undefined });
const anyMoves = fc
  .record({
    elapsed: fc.constantFrom(undefined, 'none', 'last-day', 'next-day'),
    ...{ suspendGrounds: ids, restartGrounds: ids, excludeGrounds: ids },
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, said]) => said !== undefined)) as OfficeMoves);

describe('what a decision says beyond the row beneath', () => {
  it('leaves out what lies there anyway, unless it was said so far', () => {
    expect(movesOver(lists, { elapsed: 'none', ...lists, suspendGrounds: ['b', 'a'] })).toEqual({});
    expect(movesOver(lists, { ...lists, restartGrounds: [] })).toEqual({ restartGrounds: [] });
    const stood = { elapsed: 'none', restartGrounds: ['c'] } as const;
    expect(movesOver(lists, lists, stood)).toEqual(stood);
    expect(movesOver(lists, {}, stood)).toEqual(stood);
    expect(movesOver({ elapsed: 'last-day' }, { elapsed: 'none' })).toEqual({ elapsed: 'none' });
  });

  it('moves the limit as what was said does, and is what was said so far where that moves it the same way', () => {
    const limit = ruleOn(shipped, 'ARB.LIMIT', day);
    if (limit === undefined) throw new Error('no such row');
    fc.assert(
      fc.property(anyMoves, anyMoves, anyMoves, (beneath, said, stood) => {
        const row = withMoves(limit, full(beneath));
        const over = (moves: OfficeMoves) => withMoves(row, moves);
        const kept = movesOver(row, said, stood);
        expect(sameMoves(over(kept), over(said))).toBe(true);
        expect(movesOver(row, full(over(stood)), stood)).toEqual(stood);
      }),
    );
  });

  it('lets only a decision that says of the same fields end another', () => {
    const term: OfficeRule = {
      ...{ rule: 'LSI.LIST_TERM', from: day, off: false, amount: 2, unit: 'year', roll: 'none', basis: '某省办法' },
      ...{ local: true, region: '33' },
    };
    const until = localDate('2026-09-01');
    const without = { ...term, restartGrounds: [], until };
    expect(nextOfficeRow(shipped, [term], without).ok).toBe(true);
    expect(standingRules([term, without])).toEqual([term, without]);
    expect(standingRules([term, { ...term, until }])).toEqual([{ ...term, until }]);
  });
});
