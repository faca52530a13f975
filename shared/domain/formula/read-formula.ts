import { err, ok, type Result } from '#shared/base/result.ts';
import { type Formula, type FormulaFault, formulaLimits } from './formula.ts';
import { signOf, type Token, tokensOf } from './tokens.ts';

type Read = Result<Formula, FormulaFault>;

/** The tokens and how far they are read. */
type Reader = { readonly tokens: readonly Token[]; readonly end: number; next: number; depth: number };

function unexpected({ tokens, next, end }: Reader): FormulaFault {
  const token = tokens[next];
  return token === undefined
    ? { code: 'formula.ends-early', at: end, what: '' }
    : { code: 'formula.out-of-place', at: token.at, what: token.text };
}

function deeper(reader: Reader, at: number, read: () => Read): Read {
  if (reader.depth >= formulaLimits.depth) return err({ code: 'formula.too-deep', at, what: '' });
  reader.depth += 1;
  const inner = read();
  reader.depth -= 1;
  return inner;
}

function readGroup(reader: Reader, open: Token): Read {
  const inner = deeper(reader, open.at, () => readChain(reader, ['+', '−']));
  if (!inner.ok) return inner;
  const close = reader.tokens[reader.next];
  if (close === undefined) return err({ code: 'formula.unclosed', at: open.at, what: '(' });
  if (close.kind !== 'close') return err(unexpected(reader));
  reader.next += 1;
  return ok({ kind: 'group', of: inner.value, at: open.at });
}

function readBare(reader: Reader): Read {
  const token = reader.tokens[reader.next];
  if (token === undefined) return err(unexpected(reader));
  const { kind, text, at } = token;
  if (kind !== 'number' && kind !== 'name' && kind !== 'open' && text !== '−') return err(unexpected(reader));
  reader.next += 1;
  if (kind === 'number') return ok({ kind, digits: text, at });
  if (kind === 'name') return ok({ kind, name: text, at });
  if (kind === 'open') return readGroup(reader, token);
  const of = deeper(reader, at, () => readOne(reader));
  return of.ok ? ok({ kind: 'negative', of: of.value, at }) : of;
}

/** One operand with the percent signs behind it. */
function readOne(reader: Reader): Read {
  const bare = readBare(reader);
  if (!bare.ok || reader.tokens[reader.next]?.kind !== 'percent') return bare;
  reader.next += 1;
  return ok({ kind: 'percent', of: bare.value, at: bare.value.at });
}

/** Operands with signs of one rank between them, from the left. */
function readChain(reader: Reader, rank: readonly string[]): Read {
  const operand = (): Read => (rank.includes('+') ? readChain(reader, ['×', '÷']) : readOne(reader));
  const first = operand();
  if (!first.ok) return first;
  let left = first.value;
  for (;;) {
    const token = reader.tokens[reader.next];
    const sign = token?.kind === 'sign' ? signOf(token.text) : undefined;
    if (token === undefined || sign === undefined || !rank.includes(sign)) return ok(left);
    reader.next += 1;
    const right = operand();
    if (!right.ok) return right;
    left = { kind: 'pair', sign, left, right: right.value, at: token.at };
  }
}

/**
 * Reads a formula: numbers with or without commas, names, + - × ÷ (also * and /), brackets and %; full-width forms are
 * the same. Refuses anything else with its place.
 */
export function readFormula(text: string): Read {
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const reader: Reader = { tokens: tokens.value, end: text.length, next: 0, depth: 0 };
  const whole = readChain(reader, ['+', '−']);
  if (whole.ok && reader.next < reader.tokens.length) return err(unexpected(reader));
  return whole;
}
