import { z } from 'zod';
import { command, query } from './call.ts';
import { line } from './fields.ts';

/** A form's own name and, where it edits one thing, that thing's id: 'dossier.receive', 'request:<id>'. */
const key = z.string().regex(/^[a-z][a-zA-Z0-9.:-]{1,120}$/);

export const draftCalls = {
  /** Keeps what was typed, as JSON text of at most 600 000 characters (what one call may carry). Unsubmitted typing only; never leaves the device. */
  'draft.save': command({
    input: z.strictObject({ key, title: line(120).default(''), text: z.string().max(600_000) }),
    output: z.strictObject({ savedAt: z.string() }),
    topics: ['draft'],
  }),
  'draft.get': query({
    input: z.strictObject({ key }),
    output: z.strictObject({ text: z.string(), savedAt: z.string() }).nullable(),
    topics: [],
  }),
  'draft.list': query({
    input: z.strictObject({}),
    output: z.array(z.strictObject({ key: z.string(), title: z.string(), savedAt: z.string() })),
    topics: ['draft'],
  }),
  'draft.discard': command({ input: z.strictObject({ key }), output: z.strictObject({}), topics: ['draft'] }),
} as const;
