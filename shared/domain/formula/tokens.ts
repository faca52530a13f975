import { err, ok, type Result } from '#shared/base/result.ts';
import { type FormulaFault, formulaLimits, type Sign } from './formula.ts';

/** A piece of a formula's text. `text` of a number is its digits without commas. */
export type Token = {
  readonly kind: 'number' | 'name' | 'sign' | 'open' | 'close' | 'percent';
  readonly text: string;
  readonly at: number;
};

const signs: Readonly<Record<string, Sign>> = {
  ...{ '+': '+', '-': '−', '−': '−', '–': '−', '*': '×', '×': '×', x: '×', X: '×', '/': '÷', '÷': '÷' },
};
const marks: Readonly<Record<string, Token['kind']>> = { '(': 'open', ')': 'close', '%': 'percent' };
const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
const digits = /[\d.,]+/y;
const numberShape = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** Full-width forms made half, one character for one, so that places stay the same. */
function halfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** The sign a text is: an operation, an x between numbers among them. */
export const signOf = (text: string): Sign | undefined => (Object.hasOwn(signs, text) ? signs[text] : undefined);

/** The digits of a number as a person writes it, '8,000.00' is '8000.00'; undefined when it is none or too long. */
export function digitsOf(text: string): string | undefined {
  const plain = halfWidth(text).trim();
  if (!numberShape.test(plain)) return undefined;
  const bare = plain.replaceAll(',', '');
  const [whole = '', decimals = ''] = bare.split('.');
  return whole.length > formulaLimits.whole || decimals.length > formulaLimits.decimals ? undefined : bare;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function tokenAt(text: string, at: number): Result<Token & { readonly length: number }, FormulaFault> {
  const char = text[at] ?? '';
  const mark = Object.hasOwn(marks, char) ? marks[char] : undefined;
  if (mark !== undefined) return ok({ kind: mark, text: char, at, length: 1 });
  const number = matchAt(digits, text, at);
  if (number !== undefined) {
    const read = digitsOf(number);
    if (read === undefined) return err({ code: 'formula.number', at, what: number });
    return ok({ kind: 'number', text: read, at, length: number.length });
  }
  const name = matchAt(word, text, at);
  const sign = signOf(name ?? char);
  if (sign !== undefined) return ok({ kind: 'sign', text: sign, at, length: 1 });
  if (name === undefined)
    return err({ code: 'formula.character', at, what: String.fromCodePoint(text.codePointAt(at) ?? 0) });
  if (name.length > formulaLimits.name) return err({ code: 'formula.name-long', at, what: name });
  return ok({ kind: 'name', text: name, at, length: name.length });
}

/** The pieces of a formula's text in order, or the first character or number that cannot be one. */
export function tokensOf(typed: string): Result<readonly Token[], FormulaFault> {
  const text = halfWidth(typed);
  if (text.length > formulaLimits.text) return err({ code: 'formula.too-long', at: formulaLimits.text, what: '' });
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const read = tokenAt(text, at);
    if (!read.ok) return read;
    const { length, ...token } = read.value;
    tokens.push(token);
    at += length;
  }
  return ok(tokens);
}
