import { strFromU8 } from 'fflate';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Block, type Gathering, gather, type ReadDocument, type ReadingFailure } from './document.ts';
import { xmlPieces } from './xml.ts';
import { openPackage } from './zip.ts';

/** What is being read: the open paragraph and the tables around it, the innermost last. */
type Reader = {
  text: string;
  heading: boolean;
  /** Inside a run's text, where white space counts. */
  inText: boolean;
  /** Inside what the page does not show: text that was deleted, or a second rendering of the same drawing. */
  hidden: number;
  readonly tables: { readonly rows: string[][]; cell: string[] }[];
};

const deepestTable = 8;
const unseen: ReadonlySet<string> = new Set(['Fallback', 'delText', 'instrText']);
const styled = /^(heading|title|标题|[1-3]$)/i;

function opened(reader: Reader, name: string, value: string | undefined): void {
  if (unseen.has(name)) reader.hidden += 1;
  else if (name === 't') reader.inText = true;
  else if (name === 'tab') reader.text += '\t';
  else if (name === 'br' || name === 'cr') reader.text += '\n';
  else if (name === 'pStyle') reader.heading = styled.test(value ?? '');
  else if (name === 'tbl') reader.tables.push({ rows: [], cell: [] });
  else if (name === 'tr') reader.tables.at(-1)?.rows.push([]);
  else if (name === 'tc') {
    const table = reader.tables.at(-1);
    if (table) table.cell = [];
  }
}

/** A paragraph goes into the cell it stands in, otherwise it is a block of its own. */
function endParagraph(reader: Reader): Block | undefined {
  const { text, heading } = reader;
  reader.text = '';
  reader.heading = false;
  const table = reader.tables.at(-1);
  if (table) {
    if (text !== '') table.cell.push(text);
    return undefined;
  }
  return text === '' ? undefined : { kind: heading ? 'heading' : 'paragraph', text };
}

function closed(reader: Reader, name: string): Block | undefined {
  if (unseen.has(name)) reader.hidden = Math.max(0, reader.hidden - 1);
  else if (name === 't') reader.inText = false;
  else if (name === 'p') return endParagraph(reader);
  else if (name === 'tc') {
    const table = reader.tables.at(-1);
    table?.rows.at(-1)?.push(table.cell.join('\n'));
  } else if (name === 'tbl') {
    const table = reader.tables.pop();
    if (!table) return undefined;
    const outer = reader.tables.at(-1);
    if (!outer) return { kind: 'table', rows: table.rows };
    outer.cell.push(table.rows.map((row) => row.join(' ')).join('\n'));
  }
  return undefined;
}

function readBody(xml: string, gathering: Gathering): Result<void, ReadingFailure> {
  const reader: Reader = { text: '', heading: false, inText: false, hidden: 0, tables: [] };
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (reader.inText && reader.hidden === 0) reader.text += piece.text;
    } else if (piece.kind === 'open') opened(reader, piece.name, piece.attributes.get('w:val'));
    else {
      const block = closed(reader, piece.name);
      if (block && !gathering.add(block)) break;
    }
    if (reader.tables.length > deepestTable) return err('too-large');
  }
  return ok(undefined);
}

/** Pages as the program that saved the document counted them; null when it did not say. */
function pagesOf(properties: string): number | null {
  const said = /<Pages>(\d{1,5})<\/Pages>/.exec(properties)?.[1];
  return said === undefined ? null : Number(said);
}

/**
 * Reads the text and tables of a Word document (docx). Pictures, macros, fields, relationships and everything outside
 * the package are left alone: nothing is fetched, nothing is run.
 */
export function readDocx(bytes: Uint8Array): Result<ReadDocument, ReadingFailure> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const body = opened.value.part('word/document.xml');
  if (!body.ok) return body;
  if (body.value === undefined) return err('damaged');
  const properties = opened.value.part('docProps/app.xml');
  const gathering = gather();
  const read = readBody(strFromU8(body.value), gathering);
  if (!read.ok) return read;
  return ok(gathering.done(properties.ok && properties.value ? pagesOf(strFromU8(properties.value)) : null));
}
