import { z } from 'zod';
import { collectiveKinds } from '#shared/domain/dossier/collective.ts';
import { command } from './call.ts';
import { baseField, dateField, done, dossierIdField, line, prose, rowIdField } from './fields.ts';

/** What was recorded of a collective case. Texts that were not given are empty. */
export const collectiveView = z.strictObject({
  kind: z.enum(collectiveKinds),
  on: z.string(),
  decidedBy: z.string(),
  note: z.string(),
  /** Parties by id, in the order they were named. */
  representatives: z.array(z.string()),
  electedOn: z.string(),
  electedPaper: z.string(),
});

const of = { dossier: dossierIdField, base: baseField, on: dateField };

export const collectiveCalls = {
  /** Marks an arbitration file as a collective case (办案规则62), or says that it is none (`kind` null). */
  'collective.mark': command({
    input: z.strictObject({
      ...of,
      kind: z.enum(collectiveKinds).nullable(),
      decidedBy: line(60).min(1),
      note: prose(2000).default(''),
    }),
    output: done,
    topics: ['dossier', 'deadline'],
  }),
  /** Records whom the workers of a collective case elected to represent them; an empty list: nobody any more. */
  'collective.represent': command({
    input: z.strictObject({ ...of, representatives: z.array(rowIdField).max(20), paper: line(120).default('') }),
    output: done,
    topics: ['dossier'],
  }),
} as const;
