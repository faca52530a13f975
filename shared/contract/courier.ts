import { z } from 'zod';
import { command, query } from './call.ts';
import { line, officeIdField } from './fields.ts';

/** What a courier package did, by partner. */
const courierLine = z.strictObject({
  office: z.string(),
  name: z.string(),
  bundles: z.int(),
  entries: z.int(),
  files: z.int(),
  bytes: z.number(),
});

/** What was written to a medium for one partner, and what became of it. */
export const carriedView = z.strictObject({
  /** Names it for its slip. */
  id: z.int(),
  office: z.string(),
  name: z.string(),
  /** 'YYYY-MM-DD HH:MM'. */
  at: z.string(),
  /** What the person called the medium, and where it was. */
  label: z.string(),
  folder: z.string(),
  entries: z.int(),
  /** Packages of ours for the partner that lay on the medium afterwards: the fingerprint is theirs. */
  packages: z.int(),
  files: z.int(),
  bytes: z.number(),
  /** Four groups of five digits. */
  print: z.string(),
  /**
   * 'receipted': a signed receipt covers it. 'no-receipt-due': nothing was on it that a receipt would cover. 'out': no
   * receipt yet. 'late': none for longer than a carried receipt usually takes. 'unknown': this device cannot tell, because
   * another one of the office wrote the medium before the data was restored.
   */
  state: z.enum(['receipted', 'no-receipt-due', 'out', 'late', 'unknown']),
  /** Calendar days since it was written. */
  days: z.int(),
  /** The receipt that covers it, and the day it came in, 'YYYY-MM-DD HH:MM'. */
  receipt: z.strictObject({ number: z.int(), at: z.string() }).nullable(),
});

export const courierCalls = {
  /**
   * Writes what the partners' last receipts lack to a folder (a stick), reads it back and compares before answering.
   * `label`: what the person calls the medium.
   */
  'courier.export': command({
    input: z.strictObject({
      folder: line(1000).min(1),
      office: officeIdField.optional(),
      label: line(40).default(''),
    }),
    output: z.strictObject({
      verified: z.boolean(),
      lines: z.array(courierLine.extend({ slip: z.int(), print: z.string() })),
      /** Partners nothing could be written for, with the failure code: their card or their keys cannot be used. */
      failed: z.array(z.strictObject({ office: z.string(), name: z.string(), code: z.string() })),
      revision: z.int(),
    }),
    topics: ['sync'],
  }),
  /** Takes in everything on a stick that is for this office. Nothing on the stick is removed. */
  'courier.import': command({
    input: z.strictObject({ folder: line(1000).min(1) }),
    output: z.strictObject({
      lines: z.array(courierLine),
      /** Of every office that has packages for us on it: how many, and their fingerprint as on that office's slip. */
      prints: z.array(z.strictObject({ office: z.string(), name: z.string(), packages: z.int(), print: z.string() })),
      setAside: z.int(),
      forOthers: z.int(),
      revision: z.int(),
    }),
    topics: ['sync', 'request', 'dossier', 'partner'],
  }),
  /** What was written to media, the newest first, at most 100. */
  'courier.carried': query({
    input: z.strictObject({}),
    output: z.array(carriedView),
    topics: ['sync', 'partner'],
  }),
  /** What the slip of one writing says. */
  'courier.slip': query({
    input: z.strictObject({ slip: z.int().min(1) }),
    output: carriedView.extend({ from: z.strictObject({ office: z.string(), name: z.string() }) }),
    topics: ['sync', 'partner', 'office'],
  }),
  /** Folders and removable media this machine offers, for choosing one without typing. */
  'courier.places': query({
    input: z.strictObject({ under: line(1000).default('') }),
    output: z.strictObject({
      path: z.string(),
      parent: z.string().nullable(),
      folders: z.array(z.strictObject({ name: z.string(), path: z.string() })),
    }),
    topics: [],
  }),
} as const;
