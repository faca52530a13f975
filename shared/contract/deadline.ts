import { z } from 'zod';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { command, query } from './call.ts';
import { dueBrief } from './due.ts';
import { dateField, done, dossierIdField, line, pageInput, prose } from './fields.ts';

/** A clock event a person records on a file (design: Deadlines as data). */
export const clockEventType = z.enum([
  'RESTART',
  'SUSPEND',
  'RESUME',
  'EXTEND',
  'EXCLUDE_BEGIN',
  'EXCLUDE_END',
  'STOP',
]);

export const deadlineCalls = {
  /** The whole computation of one deadline, for the strip. `id` is that of a `dueBrief`. */
  'deadline.explain': query({
    input: z.strictObject({ id: line(200).min(1) }),
    output: z.strictObject({
      brief: dueBrief,
      deadline: z.custom<Deadline>(),
      /** Number of the file or request. */
      about: z.string(),
      /** The file or request it belongs to. */
      dossier: z.string().nullable(),
      request: z.string().nullable(),
      /** Who decided each recorded event and on which paper; the strip names them. */
      events: z.array(z.strictObject({ id: z.string(), decidedBy: z.string(), paper: z.string() })),
    }),
    topics: ['deadline'],
  }),
  'deadline.list': query({
    input: z.strictObject({ ...pageInput, from: dateField.optional(), to: dateField.optional() }),
    output: z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          due: dueBrief,
          dossier: z.string().nullable(),
          request: z.string().nullable(),
          title: z.string(),
          number: z.string(),
        }),
      ),
    }),
    topics: ['deadline'],
  }),
  /** Records a clock event with who decided it and on which paper. */
  'clock.record': command({
    input: z.strictObject({
      dossier: dossierIdField,
      ruleId: line(60).min(1),
      type: clockEventType,
      on: dateField,
      /** EXTEND only: how much, in the rule's own unit. */
      amount: z.int().min(1).max(400).optional(),
      ground: line(60).default(''),
      decidedBy: line(60).default(''),
      paper: line(120).default(''),
      note: prose(2000).default(''),
    }),
    output: done,
    topics: ['dossier', 'deadline'],
  }),
  /** Which clock events a file's deadline may take now. */
  'clock.may': query({
    input: z.strictObject({ dossier: dossierIdField, ruleId: line(60).min(1) }),
    output: z.array(clockEventType),
    topics: ['deadline'],
  }),
  'calendar.years': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        year: z.int(),
        source: z.string(),
        provisional: z.boolean(),
        off: z.array(z.strictObject({ date: z.string(), name: z.string() })),
        work: z.array(z.string()),
      }),
    ),
    topics: ['deadline'],
  }),
  'rule.list': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        id: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        amount: z.number(),
        unit: z.string(),
        basis: z.string(),
        region: z.string(),
        confidence: z.enum(['certain', 'read', 'default']),
      }),
    ),
    topics: ['deadline'],
  }),
} as const;
