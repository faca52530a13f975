import { describe, expect, it } from 'vitest';
import { pinyinInitials } from '#electron/services/dossier/pinyin-initials.ts';
import { searchTextOf, searchWords } from '#electron/services/dossier/search-text.ts';

/** Characters by the initial they must have, the first and last syllables of each letter among them. */
const byInitial: Readonly<Record<string, string>> = {
  ...{ a: '阿安奥', b: '八白步', c: '擦蔡错', d: '大杜段', e: '额二', f: '发方傅', g: '嘎高郭', h: '哈韩霍' },
  ...{ j: '基贾军', k: '卡孔昆', l: '拉吕罗', m: '马梅穆', n: '那聂诺', o: '欧偶', p: '怕潘浦', q: '七钱群' },
  ...{ r: '然任若', s: '萨沈索', t: '他田托', w: '瓦王伍', x: '西夏荀', y: '丫杨岳', z: '杂周左' },
};

describe('pinyin initials', () => {
  it.each(Object.entries(byInitial))('%s', (letter, chars) => {
    for (const char of chars) expect(pinyinInitials(`王${char}`), char).toEqual([`w${letter}`]);
  });

  it('finds a party by initials, a surname by its own sound too, and says nothing of other scripts', () => {
    expect(pinyinInitials('单样梅')).toEqual(['dym', 'sym']);
    expect(pinyinInitials('Robert')).toEqual([]);
    expect(pinyinInitials('')).toEqual([]);
    const file = { windowNo: '青收2026-0011', caseNo: null, cause: '' };
    const text = searchTextOf(file, [{ name: '孙样风', uscc: '' }]);
    expect(searchWords('SYF').every((word) => text.includes(word))).toBe(true);
  });
});
