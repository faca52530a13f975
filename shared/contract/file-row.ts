import { z } from 'zod';

/** One version of a document: what was taken in. */
const version = {
  id: z.string(),
  manifest: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  mime: z.string(),
  /** SHA-256 of the bytes in hexadecimal; empty while the file has not arrived. */
  sha256: z.string(),
  /** 1 for the first. */
  version: z.int(),
  /** Pages; null where the kind has none or they are not counted yet. */
  pages: z.int().nullable(),
  /** The pages are what the file says of itself, which nobody counted: a Word document has none until it is laid out. */
  pagesSaid: z.boolean(),
  /** Whether it is found by its text: by all of it, by its beginning only, by none, or not yet as it is still to be read. */
  text: z.enum(['waiting', 'read', 'part', 'none']),
  addedOn: z.string(),
  addedBy: z.string(),
};

/** A document of a dossier in its newest version, in the order of its volume; `older` are those it replaced, newest first. */
export const fileRow = z.strictObject({
  ...version,
  /** Main volume 正卷 or sub volume 副卷. */
  volume: z.enum(['main', 'sub']),
  note: z.string(),
  older: z.array(z.strictObject(version)),
});
