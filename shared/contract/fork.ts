import { z } from 'zod';
import { query } from './call.ts';
import { requestIdField } from './fields.ts';

/** One of two signed entries that contradict each other. */
export const forkEntry = z.strictObject({
  /** Suite and hash of the signed header. */
  id: z.string(),
  seq: z.int(),
  kind: z.string(),
  /** The moment the entry itself states. */
  on: z.string(),
  device: z.string(),
  /** Whether the signature is that of a device whose key is known here as the office's. */
  genuine: z.boolean(),
});

/** Two signed entries of one chain that cannot both be true. */
export const forkView = z.strictObject({
  side: z.enum(['r', 'e']),
  /** The office that writes the chain, and whether it is this one. */
  office: z.string(),
  name: z.string(),
  ours: z.boolean(),
  /** 'place': both stand for the same number. 'past': the other one names another entry before it than the one that stands here. */
  about: z.enum(['place', 'past']),
  /** What stands in the chain here and counts; null where the chain is empty. */
  standing: forkEntry.nullable(),
  /** What is kept beside it as evidence. */
  other: forkEntry,
});

export const forkCalls = {
  /** Where a chain of a request contradicts itself: both signed entries. Empty where none does. At most 50. */
  'request.forks': query({
    input: z.strictObject({ request: requestIdField }),
    output: z.array(forkView),
    topics: ['request', 'sync'],
  }),
} as const;
