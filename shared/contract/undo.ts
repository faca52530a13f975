import { z } from 'zod';
import { command, query } from './call.ts';
import { done, dossierIdField, line } from './fields.ts';

/** The newest act on a file that was not taken back, and why it cannot be when it cannot. */
const lastAct = z.strictObject({
  entry: z.string(),
  kind: z.string(),
  /** Code of the refusal; null when it may be taken back. */
  refusal: z.string().nullable(),
});

export const undoCalls = {
  /** What 撤销 would take back on a file; null when nothing was done there but receiving it. */
  'dossier.lastAct': query({
    input: z.strictObject({ dossier: dossierIdField }),
    output: lastAct.nullable(),
    topics: ['dossier', 'deadline', 'file'],
  }),
  /**
   * Takes back the person's own newest act on a file by recording the act that restores what it changed. `entry` is the
   * act the person was shown: when another came after it nothing is taken back.
   */
  'dossier.undo': command({
    input: z.strictObject({ dossier: dossierIdField, entry: line(200).min(1) }),
    output: done,
    topics: ['dossier', 'deadline', 'file'],
  }),
} as const;
