/**
 * What a cell of a table held, as far as its file says: text files know texts alone. A month is a number shown as year and
 * month: the day in it is one nobody wrote.
 */
export type CellKind = 'text' | 'number' | 'date' | 'month' | 'flag' | 'error';

/** One cell that is not empty. A number is the text the file holds, so that nothing is rounded on the way. */
export type Cell = {
  readonly kind: CellKind;
  readonly text: string;
  /** The value is that of a formula, as the program that saved the file reckoned it. */
  readonly formula?: true;
  /** The cell is part of a merged block and shows the value of the block. */
  readonly merged?: true;
};

/** Lines with their numbers in the file, from 1; a cell that is empty is left out. */
export type TableRow = { readonly line: number; readonly cells: readonly (Cell | undefined)[] };

/** Which day a spreadsheet counts from: 1900 is usual, 1904 comes from old Macintosh files. */
export type DayBase = 1900 | 1904;

/** Name of a column as spreadsheets write it: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

/** The text of a cell without blanks around it; '' for none. Line breaks inside stay: names stand under each other. */
export function cellText(cell: Cell | undefined): string {
  return (cell?.text ?? '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}
