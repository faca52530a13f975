import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultTemplate, numberSeries } from '#shared/domain/numbering/default-templates.ts';
import { readNumber } from '#shared/domain/numbering/read-number.ts';
import { type bracketStyles, writeNumber } from '#shared/domain/numbering/template.ts';

test('a number written by a template is read back from it, in whatever brackets', () => {
  const brackets = fc.constantFrom('tortoise', 'square', 'round', 'fullRound') satisfies fc.Arbitrary<
    keyof typeof bracketStyles
  >;
  fc.assert(
    fc.property(
      fc.constantFrom(...numberSeries),
      brackets,
      fc.integer({ min: 1990, max: 2199 }),
      fc.integer({ min: 1, max: 99_999 }),
      (series, style, year, seq) => {
        const template = defaultTemplate(series, '青');
        const text = writeNumber({ ...template, brackets: style }, year, seq);
        expect(readNumber(template, text)).toEqual({ year, seq, part: 0 });
      },
    ),
  );
});

test('a number of another form or place is none of the series', () => {
  const template = defaultTemplate('arb-case', '青');
  expect(readNumber(template, '闵劳人仲(2026)办字第7号')).toBeUndefined();
  expect(readNumber(template, '青劳人仲(2026)办字第号')).toBeUndefined();
  expect(readNumber(template, '青劳人仲(2026)办字第7号-1')).toEqual({ year: 2026, seq: 7, part: 1 });
  expect(readNumber({ ...template, pattern: 'A.{seq}' }, 'AB7')).toBeUndefined();
});
