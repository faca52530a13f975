import type { Brand } from './brand.ts';

/** An amount in fen (1/100 yuan), a safe integer. */
export type Fen = Brand<number, 'Fen'>;

const shape = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/** Reads yuan such as '1234.5' or '1,234.50' exactly; undefined when it is not an amount with at most two decimals. */
export function parseYuan(text: string): Fen | undefined {
  const match = shape.exec(text.replaceAll(',', '').trim());
  if (!match) return undefined;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return (match[1] === '-' ? -fen : fen) as Fen;
}

/** Writes yuan with two decimals and thin groups of three: 1234567 fen is '12,345.67'. */
export function formatYuan(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${sign}${whole}.${digits.slice(-2)}`;
}
