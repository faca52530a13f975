import { z } from 'zod';
import { command, query } from './call.ts';
import { revisionOnly } from './fields.ts';

export const keysCalls = {
  /**
   * The sealing key partners are to use: the day it was made and how many older ones still open. `behind`: partners whose
   * latest receipt does not name this office's present card, so that they may go on sealing to an older key; `heard` is
   * false for those no receipt ever came from.
   */
  'keys.sealing': query({
    input: z.strictObject({}),
    output: z.strictObject({
      madeOn: z.string(),
      older: z.int(),
      behind: z.array(z.strictObject({ office: z.string(), name: z.string(), heard: z.boolean() })),
    }),
    topics: ['office', 'partner', 'sync'],
  }),
  /**
   * Makes a new sealing key; older ones go on opening. For the head of the office alone (keys.not-head), proved by the
   * passphrase where there is one.
   */
  'keys.rotate': command({
    input: z.strictObject({ current: z.string().max(200).optional() }),
    output: revisionOnly,
    topics: ['office', 'partner', 'sync', 'audit'],
  }),
} as const;
