import { z } from 'zod';
import { authorities, mandateDoubtCodes, mandateKinds } from '#shared/domain/party/mandate.ts';
import { command, query } from './call.ts';
import { baseField, dateField, done, dossierIdField, line, prose, rowIdField } from './fields.ts';
import { partyRole } from './party.ts';

const named = z.strictObject({ id: z.string(), name: z.string(), role: partyRole });

/** An agent (代理人) of a file with its mandate; `kind` is empty while nothing is written down of it. */
const agentView = z.strictObject({
  party: z.string(),
  name: z.string(),
  kind: z.enum(['', ...mandateKinds]),
  authority: z.enum(['', ...authorities]),
  standing: z.string(),
  scope: z.string(),
  paperOn: z.string().nullable(),
  principals: z.array(named),
  /** The day the mandate ended; null while it holds. */
  endedOn: z.string().nullable(),
  endedWhy: z.string(),
  doubts: z.array(z.enum(mandateDoubtCodes)),
});

const of = { dossier: dossierIdField, party: rowIdField };

export const agentCalls = {
  /** The agents of a file with their mandates, and whom they may act for: the first 200, `more` when there are more. */
  'agent.list': query({
    input: z.strictObject({ dossier: dossierIdField }),
    output: z.strictObject({ agents: z.array(agentView), may: z.array(named), more: z.boolean(), revision: z.int() }),
    topics: ['dossier'],
  }),
  /** Writes down for whom and by what an agent acts; fields left out stay. */
  'agent.set': command({
    input: z.strictObject({
      ...of,
      base: baseField,
      kind: z.enum(mandateKinds).optional(),
      authority: z.enum(['', ...authorities]).optional(),
      standing: line(100).optional(),
      scope: prose(1000).optional(),
      paperOn: dateField.nullable().optional(),
      principals: z.array(rowIdField).max(200).optional(),
    }),
    output: done,
    topics: ['dossier'],
  }),
  /** A mandate ended: withdrawn or given up. */
  'agent.end': command({
    input: z.strictObject({ ...of, on: dateField, reason: prose(1000).default('') }),
    output: done,
    topics: ['dossier'],
  }),
  /** That a mandate ended was written down by mistake: it holds as before. */
  'agent.resume': command({ input: z.strictObject(of), output: done, topics: ['dossier'] }),
} as const;
