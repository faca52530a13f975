import { ok, type Result } from '#shared/base/result.ts';
import { gather, mostCharacters, type ReadDocument, type ReadingFailure } from './document.ts';

/** Character sets a text of an office comes in. */
export type Charset = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Decodes bytes strictly: undefined when they are not of that character set. The environment has the tables. */
export type Decode = (bytes: Uint8Array, charset: Charset) => string | undefined;

function decoded(bytes: Uint8Array, decode: Decode): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes.subarray(2), 'utf-16le') ?? '';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes.subarray(2), 'utf-16be') ?? '';
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030') ?? '';
}

/** Reads a plain text: UTF-8, otherwise GB18030, or UTF-16 with its mark. */
export function readPlain(bytes: Uint8Array, decode: Decode): Result<ReadDocument, ReadingFailure> {
  const text = decoded(bytes, decode).replace(/^\ufeff/, '');
  const gathering = gather();
  const shown = text.slice(0, mostCharacters - 1);
  gathering.add({ kind: 'paragraph', text: shown });
  const read = gathering.done(null);
  return ok({ ...read, cut: shown.length < text.length });
}

/** Cells of one line; quotes keep commas, a doubled quote is one. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  for (const match of `,${line}`.matchAll(/[,;\t](?:"((?:[^"]|"")*)"|([^,;\t]*))/g)) {
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
  }
  return cells;
}

/** Rows of a table that are shown; the rest is for saving. */
const mostRows = 2000;

/** Reads a table in text form (CSV, also with tabs or semicolons); a line break inside quotes ends the row. */
export function readCsv(bytes: Uint8Array, decode: Decode): Result<ReadDocument, ReadingFailure> {
  const lines = decoded(bytes, decode)
    .replace(/^\ufeff/, '')
    .slice(0, mostCharacters / 2)
    .split(/\r?\n/);
  const filled = lines.filter((line) => line.trim() !== '');
  const gathering = gather();
  gathering.add({ kind: 'table', rows: filled.slice(0, mostRows).map(cellsOf) });
  const read = gathering.done(null);
  return ok({ ...read, cut: read.cut || filled.length > mostRows });
}
