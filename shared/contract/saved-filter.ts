import { z } from 'zod';
import { command, query } from './call.ts';
import { dossierFilter } from './dossier.ts';
import { done, line, revisionOnly, rowIdField } from './fields.ts';

const name = line(40).min(1);

/** A filter of the register a person keeps by name. `words` are the sounds of the name, by which the palette finds it. */
const savedFilter = z.strictObject({
  id: z.string(),
  name: z.string(),
  words: z.string(),
  filter: dossierFilter,
});

export const savedFilterCalls = {
  /** The filters of whoever sits at the desk, in the order they were first kept. They stay on this device. */
  'filter.list': query({
    input: z.strictObject({}),
    output: z.array(savedFilter),
    topics: ['workplace', 'people'],
  }),
  /** Keeps a filter by name, 40 at most a person; with `id` brings back one that was removed. A name is given once. */
  'filter.save': command({
    input: z.strictObject({ id: rowIdField.nullable().default(null), name, filter: dossierFilter }),
    output: done,
    topics: ['workplace'],
  }),
  /**
   * Gives a filter another name, and answers it as it is kept; `was` is the one the person was shown, and another window's
   * newer one is a conflict.
   */
  'filter.rename': command({
    input: z.strictObject({ id: rowIdField, name, was: line(40) }),
    output: done.extend({ name: z.string() }),
    topics: ['workplace'],
  }),
  /** Forgets a filter. */
  'filter.remove': command({
    input: z.strictObject({ id: rowIdField }),
    output: revisionOnly,
    topics: ['workplace'],
  }),
} as const;
