import { normaliseNumber } from './normalise-number.ts';
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
    else if (token === 'suffix') source += '.{0,4}?';
    else if (token === 'seq' || token.startsWith('seq:')) source += '(?<seq>\\d{1,9})';
    else source += escaped(normaliseNumber(fixed[token] ?? ''));
    at = match.index + match[0].length;
  }
  return new RegExp(`^${source}${escaped(normaliseNumber(pattern.slice(at)))}$`);
}

const patterns = new WeakMap<NumberTemplate, RegExp>();

/**
 * The place in its series of a number that was written by a template, in whatever brackets and width; undefined for one of
 * another form. `year` is 0 where the template has none.
 */
export function readNumber(
  template: NumberTemplate,
  text: string,
): { readonly year: number; readonly seq: number } | undefined {
  const pattern = patterns.get(template) ?? patternOf(template);
  patterns.set(template, pattern);
  const groups = pattern.exec(normaliseNumber(text))?.groups;
  const seq = Number(groups?.['seq'] ?? 0);
  return groups === undefined || seq < 1 ? undefined : { year: Number(groups['year'] ?? 0), seq };
}
