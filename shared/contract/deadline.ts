import { z } from 'zod';
import type { HolidayCode } from '#shared/domain/calendar/holiday.ts';
import { clockEventTypes } from '#shared/domain/deadline/clock-event.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import type { Exposure } from '#shared/domain/deadline/exposure.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { command, query } from './call.ts';
import { timeField } from './clock-correction.ts';
import { dueBrief } from './due.ts';
import { dateField, dossierIdField, line, pageInput, prose, userIdField } from './fields.ts';
import { limitPart } from './limit-part.ts';
import { doneWithWarnings } from './warning.ts';

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

/** A clock event as the strip names it. Texts that nobody entered are empty. */
const eventNamed = {
  /** As in `deadline.changes` and `deadline.steps`. */
  id: z.string(),
  type: z.enum(clockEventTypes),
  /** Date, with the time of day where the limit counts hours. */
  on: z.string(),
  /** Article or act it rests on, in words. */
  basis: z.string(),
  /** The deciding person as the office named him; for a request the office whose act it was. */
  decidedBy: z.string(),
  /** The paper of the decision. */
  paper: z.string(),
  /** Who of our people entered the act that moved the clock, where the act itself did. */
  recordedBy: z.string(),
};

/** An event that counts. */
const clockEventView = z.strictObject({
  ...eventNamed,
  amount: z.int().nullable(),
  ground: z.string(),
  /** `clock.withdraw` takes it; what a step of the file wrote is put right with that step. */
  withdrawable: z.boolean(),
});

/** An event that was withdrawn: why, by whom and when. */
const withdrawnView = z.strictObject({
  ...eventNamed,
  rule: z.string(),
  /** Name of what within the file it was about; empty for the whole file. */
  part: z.string(),
  reason: z.string(),
  withdrawnBy: z.string(),
  /** 'YYYY-MM-DDTHH:MM'. */
  withdrawnAt: z.string(),
});

/** One deadline with everything that explains it. */
const explainedView = z.strictObject({
  brief: dueBrief,
  deadline: z.custom<Deadline>(),
  /** Number of the file or request. */
  about: z.string(),
  /** Name of the party it is about, or the number of its turn; empty for the whole file. */
  part: z.string(),
  /** The file or request it belongs to. */
  dossier: z.string().nullable(),
  request: z.string().nullable(),
  /** What started, stopped or moved it; the strip names who decided and on which paper. */
  events: z.array(clockEventView),
  /** What no longer counts of this limit. */
  withdrawn: z.array(withdrawnView),
  /** Revision of the file, for `clock.withdraw`; 0 for a request. */
  base: z.int(),
  /** Whether a party could sue over this limit, for a file's ARB.LIMIT that is near or overdue. */
  exposure: z.custom<Exposure | null>(),
});

/** A deadline in a list with what it is about. */
const deadlineLineView = z.strictObject({
  due: dueBrief,
  dossier: z.string().nullable(),
  request: z.string().nullable(),
  title: z.string(),
  number: z.string(),
  /** Name of the party or number of the hearing it is about; empty for the whole file. */
  part: z.string(),
  /** Who handles the file; empty where nobody is named. */
  handler: z.string(),
});

/** What a list of deadlines is narrowed by. */
const deadlineFilter = {
  state: z.enum(['running', 'suspended', 'stopped']).default('running'),
  side: z.enum(['all', 'arb', 'lsi', 'req']).default('all'),
  /** Id of a rule; '' for all of them. */
  rule: line(60).default(''),
  /** Who handles the file; null for everybody. */
  person: userIdField.nullable().default(null),
} as const;

export const deadlineCalls = {
  /** The whole computation of one deadline, for the strip. `id` is that of a `dueBrief`. */
  'deadline.explain': query({
    input: z.strictObject({ id: line(200).min(1) }),
    output: explainedView,
    topics: ['deadline'],
  }),
  /**
   * Every limit that ever began on a file, each explained whole, for the paper of its clocks; `gone` is what was withdrawn
   * of limits that are no more.
   */
  'deadline.file': query({
    input: z.strictObject({ dossier: dossierIdField }),
    output: z.strictObject({
      about: z.string(),
      title: z.string(),
      limits: z.array(explainedView),
      gone: z.array(withdrawnView),
    }),
    topics: ['deadline', 'dossier'],
  }),
  /** Deadlines between two days, nearest first; suspended ones by the day they should be resumed, whatever the range. */
  'deadline.list': query({
    input: z.strictObject({ ...pageInput, ...deadlineFilter, from: dateField.optional(), to: dateField.optional() }),
    output: z.strictObject({ total: z.int(), rows: z.array(deadlineLineView) }),
    topics: ['deadline'],
  }),
  /**
   * The days of a month or a week that have deadlines: how many, and the first `each` of every day. At most the 62 days
   * from `from`; what lies beyond them is left out.
   */
  'deadline.days': query({
    input: z.strictObject({ ...deadlineFilter, from: dateField, to: dateField, each: z.int().min(1).max(50) }),
    output: z.array(z.strictObject({ day: z.string(), total: z.int(), rows: z.array(deadlineLineView) })),
    topics: ['deadline'],
  }),
  /** Records a clock event with who decided it and on which paper. */
  'clock.record': command({
    input: z.strictObject({
      dossier: dossierIdField,
      ruleId: line(60).min(1),
      of: limitPart,
      type: clockEventType,
      on: dateField,
      /** EXTEND only: how much, in the rule's own unit. */
      amount: z.int().min(1).max(400).optional(),
      ground: line(60).default(''),
      decidedBy: line(60).default(''),
      paper: line(120).default(''),
      note: prose(2000).default(''),
    }),
    output: doneWithWarnings,
    topics: ['dossier', 'deadline'],
  }),
  /**
   * Starts a limit of the rules on a file, with who decided it and on which paper. `on` is the day of the act it runs
   * from; only a hearing or a day that is set may lie ahead. A limit in hours needs `time`, every other one ignores it.
   */
  'clock.start': command({
    input: z.strictObject({
      dossier: dossierIdField,
      ruleId: line(60).min(1),
      of: limitPart,
      on: dateField,
      time: timeField,
      decidedBy: line(60).default(''),
      paper: line(120).default(''),
      note: prose(2000).default(''),
    }),
    output: doneWithWarnings,
    topics: ['dossier', 'deadline'],
  }),
  /** Which clock events a file's deadline may take now. */
  'clock.may': query({
    input: z.strictObject({ dossier: dossierIdField, ruleId: line(60).min(1), of: limitPart }),
    output: z.array(clockEventType),
    topics: ['deadline'],
  }),
  /** The calendar in force: every year with an official notice, and the years from now on that have none yet. */
  'calendar.years': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        year: z.int(),
        /** Number of the official notice; empty when there is none and the year is computed (暂估). */
        source: z.string(),
        provisional: z.boolean(),
        /** Not every source compared has its days as they stand here: 待核. */
        unchecked: z.boolean(),
        /** Version of the calendar. */
        version: z.string(),
        /** Days off for a holiday, in order. Other weekends are not listed. */
        off: z.array(z.strictObject({ date: z.string(), holiday: z.custom<HolidayCode>() })),
        /** Weekend days worked instead (调休上班). */
        work: z.array(z.string()),
      }),
    ),
    topics: ['deadline'],
  }),
  /** The rules in force here today: the office's own row in place of the province's in place of the nation's. */
  'rule.list': query({
    input: z.strictObject({}),
    output: z.strictObject({
      /** The packs they come from, for example 'CN+33', and their version. */
      pack: z.string(),
      version: z.string(),
      rows: z.array(z.custom<LimitRule>()),
      /** One row of every other limit: ended, switched off or to come. Files that began with it still bear its name. */
      notNow: z.array(z.custom<LimitRule>()),
      /** What the office decided of default rows: by whom and when, rows switched off included. */
      own: z.array(
        z.strictObject({
          rule: z.string(),
          from: z.string(),
          /** First day on which it no longer counts; null for good. */
          until: z.string().nullable(),
          off: z.boolean(),
          /** A local text over a row of the law. */
          local: z.boolean(),
          /** A limit of the office's own. */
          made: z.boolean(),
          reason: z.string(),
          /** Id of the change, as in `law.change`. */
          change: z.string(),
          proposedBy: z.string(),
          confirmedBy: z.string(),
          at: z.string(),
        }),
      ),
    }),
    topics: ['deadline'],
  }),
} as const;
