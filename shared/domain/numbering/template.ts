import { err, ok, type Result } from '#shared/base/result.ts';

/** Words a template may hold in braces. Place words stand for one character or more, for example 青 or 浙杭. */
export const templateTokens = [
  'prov',
  'city',
  'dist',
  'branch',
  'body',
  'kind',
  'open',
  'year',
  'close',
  'seq',
  'suffix',
] as const;

/** One of `templateTokens`. */
export type TemplateToken = (typeof templateTokens)[number];

/** Brackets around the year: 〔2026〕 as in official papers, and the other forms offices use. */
export const bracketStyles = { tortoise: '〔〕', square: '[]', round: '()', fullRound: '（）' } as const;

/** How the numbers of one series are written. */
export type NumberTemplate = {
  /** For example '{dist}劳人仲{open}{year}{close}办字第{seq}号'; '{seq:4}' writes at least four digits. */
  readonly pattern: string;
  readonly brackets: keyof typeof bracketStyles;
  /** Least number of digits of the running number; 0 or 1 for none. */
  readonly digits: number;
  /** The running number begins with 1 each year. */
  readonly perYear: boolean;
  /** What the place and body words stand for in this office. */
  readonly words: Readonly<Partial<Record<TemplateToken, string>>>;
};

/** Why a template cannot be used. */
export type TemplateFault =
  | { readonly code: 'number.no-seq' | 'number.no-year' | 'number.two-seq' | 'number.too-long' }
  | { readonly code: 'number.unknown-token'; readonly token: string };

const tokenShape = /\{([^{}]*)\}/g;
const known: ReadonlySet<string> = new Set(templateTokens);
/** '{seq:4}' is the running number in four digits at least. */
const widthShape = /^seq:([1-8])$/;
const tokenOf = (word: string): string => (widthShape.test(word) ? 'seq' : word);

/** The words a pattern holds in braces, in their order, '{seq:4}' as seq. */
export function tokensOf(pattern: string): readonly string[] {
  return [...pattern.matchAll(tokenShape)].map((match) => tokenOf(match[1] ?? ''));
}

/**
 * Checks a template: exactly one running number, and the year where it begins anew each year, since two papers would
 * otherwise bear the same number.
 */
export function checkTemplate(template: NumberTemplate): Result<NumberTemplate, TemplateFault> {
  const tokens = tokensOf(template.pattern);
  const unknown = tokens.find((token) => !known.has(token));
  if (unknown !== undefined) return err({ code: 'number.unknown-token', token: unknown });
  const count = tokens.filter((token) => token === 'seq').length;
  if (count !== 1) return err({ code: count === 0 ? 'number.no-seq' : 'number.two-seq' });
  if (template.perYear && !tokens.includes('year')) return err({ code: 'number.no-year' });
  return template.pattern.length > 120 ? err({ code: 'number.too-long' }) : ok(template);
}

/** Writes the number `seq` (1, 2, 3...) of `year`; `suffix` such as '-1' or '之一' goes where the template has it. */
export function writeNumber(template: NumberTemplate, year: number, seq: number, suffix = ''): string {
  const pair = bracketStyles[template.brackets];
  const values: Readonly<Partial<Record<string, string>>> = {
    ...template.words,
    open: pair.slice(0, 1),
    close: pair.slice(1),
    year: String(year),
    seq: String(seq).padStart(template.digits, '0'),
    suffix,
  };
  return template.pattern.replaceAll(tokenShape, (_, token: string) => {
    const width = widthShape.exec(token)?.[1];
    return (width === undefined ? values[token] : String(seq).padStart(Number(width), '0')) ?? '';
  });
}
