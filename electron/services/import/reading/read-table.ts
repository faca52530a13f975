import type { DayBase, TableRow } from '#shared/domain/import/cell.ts';

/** Character sets of tables in text form. */
export const tableCharsets = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;

/** One of `tableCharsets`. */
export type TableCharset = (typeof tableCharsets)[number];

/** A table as its file holds it. */
export type Table = {
  readonly kind: 'xlsx' | 'csv';
  /** Of a table in text form. */
  readonly charset: TableCharset | null;
  /** Names of the sheets of a workbook, and the one that was read. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly base: DayBase;
  /** Lines that hold something. */
  readonly rows: readonly TableRow[];
  /** Cells whose value is that of a formula. */
  readonly formulas: number;
  /** Merged blocks. */
  readonly merged: number;
  /** Characters that are not of the chosen character set. */
  readonly replaced: number;
};

/** Why a file is no table that can be read; the code of a failure text. */
export type TableRefusal = {
  readonly code:
    | 'import.not-a-table'
    | 'import.old-workbook'
    | 'import.damaged'
    | 'import.protected'
    | 'import.unpacks-too-large'
    | 'import.too-many-lines'
    | 'import.too-much-merged'
    | 'import.no-such-sheet'
    | 'import.charset-unknown'
    | 'import.quotes-open'
    | 'import.empty';
  readonly facts?: Readonly<Record<string, number>>;
};

/** What a person chose where a file leaves it open. */
export type TableChoice = { readonly charset: TableCharset | null; readonly sheet: string | null };

/** How much of a table is read: what an office's whole stock needs, and no more than one thread can hold. */
export const tableLimits = {
  /** Lines that hold something. */
  lines: 200_000,
  columns: 256,
  /** Cells that are given the value of their merged block. */
  merged: 200_000,
  /** Characters of one cell, as many as spreadsheets allow. */
  cell: 32_767,
  /** Characters of all cells together. */
  characters: 120_000_000,
  /** Bytes all parts of a workbook unpack to. */
  unpacked: 768 * 1024 * 1024,
} as const;
