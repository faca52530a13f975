import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Branch, branchSeries, checkBranches, seriesOfAll, withCodes } from '#shared/domain/numbering/branch.ts';
import { defaultTemplate } from '#shared/domain/numbering/default-templates.ts';
import { readNumber } from '#shared/domain/numbering/read-number.ts';
import { readSubNumber, subNumber, subStyles } from '#shared/domain/numbering/sub-number.ts';
import { writeNumber } from '#shared/domain/numbering/template.ts';

const arb = defaultTemplate('arb-case', '青');

describe('numbers of files that share one', () => {
  it('are told apart by a dash or by words', () => {
    expect(writeNumber(arb, 2026, 5, subNumber('dash', 1))).toBe('青劳人仲(2026)办字第5号-1');
    expect(writeNumber(arb, 2026, 5, subNumber('words', 12))).toBe('青劳人仲(2026)办字第5号之十二');
  });

  it('are read back to their place, in either style and in any width', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...subStyles),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 99_999 }),
        (style, part, seq) => {
          const written = writeNumber(arb, 2026, seq, subNumber(style, part));
          expect(readNumber(arb, written.replaceAll('(', '（').replace('-', '－'))).toEqual({ year: 2026, seq, part });
        },
      ),
    );
    expect(readNumber(arb, '青劳人仲(2026)办字第5号')).toEqual({ year: 2026, seq: 5, part: 0 });
  });

  it.each(['-0', '-01', '-1000', '补', '之', '之零', '-1-1'])('have no place that reads %s', (suffix) => {
    expect(readSubNumber(suffix)).toBeUndefined();
    expect(readNumber(arb, `青劳人仲(2026)办字第5号${suffix}`)).toBeUndefined();
  });
});

const branch = (code: string, name: string, word: string, ended = false): Branch => ({ code, name, word, ended });

describe('branches', () => {
  it('count apart where the pattern tells them apart, with the office where it does not', () => {
    expect(branchSeries('arb-case', { pattern: '{dist}{branch}{year}-{seq}' }, 'b2')).toBe('arb-case@b2');
    expect(branchSeries('arb-case', { pattern: '{dist}{year}-{seq}' }, 'b2')).toBe('arb-case');
    expect(branchSeries('arb-case', { pattern: '{dist}{branch}{year}-{seq}' }, '')).toBe('arb-case');
    expect(seriesOfAll('window', [{ code: 'b1' }, { code: 'b2' }])).toEqual(['window', 'window@b1', 'window@b2']);
  });

  it('are given codes that none had before', () => {
    const said = [branch('b3', '朱家角庭', '朱'), branch('', '徐泾庭', '徐'), branch('', '华新庭', '华')];
    expect(withCodes(said).map(({ code }) => code)).toEqual(['b3', 'b4', 'b5']);
  });

  it('differ in name and word, and never leave once they were kept', () => {
    const kept = [branch('b1', '朱家角庭', '朱')];
    expect(checkBranches([...kept, branch('', '徐泾庭', '徐')], kept)).toBeUndefined();
    expect(checkBranches([...kept, branch('', '徐泾庭', '朱')], kept)).toEqual({ code: 'branch.same-word', at: 1 });
    expect(checkBranches([...kept, branch('', '朱家角庭', '徐')], kept)).toEqual({ code: 'branch.same-name', at: 1 });
    expect(checkBranches([branch('', '', '徐')], [])).toEqual({ code: 'branch.no-name', at: 0 });
    expect(checkBranches([branch('', '徐泾庭', '')], [])).toEqual({ code: 'branch.no-word', at: 0 });
    expect(checkBranches([branch('', '徐泾庭', '徐')], kept)).toEqual({ code: 'branch.gone', at: 1 });
  });
});
