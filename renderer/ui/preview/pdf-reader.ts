import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import 'pdfjs-dist/build/pdf.worker.mjs';
import type { ReadingFailure } from '#shared/reading/document.ts';
import { PdfData } from './pdf-data.ts';
import { NoFilters, WorkerCanvases } from './pdf-surface.ts';

/** A PDF that is being read. Pages count from 1. */
export type PdfReader = {
  readonly pages: number;
  /** Whether the file says it has more pages than are shown. */
  readonly cut: boolean;
  /** Height of the first page by its width, for the room pages take before they are drawn. */
  readonly ratio: number;
  /** Draws a page `width` pixels wide and answers it with its text. */
  readonly draw: (page: number, width: number) => Promise<{ readonly canvas: OffscreenCanvas; readonly text: string }>;
  /** Pages whose text holds `text`, whatever its case and blanks; `all` is false when not every page was looked at. */
  readonly find: (text: string) => Promise<{ readonly pages: readonly number[]; readonly all: boolean }>;
};

/** Pages that are shown: a small file can claim billions. */
const mostPages = 5000;
/** Pages one search looks through, and pixels of the longest side of a drawn page. */
const mostSearched = 2000;
const longestSide = 4000;
/** Pixels a picture inside a PDF may have to be drawn. */
const mostImagePixels = 50_000_000;

const folded = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

async function drawPage(document: PDFDocumentProxy, number: number, width: number) {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, longestSide / Math.max(natural.width, natural.height));
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height)));
  const context = canvas.getContext('2d', { alpha: false });
  // pdf.js draws on an off-screen surface as on any other; its types name only the one of a document.
  const surface = { canvas: canvas as unknown as HTMLCanvasElement, canvasContext: context as never };
  // 'print' draws without waiting for frames, which a worker behind a hidden page does not get.
  await page.render({ ...surface, viewport, intent: 'print', background: '#fff' }).promise;
  const text = await textOf(page);
  page.cleanup();
  return { canvas, text };
}

function failureOf(error: unknown): ReadingFailure {
  return error instanceof Error && error.name === 'PasswordException' ? 'protected' : 'damaged';
}

/**
 * Opens a PDF for looking at. Scripts, forms, links and attachments of the file are never run, sent or followed: only its
 * pages are drawn. Both halves of pdf.js run in this worker, so that ending the worker ends all of it.
 */
export async function openPdf(bytes: ArrayBuffer): Promise<PdfReader | ReadingFailure> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    BinaryDataFactory: PdfData,
    CanvasFactory: WorkerCanvases,
    FilterFactory: NoFilters,
    cMapUrl: 'own/',
    standardFontDataUrl: 'own/',
    wasmUrl: 'own/',
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: true,
    enableXfa: false,
    maxImageSize: mostImagePixels,
    canvasMaxAreaInBytes: mostImagePixels * 4,
    disableWorkerRendering: true,
  });
  try {
    const document = await task.promise;
    const first = (await document.getPage(1)).getViewport({ scale: 1 });
    return {
      pages: Math.min(document.numPages, mostPages),
      cut: document.numPages > mostPages,
      ratio: Math.min(10, Math.max(0.1, first.height / first.width)),
      draw: (page, width) => drawPage(document, page, width),
      find: async (text) => {
        const wanted = folded(text);
        const last = Math.min(document.numPages, mostSearched);
        const pages: number[] = [];
        for (let number = 1; number <= last; number += 1) {
          if (folded(await textOf(await document.getPage(number))).includes(wanted)) pages.push(number);
        }
        return { pages, all: last === document.numPages };
      },
    };
  } catch (error) {
    return failureOf(error);
  }
}
