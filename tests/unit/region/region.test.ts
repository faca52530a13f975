import { describe, expect, it } from 'vitest';
import { childrenOf, fullRegionName, regionByCode, regionName } from '#shared/domain/region/region.ts';

describe('divisions', () => {
  it('are those of six provinces', () => {
    expect(childrenOf(null).map((region) => region.name)).toEqual([
      '上海市',
      '江苏省',
      '浙江省',
      '安徽省',
      '重庆市',
      '四川省',
    ]);
  });

  it.each([
    ['310000', 1, 16],
    ['320000', 13, 104],
    ['330000', 11, 90],
    ['340000', 16, 119],
    ['500000', 2, 38],
    ['510000', 21, 183],
  ])('%s has %i prefectures and %i counties', (province, prefectures, counties) => {
    const below = childrenOf(province);
    expect(below).toHaveLength(prefectures);
    expect(below.flatMap((prefecture) => childrenOf(prefecture.code))).toHaveLength(counties);
  });

  it.each([
    ['310118', '上海市青浦区'],
    ['320509', '江苏省苏州市吴江区'],
    ['320583', '江苏省苏州市昆山市'],
    ['330421', '浙江省嘉兴市嘉善县'],
    ['500233', '重庆市忠县'],
    ['330800', '浙江省衢州市'],
    ['310000', '上海市'],
  ])('%s is %s', (code, name) => {
    expect(fullRegionName(code)).toBe(name);
  });

  it('flags development zones and keeps them', () => {
    expect(regionByCode('320576')).toMatchObject({ name: '苏州工业园区', zone: true, parent: '320500' });
    expect(regionByCode('320506')).toMatchObject({ zone: false });
    const all = childrenOf(null)
      .flatMap(({ code }) => childrenOf(code))
      .flatMap(({ code }) => childrenOf(code));
    expect(all.filter((region) => region.zone)).toHaveLength(24);
  });

  it('says the code of what it does not know', () => {
    expect([regionName('440300'), fullRegionName('999999'), regionByCode('')]).toEqual(['440300', '999999', undefined]);
  });
});
