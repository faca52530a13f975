import { strToU8, zipSync } from 'fflate';

/**
 * A cell as it is written: a text, a number, a day's serial number (with the number or code of the format it is shown in), a formula with its saved result, or an error.
 */
export type MadeUpCell =
  | string
  | number
  | null
  | { readonly day: number; readonly as?: number | string }
  | { readonly formula: string; readonly result?: string | number }
  | { readonly error: string };

/** What a made-up workbook may have beside its cells. */
export type MadeUpWorkbook = {
  readonly name?: string;
  readonly merged?: readonly string[];
  readonly base1904?: boolean;
  readonly more?: Readonly<Record<string, readonly (readonly MadeUpCell[])[]>>;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

/** Formats in the order of the styles of cells: a format known by number, or one of its own by its code. */
type Formats = readonly (number | string)[];

const daily = 14;

function formatsIn(sheets: readonly (readonly (readonly MadeUpCell[])[])[]): Formats {
  const used = sheets
    .flat(2)
    .flatMap((cell) => (cell !== null && typeof cell === 'object' && 'day' in cell ? [cell.as ?? daily] : []));
  return [...new Set([0, daily, ...used])];
}

function stylesXml(formats: Formats): string {
  const idOf = (format: number | string, at: number): number => (typeof format === 'number' ? format : 164 + at);
  const own = formats.map((format, at) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${idOf(format, at)}" formatCode="${escaped(format)}"/>`,
  );
  const cells = formats.map((format, at) => `<xf numFmtId="${idOf(format, at)}"/>`);
  return `<styleSheet><numFmts>${own.join('')}</numFmts><cellXfs>${cells.join('')}</cellXfs></styleSheet>`;
}

function cellXml(cell: MadeUpCell, at: string, formats: Formats): string {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="${formats.indexOf(cell.as ?? daily)}"><v>${cell.day}</v></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  const { formula, result } = cell;
  const value = result === undefined ? '' : `<v>${escaped(String(result))}</v>`;
  return `<c r="${at}"${typeof result === 'string' ? ' t="str"' : ''}><f>${escaped(formula)}</f>${value}</c>`;
}

/** One sheet as it lies in a workbook. */
function sheetXml(rows: readonly (readonly MadeUpCell[])[], formats: Formats, merged: readonly string[] = []): string {
  const lines = rows.map((cells, line) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${line + 1}`, formats)).join('');
    return `<row r="${line + 1}">${inside}</row>`;
  });
  const blocks = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${lines.join('')}</sheetData>${blocks === '' ? '' : `<mergeCells>${blocks}</mergeCells>`}</worksheet>`;
}

/** A workbook of one sheet, as the programs of an office write them, with a style for days. */
export function madeUpWorkbook(rows: readonly (readonly MadeUpCell[])[], of: MadeUpWorkbook = {}): Uint8Array {
  const sheets = [[of.name ?? '台账', rows] as const, ...Object.entries(of.more ?? {})];
  const formats = formatsIn(sheets.map(([, lines]) => lines));
  const list = sheets
    .map(([name], at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  const links = sheets
    .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('');
  const base = of.base1904 ? '<workbookPr date1904="1"/>' : '';
  const parts = sheets.map(([, lines], at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    strToU8(sheetXml(lines, formats, at === 0 ? of.merged : [])),
  ]);
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook>${base}<sheets>${list}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${links}</Relationships>`),
    'xl/styles.xml': strToU8(stylesXml(formats)),
    ...Object.fromEntries(parts),
  });
}
