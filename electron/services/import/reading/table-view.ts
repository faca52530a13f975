import { cellText, type TableRow } from '#shared/domain/import/cell.ts';
import { knownTitles, proposeColumns } from '#shared/domain/import/column-proposal.ts';
import type { Table } from './read-table.ts';

/** A column as a person chooses what it holds. */
export type TableColumn = { readonly title: string; readonly samples: readonly string[]; readonly proposed: string };

/** What a person is shown of a table before its columns are chosen. */
export type TableView = Omit<Table, 'rows' | 'base'> & {
  /** Number of the line the titles stand on. */
  readonly head: number;
  readonly columns: readonly TableColumn[];
  /** Lines behind the titles that hold something. */
  readonly lines: number;
};

const looked = 30;
const shown = 3;
const sampleLength = 60;

const textsOf = (row: TableRow): readonly string[] => Array.from(row.cells, cellText);

/** A value as an example: of numbers of papers and telephones only the ends, enough to tell what the column holds. */
function exampleOf(text: string): string {
  const masked = (run: string): string => `${run.slice(0, 3)}${'*'.repeat(run.length - 5)}${run.slice(-2)}`;
  return text.replaceAll(/\d{11,}[\dXx]?/g, masked).slice(0, sampleLength);
}

/** The line of the titles: the one with most titles the program knows, otherwise the first with two cells or more. */
function headOf(rows: readonly TableRow[]): TableRow | undefined {
  const first = rows.slice(0, looked);
  const best = first
    .map((row) => ({ row, known: knownTitles(textsOf(row)) }))
    .reduce<{ row: TableRow; known: number } | undefined>(
      (a, b) => (a !== undefined && a.known >= b.known ? a : b),
      undefined,
    );
  if (best !== undefined && best.known > 0) return best.row;
  return first.find((row) => textsOf(row).filter((text) => text !== '').length > 1) ?? first[0];
}

/** The line of the titles and the lines behind it; undefined for a table with nothing in it. */
export function splitTable(
  { rows }: Pick<Table, 'rows'>,
  head: number | null,
): { readonly head: TableRow; readonly rows: readonly TableRow[] } | undefined {
  const found = head === null ? headOf(rows) : rows.find(({ line }) => line === head);
  if (found === undefined) return undefined;
  return { head: found, rows: rows.slice(rows.indexOf(found) + 1) };
}

/** What is shown of a table; undefined for one with nothing in it. */
export function viewOf(table: Table, head: number | null): TableView | undefined {
  const split = splitTable(table, head);
  if (split === undefined) return undefined;
  const { rows: _rows, base: _base, ...rest } = table;
  const width = Math.max(split.head.cells.length, ...split.rows.slice(0, 200).map(({ cells }) => cells.length));
  const titles = Array.from({ length: width }, (_, at) => cellText(split.head.cells[at]).slice(0, sampleLength));
  const proposed = proposeColumns(titles);
  const samplesOf = (at: number): readonly string[] => {
    const filled = split.rows.slice(0, 200).map(({ cells }) => exampleOf(cellText(cells[at])));
    return filled.filter((text) => text !== '').slice(0, shown);
  };
  const columns = titles.map((title, at) => ({ title, samples: samplesOf(at), proposed: proposed[at] ?? '' }));
  return { ...rest, head: split.head.line, columns, lines: split.rows.length };
}
