import { z } from 'zod';
import { command } from './call.ts';
import { baseField, dateField, done, dossierIdField, line, prose } from './fields.ts';
import { limitPart } from './limit-part.ts';

/** Time of day 'HH:MM'; '' where none was noted. */
export const timeField = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^$/)
  .default('');

/** A clock event as it should have been recorded; its kind stays what it was. */
const eventInstead = z.strictObject({
  on: dateField,
  time: timeField,
  /** EXTEND only: how much, in the rule's own unit. */
  amount: z.int().min(1).max(400).optional(),
  ground: line(60).default(''),
  decidedBy: line(60).default(''),
  paper: line(120).default(''),
});

export const clockCorrectionCalls = {
  /**
   * Takes a wrong clock event out of the count by a recorded act with its reason, or puts another one in its place. The
   * start of a limit takes everything recorded about that limit by hand with it, unless another start takes its place.
   * What a step of the file wrote is put right with that step instead.
   */
  'clock.withdraw': command({
    input: z.strictObject({
      dossier: dossierIdField,
      ruleId: line(60).min(1),
      of: limitPart,
      /** As in the events of `deadline.explain`, whose `base` goes with it. */
      event: line(120).min(1),
      base: baseField,
      instead: eventInstead.nullable().default(null),
      reason: prose(2000).min(1),
    }),
    output: done,
    topics: ['dossier', 'deadline'],
  }),
} as const;
