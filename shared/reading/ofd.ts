import { strFromU8 } from 'fflate';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Gathering, gather, type ReadDocument, type ReadingFailure } from './document.ts';
import { xmlPieces } from './xml.ts';
import { openPackage, type Package } from './zip.ts';

const mostPages = 5000;
/** Millimetres by which the tops of two pieces of text may differ and still stand on one line. */
const oneLine = 1.5;

/** A place in the package, from the folder of the part that names it. '..' leads nowhere outside: parts have names only. */
function placeFrom(base: string, place: string): string {
  if (place.startsWith('/')) return place.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const step of place.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

function textPart(opened: Package, name: string): Result<string, ReadingFailure> {
  const part = opened.part(name);
  if (!part.ok) return part;
  return part.value === undefined ? err('damaged') : ok(strFromU8(part.value));
}

function firstDocument(xml: string): string | undefined {
  let inside = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'open' && piece.name === 'DocRoot') inside = true;
    else if (inside && piece.kind === 'text') return piece.text.trim();
  }
  return undefined;
}

function pagePlaces(xml: string, base: string): readonly string[] {
  const places: string[] = [];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Page') continue;
    const place = piece.attributes.get('BaseLoc');
    if (place !== undefined) places.push(placeFrom(base, place));
  }
  return places;
}

/** The lines of a page: pieces of text that stand at one height belong together. */
function linesOf(xml: string): readonly string[] {
  const lines: { top: number; text: string }[] = [];
  let top = 0;
  let inside = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'open' && piece.name === 'TextObject') {
      top = Number(piece.attributes.get('Boundary')?.trim().split(/\s+/)[1] ?? 0);
    } else if (piece.kind === 'text') {
      if (!inside || piece.text.trim() === '') continue;
      const line = lines.at(-1);
      if (line && Math.abs(line.top - top) <= oneLine) line.text += piece.text.trim();
      else lines.push({ top, text: piece.text.trim() });
    } else if (piece.name === 'TextCode') inside = piece.kind === 'open';
  }
  return lines.map(({ text }) => text);
}

function readPages(opened: Package, places: readonly string[], gathering: Gathering): Result<void, ReadingFailure> {
  for (const [index, place] of places.entries()) {
    const page = textPart(opened, place);
    // A page that is broken leaves the others readable; what is too large to unpack leaves none.
    if (!page.ok && page.error !== 'damaged') return page;
    if (!gathering.add({ kind: 'page', number: index + 1 })) break;
    for (const text of page.ok ? linesOf(page.value) : []) gathering.add({ kind: 'line', text });
  }
  return ok(undefined);
}

/**
 * Reads the text of an OFD document (GB/T 33190-2016), page by page. Its pictures, seals and drawings are not shown:
 * for those it is opened in the reader of the machine.
 */
export function readOfd(bytes: Uint8Array): Result<ReadDocument, ReadingFailure> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const entry = textPart(opened.value, 'OFD.xml');
  if (!entry.ok) return entry;
  const root = firstDocument(entry.value);
  if (root === undefined) return err('damaged');
  const base = placeFrom('', root);
  const document = textPart(opened.value, base);
  if (!document.ok) return document;
  const places = pagePlaces(document.value, base);
  if (places.length > mostPages) return err('too-large');
  const gathering = gather();
  const read = readPages(opened.value, places, gathering);
  return read.ok ? ok(gathering.done(places.length)) : read;
}
