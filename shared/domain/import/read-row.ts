import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Cell, cellText, type DayBase, type TableRow } from './cell.ts';
import { readCellDate } from './cell-date.ts';
import { readCellAmount, readCellDays, readCellIdentity, readCellPhone } from './cell-value.ts';
import type { Columns } from './column-proposal.ts';
import { importField } from './import-field.ts';
import type { Issues } from './issue.ts';

/** One line as its fields say it: texts by field, days as 'YYYY-MM-DD', amounts in fen and days as numbers. */
export type ReadRow = {
  readonly line: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
};

/** Where in a line a field stands. */
export function columnOf(columns: Columns, field: string): number | null {
  const at = columns.indexOf(field);
  return at < 0 ? null : at;
}

/** The text a line has in a field; '' for none. */
export function textIn(row: ReadRow, field: string): string {
  return row.texts.get(field) ?? '';
}

/** The day a line has in a field: a text of that field was read as a day before. */
export function dayIn(row: ReadRow, field: string): LocalDate | undefined {
  return row.texts.get(field) as LocalDate | undefined;
}

type Value = string | number;
/** What a cell says, and what a person should look at although it can be read. */
type Said = { readonly value: Value; readonly doubt?: string };
type Reader = (cell: Cell, base: DayBase) => Result<Said, string>;

const plainly =
  (read: (cell: Cell) => Result<Value, string>): Reader =>
  (cell) => {
    const value = read(cell);
    return value.ok ? ok({ value: value.value }) : value;
  };

/** A number a spreadsheet shows as an integer is written with a point and zeros in some files. */
const plainText = (cell: Cell): Result<string, string> =>
  ok(cell.kind === 'number' ? cellText(cell).replace(/\.0+$/, '') : cellText(cell));

const readers: Readonly<Record<string, Reader>> = {
  text: plainly(plainText),
  identity: plainly(readCellIdentity),
  phone: plainly(readCellPhone),
  amount: plainly(readCellAmount),
  days: plainly(readCellDays),
  date: (cell, base) => {
    const read = readCellDate(cell, base);
    if (!read.ok) return read;
    const { date, bareNumber } = read.value;
    return ok({ value: date, ...(bareNumber ? { doubt: 'import.date-from-number' } : {}) });
  },
};

/** Days every program writes where nothing was filled in. */
const nothing = /^(?:[-—–/\\无]+|N\/A)$/i;

function faultOf({ kind, text, formula }: Cell): string | undefined {
  if (kind === 'error') return text === '' && formula ? 'import.formula-without-value' : 'import.cell-error';
  return undefined;
}

/** Reads a line by the columns chosen for it; what cannot be read is told and left out. */
export function readRow(row: TableRow, columns: Columns, base: DayBase, issues: Issues): ReadRow {
  const texts = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const [column, code] of columns.entries()) {
    const field = importField(code);
    const cell = row.cells[column];
    if (field === undefined || cell === undefined) continue;
    const fault = faultOf(cell);
    if (fault === undefined && (cellText(cell) === '' || nothing.test(cellText(cell)))) continue;
    const read = fault === undefined ? readers[field.kind]?.(cell, base) : err(fault);
    if (read === undefined) continue;
    if (!read.ok) {
      issues.add({ line: row.line, column, code: read.error, bad: true });
      continue;
    }
    const { value, doubt } = read.value;
    if (doubt !== undefined) issues.add({ line: row.line, column, code: doubt, bad: false });
    if (typeof value === 'number') numbers.set(code, value);
    else texts.set(code, value);
  }
  return { line: row.line, texts, numbers };
}
