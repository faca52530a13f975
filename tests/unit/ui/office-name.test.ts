import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameParts } from '#renderer/ui/print/office-name.tsx';

describe('where the name of an office may be broken', () => {
  it.each([
    ['上海市青浦区人力资源和社会保障局', ['上海市', '青浦区', '人力资源', '和社会保障局']],
    ['苏州市吴江区劳动人事争议仲裁委员会', ['苏州市', '吴江区', '劳动人事', '争议', '仲裁', '委员会']],
    ['嘉善县劳动保障监察大队', ['嘉善县', '劳动保障', '监察大队']],
    ['某某局', ['某某局']],
    ['', []],
  ])('%s', (name, parts) => {
    expect(nameParts(name)).toEqual(parts);
  });

  it('keeps every sign in its place and never tears 人力资源', () => {
    const text = fc.array(fc.constantFrom('市', '人力资源', '和社会保障', '局', '某', '（', '样例'), { maxLength: 12 });
    fc.assert(
      fc.property(text, (words) => {
        const name = words.join('');
        const parts = nameParts(name);
        expect(parts.join('')).toBe(name);
        expect(parts.every((part) => part !== '')).toBe(true);
        expect(parts.join('|').match(/人力资源/g)?.length ?? 0).toBe(name.match(/人力资源/g)?.length ?? 0);
      }),
    );
  });
});
