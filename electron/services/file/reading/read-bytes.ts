import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { Result } from '#shared/base/result.ts';
import { mostCharacters, type ReadDocument, type ReadingFailure, textOf } from '#shared/reading/document.ts';
import { readDocx } from '#shared/reading/docx.ts';
import type { ReadingKind } from '#shared/reading/kind.ts';
import { readOfd } from '#shared/reading/ofd.ts';
import { type Decode, readCsv, readPlain } from '#shared/reading/plain.ts';
import { withoutLayout } from '#shared/reading/without-layout.ts';

/** The text of a file and how many pages it has; null text when there is none that can be read. */
export type BytesRead = { readonly text: string | null; readonly pages: number | null };

const mostPages = 3000;

const decode: Decode = (bytes, charset) => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Gives pdf.js the character maps of fonts a PDF names and does not bring, from the folder beside the program. */
function mapsIn(folder: URL): new () => object {
  return class {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error('not a character map');
      return new Uint8Array(await readFile(new URL(filename, folder)));
    }
  };
}

async function readPdf(bytes: Uint8Array, maps: URL): Promise<BytesRead> {
  const task = getDocument({
    ...{ data: bytes, verbosity: 0, cMapUrl: 'own/', BinaryDataFactory: mapsIn(maps) },
    ...{ useWorkerFetch: false, useWasm: false, useSystemFonts: false, enableXfa: false },
  });
  try {
    const document = await task.promise;
    const { numPages } = document;
    let text = '';
    for (let number = 1; number <= Math.min(numPages, mostPages) && text.length < mostCharacters; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      text += `${items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')}\n`;
      page.cleanup();
    }
    const searched = withoutLayout(text).trim();
    return { text: searched === '' ? null : searched, pages: numPages };
  } catch {
    return { text: null, pages: null };
  } finally {
    await task.destroy();
  }
}

function fromDocument(read: Result<ReadDocument, ReadingFailure>): BytesRead {
  if (!read.ok) return { text: null, pages: null };
  const text = textOf(read.value);
  return { text: text === '' ? null : text, pages: read.value.pages };
}

/** Reads the text of a file's bytes, whatever they are. `maps` is the folder of the character maps of pdf.js. */
export async function readBytes(kind: ReadingKind, bytes: Uint8Array, maps: URL): Promise<BytesRead> {
  switch (kind) {
    case 'pdf':
      return readPdf(bytes, maps);
    case 'docx':
      return fromDocument(readDocx(bytes));
    case 'ofd':
      return fromDocument(readOfd(bytes));
    case 'csv':
      return fromDocument(readCsv(bytes, decode));
    case 'text':
      return fromDocument(readPlain(bytes, decode));
    default:
      return { text: null, pages: null };
  }
}
