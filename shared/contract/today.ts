import { z } from 'zod';
import { query } from './call.ts';
import { dueBrief } from './due.ts';
import { pageInput } from './fields.ts';

/** The lists of the day that can be paged through. */
const todayLists = [
  'overdue',
  'dueToday',
  'dueThisWeek',
  'toResume',
  'arrived',
  'waitingForUs',
  'inApproval',
  'unclocked',
] as const;

/** One line of the day: what it is about, where a click leads, and its date. */
export const todayItem = z.strictObject({
  about: z.enum(['dossier', 'request']),
  id: z.string(),
  number: z.string(),
  title: z.string(),
  due: dueBrief.nullable(),
  /** Code of what is to be done: text in namespace `today`. */
  todo: z.string(),
  since: z.string().nullable(),
});

export const todayCalls = {
  'today.get': query({
    input: z.strictObject({}),
    output: z.strictObject({
      today: z.string(),
      workingDay: z.boolean(),
      dayName: z.string().nullable(),
      overdue: z.array(todayItem),
      dueToday: z.array(todayItem),
      dueThisWeek: z.array(todayItem),
      /** Suspended limits whose time to be resumed has come: a person resumes them, nothing does it alone. */
      toResume: z.array(todayItem),
      /** Came in and nobody has opened it yet. */
      arrived: z.array(todayItem),
      /** 待我方答复. */
      waitingForUs: z.array(todayItem),
      /** Texts waiting for examination or signature here. */
      inApproval: z.array(todayItem),
      drafts: z.array(z.strictObject({ key: z.string(), title: z.string(), savedAt: z.string() })),
      toSend: z.strictObject({ local: z.int(), sent: z.int() }),
      /** 待核查: open files with no deadline or next step. */
      unclocked: z.array(todayItem),
      /** How many there are of each in all; the lists above hold the first 50. */
      counts: z.strictObject({
        overdue: z.int(),
        dueToday: z.int(),
        dueThisWeek: z.int(),
        toResume: z.int(),
        arrived: z.int(),
        waitingForUs: z.int(),
        inApproval: z.int(),
        drafts: z.int(),
        unclocked: z.int(),
      }),
    }),
    topics: ['dossier', 'deadline', 'request', 'draft', 'sync'],
  }),
  /** A page of one list of the day, in the order `today.get` begins it. */
  'today.list': query({
    input: z.strictObject({ ...pageInput, list: z.enum(todayLists) }),
    output: z.strictObject({ total: z.int(), rows: z.array(todayItem) }),
    topics: ['dossier', 'deadline', 'request', 'draft', 'sync'],
  }),
} as const;
