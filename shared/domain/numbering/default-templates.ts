import type { NumberTemplate } from './template.ts';

/** Series of numbers an office keeps. */
export const numberSeries = [
  ...(['window', 'arb-case', 'lsi-case', 'arb-letter', 'lsi-letter', 'register'] as const),
  ...(['lsi-order', 'lsi-handle', 'lsi-penalty'] as const),
] as const;

/** One of `numberSeries`. */
export type NumberSeries = (typeof numberSeries)[number];

type Shape = Pick<NumberTemplate, 'pattern' | 'brackets' | 'digits'>;

const decision = (kind: string): Shape => ({
  ...{ pattern: `{dist}人社监${kind}字{open}{year}{close}第{seq}号`, brackets: 'tortoise', digits: 1 },
});

const shapes: Readonly<Record<NumberSeries, Shape>> = {
  window: { pattern: '{dist}收{year}-{seq}', brackets: 'round', digits: 4 },
  'arb-case': { pattern: '{dist}劳人仲{open}{year}{close}办字第{seq}号{suffix}', brackets: 'round', digits: 1 },
  'lsi-case': { pattern: '{dist}人社监案字{open}{year}{close}第{seq}号{suffix}', brackets: 'tortoise', digits: 1 },
  'arb-letter': { pattern: '{dist}劳人仲函{open}{year}{close}{seq}号', brackets: 'tortoise', digits: 1 },
  'lsi-letter': { pattern: '{dist}人社监协函字{open}{year}{close}第{seq}号', brackets: 'tortoise', digits: 1 },
  register: { pattern: '{dist}收文{open}{year}{close}{seq}号', brackets: 'tortoise', digits: 1 },
  'lsi-order': decision('令'),
  'lsi-handle': decision('理'),
  'lsi-penalty': decision('罚'),
};

/** Styles a sample of which was read, with the first two digits of the province it comes from. */
const seen: Readonly<Partial<Record<NumberSeries, string>>> = { 'arb-case': '31', 'arb-letter': '31' };

/**
 * How sure the default style of a series is in an office's region: 'read' where a sample of that province was seen
 * (Shanghai's arbitration numbers), otherwise 'default', to be shown as 默认值,待核.
 */
export function styleConfidence(series: NumberSeries, region: string): 'read' | 'default' {
  return seen[series] === region.slice(0, 2) ? 'read' : 'default';
}

/** The template a series starts with; `place` is the office's place word, for example 青. Styles differ, all are editable. */
export function defaultTemplate(series: NumberSeries, place: string): NumberTemplate {
  return { ...shapes[series], perYear: true, words: { dist: place } };
}

/** The place word an office would take from the name of its division: 青浦区 gives 青, 忠县 gives 忠. */
export function placeWord(regionName: string): string {
  return Array.from(regionName)[0] ?? '';
}
