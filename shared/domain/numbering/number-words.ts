import { regionByCode, regionName } from '../region/region.ts';
import { type NumberSeries, placeWord } from './default-templates.ts';
import type { NumberTemplate } from './template.ts';

/** What the six provinces are called in numbers, by the first two digits of their code. */
const provinceWords: Readonly<Record<string, string>> = {
  ...{ '31': '沪', '32': '苏', '33': '浙', '34': '皖', '50': '渝', '51': '川' },
};

/** Shanghai and Chongqing: what stands between them and their districts is no city. */
const municipalities: readonly string[] = ['31', '50'];

const kinds: Readonly<Record<NumberSeries, { readonly body: string; readonly kind: string }>> = {
  window: { body: '', kind: '收' },
  'arb-case': { body: '劳人仲', kind: '案' },
  'lsi-case': { body: '人社监', kind: '案' },
  'arb-letter': { body: '劳人仲', kind: '函' },
  'lsi-letter': { body: '人社监', kind: '协函' },
  register: { body: '', kind: '收文' },
  'lsi-order': { body: '人社监', kind: '令' },
  'lsi-handle': { body: '人社监', kind: '理' },
  'lsi-penalty': { body: '人社监', kind: '罚' },
};

/**
 * What the words of a template stand for at an office of this division: 沪, 苏, 浙, 皖, 渝 or 川, the first character of
 * its city and of its own name, and the usual words of the series. Empty where there is none: a municipality directly
 * under the state has no city, an office of a city no district.
 */
export function numberWords(series: NumberSeries, region: string): NumberTemplate['words'] {
  const prefecture = regionByCode(`${region.slice(0, 4)}00`);
  const municipal = prefecture === undefined || municipalities.includes(region.slice(0, 2));
  const city = municipal ? '' : placeWord(prefecture.name);
  return {
    ...{ prov: provinceWords[region.slice(0, 2)] ?? '', city, dist: placeWord(regionName(region)) },
    ...kinds[series],
  };
}
