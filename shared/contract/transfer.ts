import { z } from 'zod';
import { command, query } from './call.ts';
import { manifestIdField, officeIdField, revisionOnly } from './fields.ts';

const direction = z.enum(['out', 'in']);

/** A file that is not whole where it goes. Bytes are those of the file, without what encrypting adds. */
export const transferRow = z.strictObject({
  direction,
  office: z.string(),
  partner: z.string(),
  manifest: z.string(),
  name: z.string(),
  size: z.number(),
  /** Bytes the receiver holds; of a file that goes out, by its newest signed receipt. */
  held: z.number(),
  /** Bytes beyond these that lie on their way with a folder or the server. Of a file that comes, always 0. */
  underWay: z.number(),
  /** No network carries it for now; a medium does all the same. */
  paused: z.boolean(),
  /** The most urgent request it belongs to; null where none is known. */
  request: z.string().nullable(),
  title: z.string(),
  urgency: z.string(),
});

export const transferCalls = {
  /** Files on their way to and from partners, by partner and in the order they go, at most 200; `more` are not named. */
  'transfer.list': query({
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(transferRow), more: z.int() }),
    topics: ['file', 'sync', 'request'],
  }),
  /** Lets networks leave a file out or carry it again, or moves it before all others of its direction. */
  'transfer.arrange': command({
    input: z.strictObject({
      direction,
      office: officeIdField,
      manifest: manifestIdField,
      act: z.enum(['pause', 'resume', 'front']),
    }),
    output: revisionOnly,
    topics: ['file', 'sync'],
  }),
} as const;
