import { z } from 'zod';
import { command, query } from './call.ts';
import { line, writerField as writer } from './fields.ts';

/**
 * A form's own name and the ids of what it is about: 'dossier.receive', 'request:<id>'. The longest name a file, a rule
 * of at most 60 characters, an event and a part of the file of at most 64.
 */
const key = z.string().regex(/^[a-z][a-zA-Z0-9.:-]{1,239}$/);

/** The most characters of a draft's title. It only tells drafts apart, so a window cuts a longer one. */
export const draftTitleMost = 400;

/** One state of one window's draft: it is no longer the same as soon as that window saves again. */
const draftMark = z.strictObject({ writer: z.string().max(40), saves: z.int().min(0) });

/** The draft this window began from. What it keeps takes that one's place, unless its window went on writing. */
const over = draftMark.nullable().default(null);

export const draftCalls = {
  /** Keeps what was typed, as JSON text of at most 600 000 characters (what one call may carry). Unsubmitted typing only; never leaves the device. */
  'draft.save': command({
    input: z.strictObject({
      key,
      title: line(draftTitleMost).default(''),
      text: z.string().max(600_000),
      writer,
      over,
    }),
    /** `others`: another window keeps a draft of the same form. */
    output: z.strictObject({ savedAt: z.string(), others: z.boolean() }),
    topics: ['draft'],
  }),
  /** This window's draft of a form; where it has none, the newest of another window. */
  'draft.get': query({
    input: z.strictObject({ key, writer }),
    output: z.strictObject({ text: z.string(), savedAt: z.string(), mark: draftMark, others: z.boolean() }).nullable(),
    topics: [],
  }),
  /** Forms left open, each once, newest first. */
  'draft.list': query({
    input: z.strictObject({}),
    output: z.array(z.strictObject({ key: z.string(), title: z.string(), savedAt: z.string() })),
    topics: ['draft'],
  }),
  /** Forgets this window's draft and the one it began from; what another window went on writing stays. */
  'draft.discard': command({
    input: z.strictObject({ key, writer, over }),
    output: z.strictObject({}),
    topics: ['draft'],
  }),
} as const;
