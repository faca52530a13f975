import { z } from 'zod';
import { query } from './call.ts';
import { line, pageInput } from './fields.ts';

/** The books an office keeps: of receipt (收件), of acceptance or filing (立案), of closing (结案). */
export const registerBook = z.enum(['received', 'accepted', 'closed']);

/** One line of a book. A number that was voided stays in its place with the reason. */
const registerRow = z.strictObject({
  number: z.string(),
  dossier: z.string(),
  on: z.string(),
  /** The other number of the file: of the case in the book of receipt, of the window in the others. */
  other: z.string(),
  title: z.string(),
  cause: z.string(),
  handler: z.string(),
  status: z.enum(['received', 'accepted', 'closed']),
  acceptedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  closeType: z.string().nullable(),
  /** Who decided the closing and on which paper; empty in the other books and where it was not entered. */
  decidedBy: z.string(),
  paper: z.string(),
  /** Empty while the number stands. */
  voidOn: z.string(),
  voidReason: z.string(),
});

export const registerCalls = {
  /** The lines of a book of one side and year; 'both' takes them one side after the other. */
  'register.list': query({
    input: z.strictObject({
      ...pageInput,
      book: registerBook,
      side: z.enum(['both', 'arb', 'lsi']).default('both'),
      year: z.int().min(1980).max(2199),
      /** Code of a branch with numbers of its own; '' for those of the office itself. */
      branch: line(8).default('all'),
      /** 0 takes the whole year. */
      month: z.int().min(0).max(12).default(0),
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(registerRow) }),
    topics: ['dossier'],
  }),
} as const;
