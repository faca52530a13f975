import { withoutLayout } from './without-layout.ts';

/**
 * A part of a document as plain structured text: nothing in it can run, link or load anything. A 'line' is one as it
 * stands on a page, where the format knows no paragraphs.
 */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'line'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'page'; readonly number: number };

/** A document that was read. */
export type ReadDocument = {
  readonly blocks: readonly Block[];
  /** Pages the document says or has; null where the format has none. */
  readonly pages: number | null;
  /** Whether more was there than is read: the rest is only for saving. */
  readonly cut: boolean;
};

/**
 * Why a document is not read.
 * - damaged: it is not what it says it is, or broken inside.
 * - too-large: it holds or unpacks to more than is read.
 * - protected: it is encrypted or has a password.
 */
export type ReadingFailure = 'damaged' | 'too-large' | 'protected';

/** Characters of one document that are read at most; a long file of proceedings has about a tenth. */
export const mostCharacters = 2_000_000;

/** A paragraph for searching: its lines are one text, and only an empty line parts them. */
function paragraphText(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(withoutLayout)
    .join('\n');
}

/**
 * The plain text of a document for searching: paragraphs and rows each on a line of its own, cells with a blank between.
 * The lines of pages are one text also over the end of a page, since a word may be broken anywhere.
 */
export function textOf({ blocks }: Pick<ReadDocument, 'blocks'>): string {
  const texts: string[] = [];
  let lines: string[] = [];
  const endLines = (): void => {
    texts.push(withoutLayout(lines.join('\n')));
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'page') continue;
    if (block.kind === 'line') {
      lines.push(block.text);
      continue;
    }
    endLines();
    if (block.kind === 'table') texts.push(...block.rows.map((row) => row.map(withoutLayout).join(' ')));
    else texts.push(paragraphText(block.text));
  }
  endLines();
  return texts.filter((text) => text !== '').join('\n');
}

/** Gathers blocks up to the most characters that are read. */
export type Gathering = {
  /** False once there is no room left: whoever reads may stop. */
  readonly add: (block: Block) => boolean;
  readonly done: (pages: number | null) => ReadDocument;
};

/** Room a block takes: its characters, and one for every row and cell, since a table of empty ones takes room too. */
function sizeOf(block: Block): number {
  if (block.kind === 'page') return 1;
  if (block.kind !== 'table') return block.text.length + 1;
  let size = 1;
  for (const row of block.rows) {
    size += 1;
    for (const cell of row) size += cell.length + 1;
  }
  return size;
}

/**
 * The first blocks of a document with at most `pieces` paragraphs and cells together, tables cut by rows: what one page
 * can hold without standing still.
 */
export function firstPieces(blocks: readonly Block[], pieces: number): readonly Block[] {
  const shown: Block[] = [];
  let room = pieces;
  for (const block of blocks) {
    if (room <= 0) break;
    if (block.kind !== 'table') {
      room -= 1;
      shown.push(block);
      continue;
    }
    const rows: (readonly string[])[] = [];
    for (const row of block.rows) {
      room -= row.length + 1;
      if (room < 0) break;
      rows.push(row);
    }
    shown.push({ kind: 'table', rows });
  }
  return shown;
}

/** Begins gathering the blocks of one document. */
export function gather(): Gathering {
  const blocks: Block[] = [];
  let room = mostCharacters;
  let cut = false;
  return {
    add: (block) => {
      room -= sizeOf(block);
      if (room < 0) cut = true;
      else blocks.push(block);
      return !cut;
    },
    done: (pages) => ({ blocks, pages, cut }),
  };
}
