import { strToU8, zipSync } from 'fflate';

/** A cell as it is written: a text, a number, a day's serial number, a formula with its saved result, or an error. */
export type MadeUpCell =
  | string
  | number
  | null
  | { readonly day: number }
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

function cellXml(cell: MadeUpCell, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  const { formula, result } = cell;
  const value = result === undefined ? '' : `<v>${escaped(String(result))}</v>`;
  return `<c r="${at}"${typeof result === 'string' ? ' t="str"' : ''}><f>${escaped(formula)}</f>${value}</c>`;
}

/** One sheet as it lies in a workbook. */
export function sheetXml(rows: readonly (readonly MadeUpCell[])[], merged: readonly string[] = []): string {
  const lines = rows.map((cells, line) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${line + 1}`)).join('');
    return `<row r="${line + 1}">${inside}</row>`;
  });
  const blocks = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${lines.join('')}</sheetData>${blocks === '' ? '' : `<mergeCells>${blocks}</mergeCells>`}</worksheet>`;
}

/** A workbook of one sheet, as the programs of an office write them, with a style for days. */
export function madeUpWorkbook(rows: readonly (readonly MadeUpCell[])[], of: MadeUpWorkbook = {}): Uint8Array {
  const sheets = [[of.name ?? '台账', rows] as const, ...Object.entries(of.more ?? {})];
  const list = sheets
    .map(([name], at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  const links = sheets
    .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('');
  const base = of.base1904 ? '<workbookPr date1904="1"/>' : '';
  const parts = sheets.map(([, lines], at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    strToU8(sheetXml(lines, at === 0 ? of.merged : [])),
  ]);
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook>${base}<sheets>${list}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${links}</Relationships>`),
    'xl/styles.xml': strToU8(styles),
    ...Object.fromEntries(parts),
  });
}
