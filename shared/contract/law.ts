import { z } from 'zod';
import type { EntryId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { DayDifference } from '#shared/domain/calendar/year-difference.ts';
import type { YearFault } from '#shared/domain/calendar/year-fault.ts';
import { elapsedForms } from '#shared/domain/deadline/office-moves.ts';
import type { RowDifference } from '#shared/domain/deadline/pack-file/flat-rows.ts';
import { type Confidence, type LimitRule, limitTriggers } from '#shared/domain/deadline/rule.ts';
import { command, query } from './call.ts';
import { dateField, done, dossierIdField, line, pageInput, prose, revisionOnly } from './fields.ts';
import { packContents } from './pack-contents.ts';

/** Id of a proposed change: that of the entry which proposed it. */
const changeIdField = z.custom<EntryId>((v) => typeof v === 'string' && /^s[12]:[0-9a-f]{64}$/.test(v));

const groundIds = z.array(line(40)).max(40).optional();

const limitUnit = z.enum(['working-day', 'calendar-day', 'working-hour', 'hour', 'month', 'year']);

/** A change of the calendar or the rules of this office: proposed by one person, confirmed or dropped by another. */
const lawChange = z.strictObject({
  id: z.string(),
  /** 'calendar/<year>', 'rules/office/<rule id>' or 'rules/pack'. */
  slot: z.string(),
  state: z.enum(['open', 'confirmed', 'dropped']),
  reason: z.string(),
  /** The official notice or the maker of a pack; empty for what ships and for the office's own rules. */
  source: z.string(),
  /** It puts back what the program ships. */
  toShipped: z.boolean(),
  proposedBy: z.string(),
  /** 'YYYY-MM-DDTHH:MM'. */
  proposedAt: z.string(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  decidedWhy: z.string(),
  /** The person at the desk proposed it, and so cannot confirm it. */
  mine: z.boolean(),
  /** It is the newest in force for its year or row; only that one can be taken back. */
  inForce: z.boolean(),
  /** How many last days its confirmation moved. */
  moved: z.int(),
});

/** A last day that moved or would move; null where there is none. */
const movedDay = z.strictObject({
  about: z.enum(['dossier', 'request']),
  subject: z.string(),
  number: z.string(),
  title: z.string(),
  rule: z.string(),
  from: z.custom<LocalDate>().nullable(),
  to: z.custom<LocalDate>().nullable(),
});

const movedPage = z.strictObject({ total: z.int(), rows: z.array(movedDay) });

/** 'own', 'CN' or the first two digits of a province. */
const packChoice = z.string().regex(/^(?:own|CN|\d{2})$/);

/** A limit under one set of rules. */
const comparedLimit = z.strictObject({
  due: z.custom<LocalDate>().nullable(),
  target: z.custom<LocalDate>().nullable(),
  state: z.enum(['not-started', 'running', 'suspended', 'stopped']),
  provisional: z.boolean(),
  amount: z.int(),
  unit: limitUnit,
  confidence: z.custom<Confidence>(),
});

export const lawCalls = {
  /** Proposals and decided changes of the calendar or the rules, newest first. */
  'law.changes': query({
    input: z.strictObject({ ...pageInput, about: z.enum(['calendar', 'rules']) }),
    output: z.strictObject({ total: z.int(), rows: z.array(lawChange) }),
    topics: ['deadline', 'people'],
  }),
  /** One change with what it changes: against what is in force while it is open, against what it replaced afterwards. */
  'law.change': query({
    input: z.strictObject({ id: changeIdField }),
    output: z.strictObject({
      change: lawChange,
      /** Days of a calendar that differ. */
      days: z.array(z.custom<DayDifference>()),
      /** The row of a rule before and after, on the first day that differs; null for a change of the calendar. */
      rule: z
        .strictObject({ before: z.custom<LimitRule>().nullable(), after: z.custom<LimitRule>().nullable() })
        .nullable(),
      /** What a file of rules brings; null for every other change. */
      pack: packContents.nullable(),
      /** The rows a file of rules, or its going, makes different; empty for every other change. */
      rows: z.array(z.custom<RowDifference>()),
    }),
    topics: ['deadline', 'people'],
  }),
  /** The last days an open change would move if it were confirmed now; nothing is written. At most 200 are listed. */
  'law.preview': query({
    input: z.strictObject({ id: changeIdField }),
    output: movedPage,
    topics: ['deadline', 'dossier', 'request'],
  }),
  /** The last days a confirmed change moved, in the order of its record. */
  'law.moved': query({
    input: z.strictObject({ ...pageInput, id: changeIdField }),
    output: movedPage,
    topics: ['deadline', 'dossier', 'request'],
  }),
  /** Another person than the one who proposed it puts a change into force; every limit is computed anew. */
  'law.confirm': command({
    input: z.strictObject({
      id: changeIdField,
      /** Needed for rules that nobody known here signed: whoever confirms them knows that. */
      unknownSigner: z.boolean().default(false),
    }),
    output: z.strictObject({ revision: z.int(), moved: z.int() }),
    topics: ['deadline', 'dossier', 'request'],
  }),
  /** An open change is withdrawn by whoever proposed it or refused by somebody else. */
  'law.drop': command({
    input: z.strictObject({ id: changeIdField, reason: prose(500) }),
    output: revisionOnly,
    topics: ['deadline'],
  }),
  /** Proposes to put back what was in force before a change that is in force now. */
  'law.restore': command({
    input: z.strictObject({ id: changeIdField, reason: prose(500) }),
    output: done,
    topics: ['deadline'],
  }),
  /**
   * Proposes what the office decides of one row from a day on, its length, how it ends and the grounds that move it: a default row, a row of the law that a local text sets
   * otherwise (`local`), or a limit of its own (`made`, under an id of 'ARB.OWN.' or 'LSI.OWN.'); another person confirms
   * it.
   */
  'rule.propose': command({
    input: z.strictObject({
      rule: line(60).min(1),
      from: dateField,
      /** There is no such limit here any more; amount, unit, roll and basis then say nothing. */
      off: z.boolean(),
      amount: z.int().min(0).max(3650),
      unit: z.enum(['working-day', 'calendar-day', 'working-hour', 'hour', 'month', 'year']),
      roll: z.enum(['none', 'legal', 'raw-and-legal']),
      basis: line(200),
      /** Whether the amount must have passed in full; left out: as the row has it. */
      elapsed: z.enum(elapsedForms).optional(),
      /** Grounds that move it, by id; a list left out is that of the row, an empty one leaves none. */
      suspendGrounds: groundIds,
      restartGrounds: groundIds,
      excludeGrounds: groundIds,
      /** First day on which it no longer counts; null for good. */
      until: dateField.nullable().default(null),
      local: z.boolean().default(false),
      made: z
        .strictObject({ name: line(60), nameEn: line(80).default(''), trigger: z.enum(limitTriggers) })
        .nullable()
        .default(null),
      reason: prose(500),
    }),
    output: done,
    topics: ['deadline'],
  }),
  /**
   * One file's limits under two sets of rules: 'own' for those in force here, else the nation ('CN') or a province with
   * the nation's rows beneath. The same clock events stand behind both; nothing is stored.
   */
  'rule.compare': query({
    input: z.strictObject({ dossier: dossierIdField, a: packChoice, b: packChoice }),
    output: z.strictObject({
      number: z.string(),
      title: z.string(),
      /** Every set that can be chosen. */
      choices: z.array(z.string()),
      /** Both sets with their versions. */
      a: z.string(),
      b: z.string(),
      rows: z.array(
        z.strictObject({
          rule: z.string(),
          /** What within the file it is about; empty for the whole file. */
          part: z.string(),
          a: comparedLimit.nullable(),
          b: comparedLimit.nullable(),
        }),
      ),
    }),
    topics: ['deadline', 'dossier'],
  }),
  /** Reads a year file and tells everything wrong with it, or which days it would change. Stores nothing. */
  'calendar.check': query({
    input: z.strictObject({ file: line(200_000) }),
    output: z.strictObject({
      faults: z.array(z.custom<YearFault>()),
      /** What the file holds; null when something is wrong with it. */
      year: z.strictObject({ year: z.int(), notice: z.string(), issued: z.string() }).nullable(),
      /** An official year is in force already and would be replaced. */
      replaces: z.boolean(),
      days: z.array(z.custom<DayDifference>()),
    }),
    topics: ['deadline'],
  }),
  /** Proposes the year of a file; another person confirms it. */
  'calendar.propose': command({
    input: z.strictObject({ file: line(200_000), reason: prose(500).default('') }),
    output: done,
    topics: ['deadline'],
  }),
} as const;
