import { z } from 'zod';
import { command, query } from './call.ts';

export const quarantineRow = z.strictObject({
  id: z.string(),
  at: z.string(),
  /** Failure code: torn, tampered, unknown office, newer version... */
  code: z.string(),
  from: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Whether the bytes themselves are kept. */
  kept: z.boolean(),
  /** Why a person said that nothing more is to be done; null while nobody did. */
  settled: z.string().nullable(),
});

/** What the office's server says of itself and of our inbox there. */
export const serverHealth = z.strictObject({
  version: z.string().nullable(),
  /** Older than 2.12.3: it may forget what it confirmed when the power fails. Null while it was never reached. */
  tooOld: z.boolean().nullable(),
  /** Whether it keeps what it confirms through a power cut: a client cannot see it; before 2.10 it cannot be set. */
  durability: z.enum(['not-visible', 'not-supported']).nullable(),
  /** Milliseconds there and back. */
  rttMs: z.number().nullable(),
  /** Packages lying there for us. */
  pending: z.int().nullable(),
  replicas: z.int().nullable(),
  /** Bytes kept in our inbox, and the most it takes. */
  storedBytes: z.number().nullable(),
  mostBytes: z.number().nullable(),
  /** What is set up there otherwise than the exchange needs. */
  problems: z.array(z.string()),
});

/** One carrier and how it does; partners that share it are named together. */
export const wayView = z.strictObject({
  kind: z.enum(['folder', 'server']),
  /** The folder's path; of a server its addresses. */
  place: z.string(),
  partners: z.array(z.string()),
  state: z.enum(['reached', 'away', 'untried']),
  /** When it could last be used, also before this start of the program. */
  lastSeen: z.string().nullable(),
  /** Failure code: why it cannot be used, or what it refused last. */
  problem: z.string().nullable(),
  server: serverHealth.nullable(),
});

/** Whether a partner can be reached by a way of its own now; 'courier' where it has none. */
export const reach = z.enum(['yes', 'no', 'courier']);

export const syncView = z.strictObject({
  /** Totals of what leaves the office: only here, given to a carrier, within the partner's signed receipt. */
  local: z.int(),
  sent: z.int(),
  receipted: z.int(),
  partners: z.array(
    z.strictObject({
      office: z.string(),
      name: z.string(),
      reachable: reach,
      /** The ways that lead to it, and whether each can be used now. */
      ways: z.array(z.strictObject({ kind: z.enum(['folder', 'server']), reached: z.boolean() })),
      lastHeard: z.string().nullable(),
      lastSent: z.string().nullable(),
      local: z.int(),
      sent: z.int(),
      /** Stream numbers: ours that exist, that the partner holds; theirs that we hold. */
      ours: z.int(),
      theyHold: z.int(),
      weHold: z.int(),
      filesMissing: z.int(),
      /** The newest receipt of theirs we believe, and our newest to them: number, when it came in or was made, and how far it reaches. */
      proof: z.strictObject({
        theirs: z.strictObject({ number: z.int(), at: z.string(), upTo: z.int() }).nullable(),
        ours: z.strictObject({ number: z.int(), at: z.string(), upTo: z.int(), given: z.boolean() }).nullable(),
      }),
      problem: z.string().nullable(),
    }),
  ),
  ways: z.array(wayView),
  quarantine: z.array(quarantineRow),
  requestsReadOnly: z.boolean(),
});

export const syncCalls = {
  'sync.status': query({ input: z.strictObject({}), output: syncView, topics: ['sync', 'partner', 'request'] }),
  /**
   * Exchanges with every reachable partner now and answers when the round is over: with how many partners, and the names
   * of those no way led to. Partners served by medium alone count nowhere.
   */
  'sync.now': command({
    input: z.strictObject({}),
    output: z.strictObject({ reached: z.int(), outOfReach: z.array(z.string()), revision: z.int() }),
    topics: ['sync', 'request', 'dossier'],
  }),
} as const;
