import { describe, expect, it } from 'vitest';
import { readingsOf } from '#electron/services/dossier/name-readings.ts';
import { searchTextOf, searchWords } from '#electron/services/dossier/search-text.ts';

describe('how a name sounds', () => {
  it.each([
    ['曾样梅', 'zym', 'zengyangmei'],
    ['单样雄', 'syx', 'shanyangxiong'],
    ['仇样英', 'qyy', 'qiuyangying'],
    ['解样东', 'xyd', 'xieyangdong'],
    ['查样青', 'zyq', 'zhayangqing'],
    ['欧阳样', 'oyy', 'ouyangyang'],
    ['尉迟样', 'ycy', 'yuchiyang'],
    ['孙样风', 'syf', 'sunyangfeng'],
  ])('%s is found as %s and %s', (name, initials, whole) => {
    expect(readingsOf(name, true).initials).toContain(initials);
    expect(readingsOf(name, true).whole).toContain(whole);
  });

  it('reads a surname as another word too, a unit as no surname, and other scripts not at all', () => {
    expect(readingsOf('单样梅', true).initials).toEqual(['sym', 'dym']);
    expect(readingsOf('单样物流(上海)公司', false)).toEqual({ initials: ['dywlshgs'], whole: [] });
    expect(readingsOf('Robert', true)).toEqual({ initials: [], whole: [] });
    expect(readingsOf('', true)).toEqual({ initials: [], whole: [] });
  });

  it('stands in the search text, and numbers of papers and telephones do not', () => {
    const party = { name: '孙样风', type: 'person', uscc: '', legalRep: '', idNo: '110101199003070011', phone: '138' };
    const file = { windowNo: '青收2026-0011', caseNo: null, cause: '', texts: ['谈话记录'] };
    const { short, long } = searchTextOf({ ...file, parties: [party] });
    expect(searchWords('SYF sunyang').every((word) => short.includes(word))).toBe(true);
    expect(short + long).not.toMatch(/1101|138/);
    expect(long).toBe('谈话记录');
  });
});
