import type { Result } from '#shared/base/result.ts';
import type { ReadDocument, ReadingFailure } from '#shared/reading/document.ts';
import { readDocx } from '#shared/reading/docx.ts';
import { readOfd } from '#shared/reading/ofd.ts';
import { isDecodable, pictureSize } from '#shared/reading/picture-size.ts';
import { type Decode, readCsv, readPlain } from '#shared/reading/plain.ts';
import type { PdfReader } from './pdf-reader.ts';
import type { AnswerMessage, AskMessage, PreviewAnswer, PreviewAsk } from './preview-message.ts';

/** Longest side of a picture as it is shown, in pixels. */
const shownSide = 4000;

let pdf: PdfReader | undefined;
let picture: ImageBitmap | undefined;

const decode: Decode = (bytes, charset) => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const failed = (failure: (PreviewAnswer & { what: 'failed' })['failure']): PreviewAnswer => ({
  what: 'failed',
  failure,
});

async function openPicture(bytes: ArrayBuffer, type: string): Promise<PreviewAnswer> {
  const size = pictureSize(new Uint8Array(bytes));
  if (size === undefined) return failed('damaged');
  if (!isDecodable(size)) return failed('too-many-pixels');
  const scale = Math.min(1, shownSide / Math.max(size.width, size.height));
  const options: ImageBitmapOptions =
    scale === 1 ? {} : { resizeWidth: Math.max(1, Math.round(size.width * scale)), resizeQuality: 'medium' };
  picture = await createImageBitmap(new Blob([bytes], { type }), options);
  return { what: 'picture', picture: await createImageBitmap(picture), ...size };
}

function answerDocument(read: Result<ReadDocument, ReadingFailure>): PreviewAnswer {
  return read.ok ? { what: 'document', document: read.value } : failed(read.error);
}

async function open({ kind, bytes, mime }: PreviewAsk & { what: 'open' }): Promise<PreviewAnswer> {
  if (kind === 'picture') return openPicture(bytes, mime);
  if (kind === 'docx') return answerDocument(readDocx(new Uint8Array(bytes)));
  if (kind === 'ofd') return answerDocument(readOfd(new Uint8Array(bytes)));
  if (kind === 'csv') return answerDocument(readCsv(new Uint8Array(bytes), decode));
  if (kind === 'text') return answerDocument(readPlain(new Uint8Array(bytes), decode));
  const { openPdf } = await import('./pdf-reader.ts');
  const opened = await openPdf(bytes);
  if (typeof opened === 'string') return failed(opened);
  pdf = opened;
  return { what: 'pages', count: opened.pages, ratio: opened.ratio, cut: opened.cut };
}

async function thumbnail(side: number): Promise<PreviewAnswer> {
  const source = pdf ? (await pdf.draw(1, side * 2)).canvas : picture;
  if (source === undefined) return failed('damaged');
  const scale = Math.min(1, side / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d', { alpha: false })?.drawImage(source, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.7 });
  return { what: 'thumbnail', bytes: await blob.arrayBuffer(), mime: blob.type };
}

async function answer(ask: PreviewAsk): Promise<PreviewAnswer> {
  if (ask.what === 'open') return open(ask);
  if (ask.what === 'thumbnail') return thumbnail(ask.side);
  if (pdf === undefined) return failed('damaged');
  if (ask.what === 'find') return { what: 'found', ...(await pdf.find(ask.text)) };
  const { canvas, text } = await pdf.draw(ask.number, ask.width);
  return { what: 'page', picture: canvas.transferToImageBitmap(), text };
}

// One ask after the other: a page drawn twice at once would only take longer.
let tail: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<Partial<AskMessage>>) => {
  const { xiebanAsk, ask } = data;
  // pdf.js listens here too and has messages of its own.
  if (xiebanAsk === undefined || ask === undefined) return;
  tail = tail.then(async () => {
    const found = await answer(ask).catch(() => failed('damaged'));
    const transfer = 'picture' in found ? [found.picture] : found.what === 'thumbnail' ? [found.bytes] : [];
    postMessage({ xiebanAnswer: xiebanAsk, answer: found } satisfies AnswerMessage, { transfer });
  });
});
