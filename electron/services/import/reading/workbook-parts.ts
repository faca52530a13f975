import { err, ok, type Result } from '#shared/base/result.ts';
import type { DayBase } from '#shared/domain/import/cell.ts';
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

/** Formats of days that every spreadsheet knows by number, the East Asian ones among them. */
const knownDays = (id: number): boolean =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 54) ||
  (id >= 57 && id <= 58);

/** Whether a format of its own shows a day: a y or d outside of quotes, colours and escapes. */
function showsDay(format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').split(';')[0] ?? '';
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

/** Which styles of cells show their number as a day, by their place in the list of styles. */
export function readDayStyles(opened: Package): Result<ReadonlySet<number>, TableRefusal> {
  const own = new Set<number>();
  const styles: number[] = [];
  let inCells = false;
  const read = readPart(opened, 'xl/styles.xml', (piece) => {
    if (piece.kind === 'text') return true;
    if (piece.name === 'cellXfs') inCells = piece.kind === 'open';
    if (piece.kind !== 'open') return true;
    if (piece.name === 'numFmt' && showsDay((piece.attributes.get('formatCode') ?? '').slice(0, 500))) {
      own.add(Number(piece.attributes.get('numFmtId')));
    }
    if (inCells && piece.name === 'xf') styles.push(Number(piece.attributes.get('numFmtId') ?? 0));
    return styles.length < 100_000;
  });
  if (!read.ok) return read;
  return ok(new Set(styles.flatMap((id, at) => (own.has(id) || knownDays(id) ? [at] : []))));
}
