import { parentPort } from 'node:worker_threads';
import type { ReadingKind } from '#shared/reading/kind.ts';
import { readBytes } from './read-bytes.ts';

/** What the thread is asked: bytes of one file. */
export type TextAsk = { readonly kind: ReadingKind; readonly bytes: Uint8Array };

// As sources the maps lie in the package of pdf.js, in the built program beside this file.
const maps = import.meta.url.endsWith('.ts')
  ? new URL('../cmaps/', import.meta.resolve('pdfjs-dist/build/pdf.mjs'))
  : new URL('cmaps/', import.meta.url);

parentPort?.on('message', ({ kind, bytes }: TextAsk) => {
  void readBytes(kind, bytes, maps).then((read) => parentPort?.postMessage(read));
});
parentPort?.postMessage('ready');
