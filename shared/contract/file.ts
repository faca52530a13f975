import { z } from 'zod';
import { command, query } from './call.ts';
import { bytesField, done, dossierIdField, line, manifestIdField, rowIdField } from './fields.ts';

const upload = z.string().regex(/^[0-9a-f-]{36}$/);

export const fileCalls = {
  /** Begins taking in a file of `size` bytes (at most 2 GiB). Parts follow in order. */
  'file.begin': command({
    input: z.strictObject({ name: line(255).min(1), size: z.int().min(0).max(2_147_483_648) }),
    output: z.strictObject({ upload }),
    topics: [],
  }),
  /** Adds the part at `offset`; a repeated part is taken once. Answers how many bytes are in. */
  'file.append': command({
    input: z.strictObject({ upload, offset: z.int().min(0), bytes: bytesField }),
    output: z.strictObject({ received: z.number() }),
    topics: [],
  }),
  /** Ends the intake; the file is sealed on disk before the answer. */
  'file.finish': command({
    input: z.strictObject({ upload }),
    output: z.strictObject({
      manifest: z.string(),
      size: z.number(),
      mime: z.string(),
      sha256: z.string(),
      warning: z.string().nullable(),
    }),
    topics: ['file'],
  }),
  'file.cancel': command({ input: z.strictObject({ upload }), output: z.strictObject({}), topics: [] }),
  /** A piece of a file's plain bytes, at most 1 MiB. */
  'file.read': query({
    input: z.strictObject({ manifest: manifestIdField, offset: z.int().min(0), length: z.int().min(1).max(1_048_576) }),
    output: z.strictObject({ bytes: z.custom<Uint8Array>((v) => v instanceof Uint8Array), size: z.number() }),
    topics: [],
  }),
  /** Changes what is written of a document: its name, note or volume; what is left out stays. Also on a closed dossier. */
  'file.amend': command({
    input: z.strictObject({
      dossier: dossierIdField,
      file: rowIdField,
      name: line(255).min(1).optional(),
      note: line(300).optional(),
      volume: z.enum(['main', 'sub']).optional(),
    }),
    output: done,
    topics: ['dossier', 'file'],
  }),
  /** Puts the documents of one volume in this order. Every one of them is named, each once. */
  'file.order': command({
    input: z.strictObject({
      dossier: dossierIdField,
      volume: z.enum(['main', 'sub']),
      files: z.array(rowIdField).min(1).max(5000),
    }),
    output: done,
    topics: ['dossier', 'file'],
  }),
  /** The small picture of a file. `made`: somebody tried; without bytes then, there is none. */
  'file.thumbnail': query({
    input: z.strictObject({ manifest: manifestIdField }),
    output: z.strictObject({
      made: z.boolean(),
      mime: z.string(),
      bytes: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
    }),
    topics: [],
  }),
  /** Keeps the small picture a window made of a file: WebP or PNG of at most 64 KiB, or nothing. */
  'file.keepThumbnail': command({
    input: z.strictObject({
      manifest: manifestIdField,
      bytes: bytesField.refine((bytes) => bytes.length <= 65_536),
    }),
    output: z.strictObject({}),
    topics: [],
  }),
} as const;
