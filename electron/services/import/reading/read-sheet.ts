import { err, ok, type Result } from '#shared/base/result.ts';
import type { Cell, CellKind, TableRow } from '#shared/domain/import/cell.ts';
import type { XmlPiece } from '#shared/reading/xml.ts';
import type { Package } from '#shared/reading/zip.ts';
import { type TableRefusal, tableLimits } from './read-table.ts';
import { readPart, type ShownAs } from './workbook-parts.ts';

/** The lines of a sheet with what a person is told of them. */
export type Sheet = { readonly rows: readonly TableRow[]; readonly formulas: number; readonly merged: number };

type Line = { readonly line: number; readonly cells: (Cell | undefined)[] };
type Block = { readonly column: number; readonly first: number; readonly last: number };

type Reading = {
  readonly shared: readonly string[];
  readonly days: ReadonlyMap<number, ShownAs>;
  readonly lines: Line[];
  readonly blocks: Block[];
  row: Line;
  column: number;
  type: string;
  style: number;
  formula: boolean;
  value: string;
  /** What is being read of a cell: its value, or a text written into it. */
  into: 'value' | 'text' | null;
  spoken: number;
  formulas: number;
  room: number;
  tooMany: boolean;
};

/** 'BC12' is line 12, column 54. */
function placeOf(reference: string): { readonly column: number; readonly line: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  const column = Array.from(match[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, line: Number(match[2]) };
}

function openRow(reading: Reading, said: string | undefined): void {
  const line = said === undefined ? reading.row.line + 1 : Number(said);
  reading.row = { line: Number.isSafeInteger(line) && line > 0 ? line : reading.row.line + 1, cells: [] };
  reading.column = -1;
}

function openCell(reading: Reading, attributes: ReadonlyMap<string, string>): void {
  const place = placeOf(attributes.get('r') ?? '');
  reading.column = place?.column ?? reading.column + 1;
  reading.type = attributes.get('t') ?? 'n';
  reading.style = Number(attributes.get('s') ?? -1);
  reading.formula = false;
  reading.value = '';
}

const kinds: Readonly<Record<string, CellKind>> = {
  b: 'flag',
  e: 'error',
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  d: 'text',
};

function cellOf(reading: Reading): Cell | undefined {
  const { type, value, formula, style } = reading;
  const text = type === 's' ? (reading.shared[Number(value)] ?? '') : value.slice(0, tableLimits.cell);
  // A formula whose result was not saved: nothing is reckoned here.
  if (text === '') return formula && type !== 'str' ? { kind: 'error', text: '', formula: true } : undefined;
  const kind = kinds[type] ?? reading.days.get(style) ?? 'number';
  return formula ? { kind, text, formula: true } : { kind, text };
}

function closeCell(reading: Reading): void {
  if (reading.formula) reading.formulas += 1;
  const cell = reading.column < tableLimits.columns ? cellOf(reading) : undefined;
  if (cell === undefined) return;
  reading.row.cells[reading.column] = cell;
  reading.room -= cell.text.length + 8;
}

function closeRow(reading: Reading): void {
  if (reading.row.cells.length === 0) return;
  reading.lines.push(reading.row);
  reading.tooMany ||= reading.lines.length > tableLimits.lines;
}

function noteBlock(reading: Reading, reference: string): void {
  const [from, to] = reference.split(':').map(placeOf);
  if (from === undefined || to === undefined || from.column >= tableLimits.columns) return;
  reading.blocks.push({ column: from.column, first: from.line, last: to.line });
  reading.tooMany ||= reading.blocks.length > tableLimits.lines;
}

function opened(reading: Reading, name: string, attributes: ReadonlyMap<string, string>): void {
  if (name === 'row') openRow(reading, attributes.get('r'));
  else if (name === 'c') openCell(reading, attributes);
  else if (name === 'v') reading.into = 'value';
  else if (name === 't') reading.into = 'text';
  else if (name === 'f') reading.formula = true;
  else if (name === 'rPh') reading.spoken += 1;
  else if (name === 'mergeCell') noteBlock(reading, attributes.get('ref') ?? '');
}

function closed(reading: Reading, name: string): void {
  if (name === 'row') closeRow(reading);
  else if (name === 'c') closeCell(reading);
  else if (name === 'v' || name === 't') reading.into = null;
  else if (name === 'rPh') reading.spoken -= 1;
}

function take(reading: Reading, piece: XmlPiece): boolean {
  if (piece.kind === 'open') opened(reading, piece.name, piece.attributes);
  else if (piece.kind === 'close') closed(reading, piece.name);
  else if (reading.into !== null && reading.spoken === 0 && reading.value.length <= tableLimits.cell) {
    reading.value += piece.text;
  }
  return reading.room > 0 && !reading.tooMany;
}

/**
 * Gives every line of a merged block the value of the block: a number merged over the lines of a file is that of each.
 * False when there are more of them than there is room for: some lines would say less than their block does.
 */
function fillBlocks({ lines, blocks }: Reading): boolean {
  const byLine = new Map(lines.map((line) => [line.line, line]));
  let room: number = tableLimits.merged;
  for (const { column, first, last } of blocks) {
    const value = byLine.get(first)?.cells[column];
    if (value === undefined) continue;
    for (let line = first + 1; line <= last; line += 1) {
      const row = byLine.get(line);
      if (row === undefined || row.cells[column] !== undefined) continue;
      if (room === 0) return false;
      row.cells[column] = { ...value, merged: true };
      room -= 1;
    }
  }
  return true;
}

/** Reads one sheet, line by line and with bounded memory. */
export function readSheet(
  opened: Package,
  part: string,
  known: { readonly shared: readonly string[]; readonly days: ReadonlyMap<number, ShownAs> },
): Result<Sheet, TableRefusal> {
  const reading: Reading = {
    ...{
      ...known,
      lines: [],
      blocks: [],
      row: { line: 0, cells: [] },
      column: -1,
      type: 'n',
      style: -1,
      formula: false,
    },
    ...{ value: '', into: null, spoken: 0, formulas: 0, room: tableLimits.characters, tooMany: false },
  };
  const read = readPart(opened, part, (piece) => take(reading, piece));
  if (!read.ok) return read;
  if (reading.tooMany) return err({ code: 'import.too-many-lines', facts: { most: tableLimits.lines } });
  if (reading.room <= 0) return err({ code: 'import.unpacks-too-large' });
  if (!read.value) return err({ code: 'import.damaged' });
  if (!fillBlocks(reading)) return err({ code: 'import.too-much-merged', facts: { most: tableLimits.merged } });
  return ok({ rows: reading.lines, formulas: reading.formulas, merged: reading.blocks.length });
}
