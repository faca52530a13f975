import { z } from 'zod';
import { command, query } from './call.ts';

/**
 * The long pieces of work that say how far they are and can be called off; `export` writes to a courier's medium, `import`
 * takes in a table of files, `import-check` checks one before, `take-back` takes such an import back.
 */
export const workKinds = ['backup', 'restore', 'verify', 'export', 'import', 'import-check', 'take-back'] as const;

/** One of `workKinds`. */
export type WorkKind = (typeof workKinds)[number];

export const workCalls = {
  /**
   * What is being worked on now: how much of it is done, in a unit of its own (bytes of a copy, entries and parts of files
   * of a check, packages and parts of files of an export).
   */
  'work.list': query({
    gate: 'any',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ kind: z.enum(workKinds), done: z.number(), total: z.number(), cancelling: z.boolean() }),
    ),
    topics: ['work'],
  }),
  /**
   * Calls a piece of work off. It stops at the next place where nothing half done is left, and the call that runs it is
   * refused with 'work.cancelled', or with 'courier.cancelled' where what the medium was given stays on it. `running` is
   * false when there was none any more.
   */
  'work.cancel': command({
    gate: 'any',
    input: z.strictObject({ kind: z.enum(workKinds) }),
    output: z.strictObject({ running: z.boolean() }),
    topics: ['work'],
  }),
} as const;
