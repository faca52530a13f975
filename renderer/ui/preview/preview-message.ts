import type { ReadDocument, ReadingFailure } from '#shared/reading/document.ts';
import type { ReadingKind } from '#shared/reading/kind.ts';

/** Why a file is not shown. took-too-long: its reader did not answer in its time and was ended. */
export type PreviewFailure = ReadingFailure | 'too-many-pixels' | 'took-too-long';

/** What the page asks the worker that reads one file. Widths and sides in device pixels. */
export type PreviewAsk =
  | { readonly what: 'open'; readonly kind: ReadingKind; readonly bytes: ArrayBuffer; readonly mime: string }
  | { readonly what: 'page'; readonly number: number; readonly width: number }
  | { readonly what: 'find'; readonly text: string }
  | { readonly what: 'thumbnail'; readonly side: number };

/** What the worker answers. */
export type PreviewAnswer =
  | { readonly what: 'document'; readonly document: ReadDocument }
  | { readonly what: 'pages'; readonly count: number; readonly ratio: number; readonly cut: boolean }
  | { readonly what: 'picture'; readonly picture: ImageBitmap; readonly width: number; readonly height: number }
  | { readonly what: 'page'; readonly picture: ImageBitmap; readonly text: string }
  | { readonly what: 'found'; readonly pages: readonly number[]; readonly all: boolean }
  | { readonly what: 'thumbnail'; readonly bytes: ArrayBuffer; readonly mime: string }
  | { readonly what: 'failed'; readonly failure: PreviewFailure };

/** An ask and its answer carry one number. */
export type AskMessage = { readonly xiebanAsk: number; readonly ask: PreviewAsk };
export type AnswerMessage = { readonly xiebanAnswer: number; readonly answer: PreviewAnswer };
