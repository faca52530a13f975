import { type Fen, parseYuan } from '#shared/base/money.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { normaliseIdentityNumber } from '../party/identity-number.ts';
import { type Cell, cellText } from './cell.ts';

/** Digits a spreadsheet keeps of a number: those behind are lost as soon as it is saved. */
const keptDigits = 15;

/** Whether a number was written in powers of ten or with more digits than a spreadsheet keeps. */
function lostDigits(text: string): boolean {
  return /e/i.test(text) || text.replaceAll(/\D/g, '').length > keptDigits;
}

/**
 * Reads an identity or company number. A cell that is a number has lost its last digits when it is longer than 15, and
 * leading zeros always: such a number is told as damaged and never guessed.
 */
export function readCellIdentity(cell: Cell): Result<string, 'import.number-damaged'> {
  const text = normaliseIdentityNumber(cellText(cell));
  const power = /^\d(?:\.\d+)?E\+?\d+$/.test(text);
  if (power || (cell.kind === 'number' && (lostDigits(text) || text.length < keptDigits || !/^\d+$/.test(text)))) {
    return err('import.number-damaged');
  }
  return ok(text);
}

/** Reads a telephone number or another text; one that was saved in powers of ten is damaged. */
export function readCellPhone(cell: Cell): Result<string, 'import.number-damaged'> {
  const text = cellText(cell).normalize('NFKC');
  const damaged = cell.kind === 'number' && lostDigits(text);
  return damaged || /^\d\.\d+E\+\d+$/i.test(text) ? err('import.number-damaged') : ok(text);
}

/** Fen of a number cell, whose value may carry the noise of binary fractions behind the fen. */
function ofNumber(text: string): Fen | undefined {
  const value = Number(text);
  const fen = Math.round(value * 100);
  const exact = Number.isSafeInteger(fen) && Math.abs(value * 100 - fen) < 1e-3;
  // A safe integer of fen is an amount.
  return text !== '' && exact ? (fen as Fen) : undefined;
}

/** Reads an amount of yuan: 1234.5, 1,234.50元, ￥1234, 1.2万元. */
export function readCellAmount(cell: Cell): Result<Fen, 'import.amount-unreadable'> {
  const text = cellText(cell)
    .normalize('NFKC')
    .replaceAll(/[\s¥,]|人民币|RMB|元整?$/gi, '');
  const myriad = /^(-?\d+)(?:\.(\d{1,6}))?万$/.exec(text);
  const fen =
    cell.kind === 'number'
      ? ofNumber(text)
      : myriad
        ? parseYuan(`${myriad[1]}${(myriad[2] ?? '').slice(0, 4).padEnd(4, '0')}.${(myriad[2] ?? '').slice(4) || '0'}`)
        : parseYuan(text);
  return fen === undefined || !Number.isSafeInteger(fen) ? err('import.amount-unreadable') : ok(fen);
}

/** Reads a count of days, a whole number above nothing. */
export function readCellDays(cell: Cell): Result<number, 'import.days-unreadable'> {
  const match = /^(\d{1,4})(?:\.0+)?\s*(?:个?(?:工作日|自然日)|天|日)?$/.exec(cellText(cell).normalize('NFKC'));
  const days = Number(match?.[1] ?? 0);
  return days > 0 ? ok(days) : err('import.days-unreadable');
}
