import { z } from 'zod';
import { command } from './call.ts';
import { baseField, dateField, done, dossierIdField, entryIdField, line, prose, rowIdField } from './fields.ts';

/** A file this one is or was heard together with. Texts that were not given are empty. */
export const joiningView = z.strictObject({
  id: z.string(),
  /** The other file. */
  dossier: z.string(),
  number: z.string(),
  title: z.string(),
  status: z.enum(['received', 'accepted', 'closed']),
  /** Whether this file leads, or the other one. */
  leads: z.boolean(),
  on: z.string(),
  ground: z.string(),
  decidedBy: z.string(),
  paper: z.string(),
  /** Empty while they are heard together. */
  partedOn: z.string(),
  partGround: z.string(),
  partDecidedBy: z.string(),
  partPaper: z.string(),
  /** It was recorded wrongly and never counted; why. */
  struck: z.boolean(),
  struckReason: z.string(),
});

const decision = {
  on: dateField,
  /** Why. */
  ground: prose(2000).min(1),
  /** Who decided. */
  decidedBy: line(60).min(1),
  paper: line(120).default(''),
};
const of = { dossier: dossierIdField };

export const joiningCalls = {
  /** Has two arbitration files heard together (合并审理); both keep their limits and numbers. `lead`: which of them leads. */
  'dossier.join': command({
    input: z.strictObject({
      ...of,
      ...{ base: baseField, other: dossierIdField, lead: z.enum(['this', 'other']), ...decision },
    }),
    output: done,
    topics: ['dossier'],
  }),
  /** Has files heard together heard apart again (分案) from a day on. */
  'dossier.part': command({
    input: z.strictObject({ ...of, joining: entryIdField, ...decision }),
    output: done,
    topics: ['dossier'],
  }),
  /**
   * Takes parties of an arbitration file out into a new one of their own (分出另案), received and, where the file was,
   * accepted on the same days: `goes` and `claims` leave the file, `both` stand on both. `under`: the new file is numbered
   * under the number of this one. Answers the new file's id.
   */
  'dossier.separate': command({
    input: z.strictObject({
      ...of,
      ...{ base: baseField, goes: z.array(rowIdField).min(1).max(2000), both: z.array(rowIdField).max(2000) },
      ...{ claims: z.array(rowIdField).max(200), under: z.boolean().default(false), ...decision },
    }),
    output: z.strictObject({ id: z.string(), revision: z.int(), number: z.string() }),
    topics: ['dossier', 'deadline'],
  }),
  /** Strikes a joining recorded wrongly, or takes its parting back so that it stands again. */
  'dossier.strikeJoining': command({
    input: z.strictObject({
      ...of,
      ...{ joining: entryIdField, what: z.enum(['joining', 'parting']), reason: prose(2000).min(1) },
    }),
    output: done,
    topics: ['dossier'],
  }),
} as const;
