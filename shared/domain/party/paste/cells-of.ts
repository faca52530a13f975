/** A line of a pasted block with its number in what was pasted, the first being 1. */
export type CellLine = { readonly line: number; readonly cells: readonly string[] };

/** What parts the cells of a block: a tab when there is any, as spreadsheets give them, otherwise a comma of either width. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  return text.includes(',') ? ',' : '，';
}

/** Where a quoted cell that begins at `from` ends; undefined when its quotation mark is a sign like any other. */
function closingQuote(text: string, from: number, separator: string): number | undefined {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const next = text[at + 1];
    return next === undefined || next === separator || next === '\n' ? at : undefined;
  }
  return undefined;
}

/** A spreadsheet writes an apostrophe before a number it shall not reckon with. */
const bare = (cell: string): string => cell.replace(/^'/, '').trim();

/** Where a cell without quotation marks ends: before the next separator or line break. */
function endOf(text: string, from: number, ends: RegExp): number {
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}

/**
 * The cells of a block copied from a spreadsheet or written with commas. Cells in quotation marks may hold separators,
 * line breaks and doubled quotation marks; a lone mark is a sign like any other. Empty lines are left out and counted.
 * Reads every character a bounded number of times, whatever the text is.
 */
export function cellsOf(typed: string): readonly CellLine[] {
  const text = typed.replace(/\r\n?/g, '\n');
  const separator = separatorOf(text);
  const ends = new RegExp(`[${separator}\n]`, 'g');
  const lines: CellLine[] = [];
  let [cells, line, begun, from]: [string[], number, number, number] = [[], 1, 1, 0];
  let quotes = true;
  for (;;) {
    const close: number | undefined = quotes && text[from] === '"' ? closingQuote(text, from, separator) : undefined;
    // Where one mark is never closed none behind it is: looking again at each would take for ever.
    if (close === undefined && text[from] === '"') quotes = false;
    const to = close === undefined ? endOf(text, from, ends) : close + 1;
    const cell = close === undefined ? text.slice(from, to) : text.slice(from + 1, close).replaceAll('""', '"');
    cells.push(bare(cell));
    line += close === undefined ? 0 : (cell.match(/\n/g)?.length ?? 0);
    if (text[to] !== separator) {
      if (cells.some((one) => one !== '')) lines.push({ line: begun, cells });
      line += 1;
      [cells, begun] = [[], line];
    }
    if (to >= text.length) return lines;
    from = to + 1;
  }
}
