import Papa from 'papaparse';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { TableRow } from '#shared/domain/import/cell.ts';
import {
  type Table,
  type TableCharset,
  type TableChoice,
  type TableRefusal,
  tableCharsets,
  tableLimits,
} from './read-table.ts';

type Decoded = { readonly text: string; readonly charset: TableCharset; readonly replaced: number };

const marks: readonly { readonly charset: TableCharset; readonly bytes: readonly number[] }[] = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
];

function strictly(bytes: Uint8Array, charset: TableCharset): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The character set chosen, or the first the bytes are of: its mark, UTF-8, then the national one. */
function decode(bytes: Uint8Array, chosen: TableCharset | null): Decoded | undefined {
  const marked = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (chosen !== null) {
    const text = new TextDecoder(chosen).decode(bytes);
    return { text, charset: chosen, replaced: text.split('\uFFFD').length - 1 };
  }
  for (const charset of marked ? [marked.charset] : tableCharsets.slice(0, 2)) {
    const text = strictly(bytes, charset);
    if (text !== undefined) return { text, charset, replaced: 0 };
  }
  return undefined;
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

type Parsed = { readonly rows: TableRow[]; failure: TableRefusal | undefined };

/** Records with the number of the line each begins on: a record may hold line breaks in quotes. */
function parse(text: string): Parsed {
  const parsed: Parsed = { rows: [], failure: undefined };
  const plain = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  let line = 1;
  let at = 0;
  Papa.parse<readonly string[]>(plain, {
    delimitersToGuess: [',', '\t', ';', '|'],
    step: ({ data, errors, meta }, parser) => {
      const cells = data.slice(0, tableLimits.columns);
      const filled = cells.map((value) =>
        value.trim() === '' ? undefined : { kind: 'text' as const, text: value.slice(0, tableLimits.cell) },
      );
      if (filled.some((cell) => cell !== undefined)) parsed.rows.push({ line, cells: filled });
      if (errors.some(({ type }) => type === 'Quotes'))
        parsed.failure = { code: 'import.quotes-open', facts: { line } };
      if (parsed.rows.length > tableLimits.lines) {
        parsed.failure = { code: 'import.too-many-lines', facts: { most: tableLimits.lines } };
      }
      line += breaksIn(plain, at, meta.cursor);
      at = meta.cursor;
      if (parsed.failure !== undefined) parser.abort();
    },
  });
  return parsed;
}

/** Reads a table in text form: commas, tabs, semicolons or bars between the cells. */
export function readCsvTable(bytes: Uint8Array, choice: TableChoice): Result<Table, TableRefusal> {
  const decoded = decode(bytes, choice.charset);
  if (decoded === undefined) return err({ code: 'import.charset-unknown' });
  const { text, charset, replaced } = decoded;
  if (text.includes('\0')) return err({ code: 'import.not-a-table' });
  const { rows, failure } = parse(text.replace(/^\uFEFF/, ''));
  if (failure !== undefined) return err(failure);
  return ok({ kind: 'csv', charset, sheets: [], sheet: '', base: 1900, rows, formulas: 0, merged: 0, replaced });
}
