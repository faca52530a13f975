import { err, ok, type Result } from '#shared/base/result.ts';
import type { CellKind, DayBase } from '#shared/domain/import/cell.ts';
import type { XmlPiece } from '#shared/reading/xml.ts';
import type { Package } from '#shared/reading/zip.ts';
import { type TableRefusal, tableLimits } from './read-table.ts';
import { feedXml } from './xml-feed.ts';

const failures = {
  damaged: 'import.damaged',
  'too-large': 'import.unpacks-too-large',
  protected: 'import.protected',
} as const;

/** Why a package cannot be opened, as a refusal. */
export function packageRefusal(failure: keyof typeof failures): TableRefusal {
  return { code: failures[failure] };
}

/** Reads one part piece by piece; answers whether it is there. */
export function readPart(
  opened: Package,
  name: string,
  each: (piece: XmlPiece) => boolean,
): Result<boolean, TableRefusal> {
  const feed = feedXml(each);
  const read = opened.pieces(name, feed.push);
  if (!read.ok) return err(packageRefusal(read.error));
  feed.end();
  return feed.broken() ? err({ code: 'import.damaged' }) : ok(read.value);
}

/** What the list of a workbook says: its sheets with the parts they lie in, and from which day it counts. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly base: DayBase;
};

/** Reads the list of sheets. */
export function readWorkbook(opened: Package): Result<Workbook, TableRefusal> {
  const targets = new Map<string, string>();
  const links = readPart(opened, 'xl/_rels/workbook.xml.rels', (piece) => {
    if (piece.kind === 'open' && piece.name === 'Relationship') {
      const target = (piece.attributes.get('Target') ?? '').replaceAll('\\', '/');
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      targets.set(piece.attributes.get('Id') ?? '', part);
    }
    return targets.size < 1000;
  });
  if (!links.ok) return links;
  const sheets: { name: string; part: string }[] = [];
  let base: DayBase = 1900;
  const list = readPart(opened, 'xl/workbook.xml', (piece) => {
    if (piece.kind !== 'open') return true;
    const is = (name: string): boolean => ['1', 'true'].includes(piece.attributes.get(name) ?? '');
    if (piece.name === 'workbookPr' && is('date1904')) base = 1904;
    if (piece.name !== 'sheet') return true;
    const id = [...piece.attributes].find(([name]) => name === 'id' || name.endsWith(':id'))?.[1];
    const part = targets.get(id ?? '');
    if (part !== undefined) sheets.push({ name: (piece.attributes.get('name') ?? '').slice(0, 100), part });
    return sheets.length < 1000;
  });
  if (!list.ok) return list;
  return list.value && sheets.length > 0 ? ok({ sheets, base }) : err({ code: 'import.not-a-table' });
}

/** Reads the texts cells share. Only as many are kept as fit. */
export function readSharedTexts(opened: Package): Result<readonly string[], TableRefusal> {
  const texts: string[] = [];
  let [text, inText, spoken, room] = ['', false, 0, tableLimits.characters];
  const read = readPart(opened, 'xl/sharedStrings.xml', (piece) => {
    if (piece.kind === 'text') {
      if (inText && spoken === 0 && text.length <= tableLimits.cell) text += piece.text;
    } else if (piece.name === 't') inText = piece.kind === 'open';
    else if (piece.name === 'rPh') spoken += piece.kind === 'open' ? 1 : -1;
    else if (piece.name === 'si' && piece.kind === 'close') {
      const kept = text.slice(0, tableLimits.cell);
      texts.push(kept);
      room -= kept.length + 8;
      text = '';
    }
    return room > 0;
  });
  if (!read.ok) return read;
  return room > 0 ? ok(texts) : err({ code: 'import.unpacks-too-large' });
}

/** What the number of a cell is shown as, by the style of the cell. */
export type ShownAs = Extract<CellKind, 'date' | 'month'>;

const within = (id: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => id >= from && id <= to);

/** Formats of days that every spreadsheet knows by number, the East Asian ones among them. */
function knownFormat(id: number): ShownAs | undefined {
  if ([17, 27, 36, 50, 52, 57].includes(id)) return 'month';
  const days = [
    [14, 16],
    [22, 22],
    [28, 31],
    [51, 51],
    [53, 54],
    [58, 58],
  ] as const;
  return within(id, days) ? 'date' : undefined;
}

/** What a format of its own shows: a day by its d, a month by a y alone, outside of quotes, colours and escapes. */
function ownFormat(format: string): ShownAs | undefined {
  const bare = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').split(';')[0] ?? '';
  if (!/[yd]/i.test(bare) || /general/i.test(bare)) return undefined;
  return /d/i.test(bare) ? 'date' : 'month';
}

/** Which styles of cells show their number as a day or a month, by their place in the list of styles. */
export function readDayStyles(opened: Package): Result<ReadonlyMap<number, ShownAs>, TableRefusal> {
  const own = new Map<number, ShownAs | undefined>();
  const styles: number[] = [];
  let inCells = false;
  const read = readPart(opened, 'xl/styles.xml', (piece) => {
    if (piece.kind === 'text') return true;
    if (piece.name === 'cellXfs') inCells = piece.kind === 'open';
    if (piece.kind !== 'open') return true;
    if (piece.name === 'numFmt') {
      own.set(
        Number(piece.attributes.get('numFmtId')),
        ownFormat((piece.attributes.get('formatCode') ?? '').slice(0, 500)),
      );
    }
    if (inCells && piece.name === 'xf') styles.push(Number(piece.attributes.get('numFmtId') ?? 0));
    return styles.length < 100_000 && own.size < 100_000;
  });
  if (!read.ok) return read;
  const shown = styles.map((id) => (own.has(id) ? own.get(id) : knownFormat(id)));
  return ok(new Map(shown.flatMap((as, at) => (as === undefined ? [] : [[at, as] as const]))));
}
