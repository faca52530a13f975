import { normaliseNumber } from './normalise-number.ts';
import { readSubNumber } from './sub-number.ts';
import { bracketStyles, type NumberTemplate } from './template.ts';

const tokenShape = /\{([^{}]*)\}/g;
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

function patternOf({ pattern, brackets, words }: NumberTemplate): RegExp {
  const pair = bracketStyles[brackets];
  const fixed: Readonly<Partial<Record<string, string>>> = { ...words, open: pair.slice(0, 1), close: pair.slice(1) };
  let source = '';
  let at = 0;
  for (const match of pattern.matchAll(tokenShape)) {
    const token = match[1] ?? '';
    source += escaped(normaliseNumber(pattern.slice(at, match.index)));
    if (token === 'year') source += '(?<year>\\d{4})';
    else if (token === 'suffix') source += '(?<suffix>.{0,6}?)';
    else if (token === 'seq' || token.startsWith('seq:')) source += '(?<seq>\\d{1,9})';
    else source += escaped(normaliseNumber(fixed[token] ?? ''));
    at = match.index + match[0].length;
  }
  return new RegExp(`^${source}${escaped(normaliseNumber(pattern.slice(at)))}$`);
}

const patterns = new WeakMap<NumberTemplate, RegExp>();

type Place = { readonly year: number; readonly seq: number; readonly part: number };

function readNormalised(template: NumberTemplate, number: string): Place | undefined {
  const pattern = patterns.get(template) ?? patternOf(template);
  patterns.set(template, pattern);
  const groups = pattern.exec(number)?.groups;
  const seq = Number(groups?.['seq'] ?? 0);
  const part = readSubNumber(groups?.['suffix'] ?? '');
  if (groups === undefined || seq < 1 || part === undefined) return undefined;
  return { year: Number(groups['year'] ?? 0), seq, part };
}

/**
 * The place in its series of a number that was written by a template, in whatever brackets and width; undefined for one of
 * another form. `year` is 0 where the template has none; `part` is its place among the files under one number, 0 for the
 * number itself.
 */
export function readNumber(template: NumberTemplate, text: string): Place | undefined {
  return readNormalised(template, normaliseNumber(text));
}

/** How the numbers of one series are written. */
export type SeriesTemplate = { readonly series: string; readonly template: NumberTemplate };

/** Where a number stands that one of these series wrote, the first that may have; `year` is 0 where none begins anew. */
export function readInSeries(
  all: readonly SeriesTemplate[],
  text: string,
): (Place & { readonly series: string }) | undefined {
  // Once for all of them: it costs more than reading does.
  const number = normaliseNumber(text);
  for (const { series, template } of all) {
    const place = readNormalised(template, number);
    if (place !== undefined) return { series, ...place, year: template.perYear ? place.year : 0 };
  }
  return undefined;
}
