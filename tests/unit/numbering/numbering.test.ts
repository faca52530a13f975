import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultTemplate,
  numberSeries,
  placeWord,
  styleConfidence,
} from '#shared/domain/numbering/default-templates.ts';
import { normaliseNumber } from '#shared/domain/numbering/normalise-number.ts';
import { numberWords } from '#shared/domain/numbering/number-words.ts';
import { checkTemplate, type NumberTemplate, writeNumber } from '#shared/domain/numbering/template.ts';

const place = placeWord('青浦区');
const arb = defaultTemplate('arb-case', place);

describe('numbers', () => {
  it.each([
    ['arb-case', 118, '青劳人仲(2026)办字第118号'],
    ['arb-letter', 27, '青劳人仲函〔2026〕27号'],
    ['lsi-case', 5, '青人社监案字〔2026〕第5号'],
    ['lsi-letter', 5, '青人社监协函字〔2026〕第5号'],
    ['window', 31, '青收2026-0031'],
    ['register', 9, '青收文〔2026〕9号'],
    ['lsi-order', 5, '青人社监令字〔2026〕第5号'],
    ['lsi-handle', 5, '青人社监理字〔2026〕第5号'],
    ['lsi-penalty', 5, '青人社监罚字〔2026〕第5号'],
  ] as const)('of the series %s look like the style of the place', (series, seq, expected) => {
    expect(writeNumber(defaultTemplate(series, place), 2026, seq)).toBe(expected);
  });

  it('are marked as a default to be checked wherever no sample of the place was seen', () => {
    const sure = (region: string) => numberSeries.filter((series) => styleConfidence(series, region) === 'read');
    expect(sure('310118')).toEqual(['arb-case', 'arb-letter']);
    expect(sure('320509')).toEqual([]);
  });

  it('take other brackets, padding, words and a suffix', () => {
    const template: NumberTemplate = {
      pattern: '{prov}{city}{body}{kind}{open}{year}{close}{seq}号{suffix}',
      brackets: 'fullRound',
      digits: 3,
      perYear: true,
      words: { prov: '浙', city: '杭', body: '劳人仲', kind: '案' },
    };
    expect(writeNumber(template, 2024, 7, '之一')).toBe('浙杭劳人仲案（2024）007号之一');
    expect(writeNumber({ ...template, brackets: 'square' }, 2024, 1234)).toBe('浙杭劳人仲案[2024]1234号');
  });

  it.each([
    ['330106', '{prov}{city}{body}{kind}〔{year}〕{seq}号', '浙杭劳人仲案〔2024〕123号'],
    ['310118', '{prov}{city}{dist}{body}{kind}[{year}]第{seq:5}号', '沪青劳人仲案[2024]第00123号'],
    // The old official forms: ×劳人仲字[20 ]第 号 and ×劳人仲字〔20 〕 号, and the letter's ×劳人仲函[20 ]第 号.
    ['310118', '{dist}{body}字[{year}]第{seq}号', '青劳人仲字[2024]第123号'],
    ['310118', '{dist}{body}字〔{year}〕{seq}号', '青劳人仲字〔2024〕123号'],
    ['310118', '{dist}{body}函[{year}]第{seq}号', '青劳人仲函[2024]第123号'],
    ['510104', '{prov}{dist}{body}{open}{year}{close}{seq:2}-1', '川锦劳人仲(2024)123-1'],
  ])('of an office at %s take its words and any brackets and padding in the pattern', (region, pattern, expected) => {
    const template = { ...arb, pattern, words: numberWords('arb-case', region) };
    expect(checkTemplate(template).ok).toBe(true);
    expect(writeNumber(template, 2024, 123)).toBe(expected);
  });

  it('have exactly one running number, however it is padded', () => {
    const faultOf = (pattern: string) => {
      const checked = checkTemplate({ ...arb, pattern });
      return checked.ok ? '' : checked.error.code;
    };
    expect(faultOf('{year}{seq:4}')).toBe('');
    expect(faultOf('{year}{seq}{seq:4}')).toBe('number.two-seq');
    expect(faultOf('{year}{seq:0}')).toBe('number.unknown-token');
    expect(faultOf('{year}{seq:9}')).toBe('number.unknown-token');
    expect(faultOf('{year}')).toBe('number.no-seq');
  });

  it('never repeat inside a year, and never between years', () => {
    const numberOf = fc.tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 99_999 }));
    fc.assert(
      fc.property(fc.constantFrom(...numberSeries), numberOf, numberOf, (series, a, b) => {
        const template = defaultTemplate(series, place);
        const same = a[0] === b[0] && a[1] === b[1];
        expect(writeNumber(template, ...a) === writeNumber(template, ...b)).toBe(same);
      }),
    );
  });
});

describe('a template', () => {
  it('is refused when two papers could bear the same number', () => {
    const faultOf = (pattern: string, perYear = true) => {
      const checked = checkTemplate({ ...arb, pattern, perYear });
      return checked.ok ? null : checked.error.code;
    };
    expect(faultOf('青劳人仲〔{year}〕号')).toBe('number.no-seq');
    expect(faultOf('{year}{seq}{seq}')).toBe('number.two-seq');
    expect(faultOf('青字第{seq}号')).toBe('number.no-year');
    expect(faultOf('青字第{seq}号', false)).toBeNull();
    expect(faultOf('{year}{seq}{month}')).toBe('number.unknown-token');
    expect(faultOf(`{year}{seq}${'长'.repeat(120)}`)).toBe('number.too-long');
  });

  it('of every series is accepted', () => {
    expect(numberSeries.filter((series) => !checkTemplate(defaultTemplate(series, place)).ok)).toEqual([]);
  });
});

describe('searching a number', () => {
  it('finds every way of writing the brackets and the width', () => {
    const forms = [
      '青劳人仲(2026)办字第118号',
      '青劳人仲〔2026〕办字第118号',
      '青劳人仲[2026]办字第１１８号',
      ' 青劳人仲（2026） 办字第118号 ',
    ];
    expect(new Set(forms.map(normaliseNumber))).toEqual(new Set(['青劳人仲(2026)办字第118号']));
  });

  it('is done after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseNumber(normaliseNumber(text))).toBe(normaliseNumber(text));
      }),
      { numRuns: 2000 },
    );
  });
});
