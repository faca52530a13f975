import { z } from 'zod';
import { command, query } from './call.ts';
import { requestIdField } from './fields.ts';

const side = z.enum(['r', 'e']);
const head = z.strictObject({ seq: z.int(), id: z.string() });

/** A fault or a remark: its code and where; `part` is 'r', 'e', 'receipt', ..., `n` its number there, 0 for the file. */
const found = z.strictObject({ code: z.string(), part: z.string(), n: z.int() });

/** What the partner signed for one entry. Times of receipts are ours, of the coming in: receipts bear none. */
const signedFor = z.strictObject({
  number: z.int(),
  upTo: z.int(),
  position: z.int(),
  root: z.string(),
  heard: z.string(),
});

const line = z.strictObject({
  id: z.string(),
  side,
  ours: z.boolean(),
  seq: z.int(),
  kind: z.string(),
  on: z.string(),
  body: z.enum(['none', 'left-out', 'fits', 'differs']),
  genuine: z.boolean(),
  receipt: signedFor.nullable(),
  seen: z.strictObject({ seq: z.int(), on: z.string() }).nullable(),
  storedOn: z.string().nullable(),
});

const office = z.strictObject({
  office: z.string(),
  side,
  name: z.string(),
  fingerprint: z.string(),
  keyHash: z.string(),
  /** A person here compared the fingerprint with the office; always true of ours. */
  confirmed: z.boolean(),
});

const proofView = z.strictObject({
  ok: z.boolean(),
  faults: z.array(found),
  remarks: z.array(found),
  offices: z.array(office),
  heads: z.strictObject({ r: head.nullable(), e: head.nullable() }),
  lines: z.array(line),
  receipts: z.array(z.strictObject({ number: z.int(), upTo: z.int(), root: z.string(), heard: z.string() })),
  digest: z.string().nullable(),
  /** Hash of what the proof file's seal signs: the same with the texts and without. */
  hash: z.string().nullable(),
});

export const proofCalls = {
  /** Checks everything this office holds of a request as a third party would, texts included, and what the partner signed. */
  'request.proof': query({
    input: z.strictObject({ request: requestIdField }),
    output: proofView,
    topics: ['request', 'sync', 'partner'],
  }),
  /** The proof file. Without `bodies` nothing that names a person is in it. The handing out is recorded. */
  'request.exportProof': command({
    input: z.strictObject({ request: requestIdField, bodies: z.boolean() }),
    output: z.strictObject({
      fileName: z.string(),
      bytes: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
      hash: z.string(),
      revision: z.int(),
    }),
    topics: ['audit'],
  }),
} as const;
