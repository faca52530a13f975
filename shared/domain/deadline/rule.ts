import type { LocalDate } from '#shared/base/local-date.ts';

/** A text in both languages of the program. */
export type Bilingual = { readonly zh: string; readonly en: string };

/**
 * How well a legal fact is established. 'certain' and 'read' were read in the text of the law or in sources that quote it;
 * 'default' is a reconstruction an office may edit, shown as 默认值,待核; 'office' is such a row as the office itself decided
 * on it, shown as 本机构规则.
 */
export type Confidence = 'certain' | 'read' | 'default' | 'office';

/** What an amount counts. */
export type LimitUnit = 'working-day' | 'calendar-day' | 'working-hour' | 'hour' | 'month' | 'year';

/**
 * What happens when the last day is a day off. 'legal' moves it to the next working day (民诉法第85条);
 * 'raw-and-legal' moves it too and shows the unmoved day and the working day before it, for limits that bind the office itself.
 */
export type LimitRoll = 'none' | 'legal' | 'raw-and-legal';

/** The act from which a limit runs, or for a limit counted back the act it must precede. */
export const limitTriggers = [
  'received',
  'accepted',
  'filed',
  'extended',
  'stored',
  'registered',
  'returned',
  'due-date',
  'served',
  'answered',
  'countered',
  'recusal-asked',
  'hearing',
  'day-set',
  'consented',
  'mediator-received',
  'agreement-effective',
  'review-accepted',
  'decided',
  'decision-known',
  'decision-changed',
  'published',
  'posted',
  'award-received',
  'ruling-received',
  'performance-over',
  'known',
  'archived',
  'approved',
  'investigated',
  'preserved',
  'told',
  'objected',
  'violation-ended',
  'reported',
  'handed-over',
  'no-case-told',
  'case-opened',
  'remedy-over',
  'urged',
  'corrected',
  'asked',
  'collected',
  'result-known',
  'quarter-over',
] as const;

/** One of `limitTriggers`. */
export type LimitTrigger = (typeof limitTriggers)[number];

/**
 * A limit that is no amount of days after its trigger. 'fixed-day': the last day itself is set and is the date of START
 * (指定期间). 'same-end': it ends with the limit of `sameEndAs` and is not started by itself. 'given': an extension whose
 * length the decision gives. 'note': the law names an act, not days; shown among the rules, never run.
 */
export type LimitForm = 'fixed-day' | 'same-end' | 'given' | 'note';

/** One row of a rule pack: a limit with its legal basis. */
export type LimitRule = {
  /** Stable id, for example 'ARB.LIMIT'. */
  readonly id: string;
  readonly name: Bilingual;
  /** Statutes with their articles, or what a default was modelled on. */
  readonly basis: readonly Bilingual[];
  readonly trigger: LimitTrigger;
  /** How many of `unit`; 0 where the day is set, where it ends the same day, and in the forms without an amount. */
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly form?: LimitForm;
  /** Form 'same-end' only: the rule whose last day is this one's too; the amount repeats that rule's. */
  readonly sameEndAs?: string;
  /** The amount must have passed in full ('经过三十日'); the effect falls on its last day or on the day after. */
  readonly elapsed?: 'last-day' | 'next-day';
  /** Counts back from the trigger, which is not counted. */
  readonly back?: true;
  readonly roll: LimitRoll;
  /** 'CN' or the first two digits of a province. */
  readonly region: string;
  readonly effectiveFrom: LocalDate;
  /** The day it came into force was read in no source: a default to be checked, like an amount that was not read. */
  readonly sinceUnread?: true;
  /** First day on which the row no longer applies. */
  readonly effectiveTo?: LocalDate;
  readonly confidence: Confidence;
  /** The office switched the row off: from `effectiveFrom` on there is no such limit. */
  readonly off?: true;
  /** 'statutory' is shown as 法定期限, 'reference' as 办理期限(参照…). */
  readonly standing: 'statutory' | 'reference';
  /** What happens when it is missed. */
  readonly overrun?: Bilingual;
  /** Calendar days from the trigger that the limit never passes while it is not extended. */
  readonly ceiling?: { readonly days: number; readonly basis: Bilingual };
  /** The row that says by how much one extension may lengthen this limit, and how many there may be. */
  readonly extension?: { readonly rule: string; readonly times: number };
  /** Ids of `clockGrounds` on which it may be suspended; without any, a suspension has no basis and no effect. */
  readonly suspendGrounds?: readonly string[];
  /** Ids of `clockGrounds` on which it is counted anew. */
  readonly restartGrounds?: readonly string[];
  /** Ids of `clockGrounds` whose period is not counted. */
  readonly excludeGrounds?: readonly string[];
};

/** Whether the date of START is the last day or the act the limit must precede, and so may lie in the future. */
export function startsAhead(rule: Pick<LimitRule, 'back' | 'form'>): boolean {
  return rule.back === true || rule.form === 'fixed-day';
}

/** Whether a file can have a limit by this row: notes, extensions and rows that end with another one are not started. */
export function mayStart({ form, trigger }: Pick<LimitRule, 'form' | 'trigger'>): boolean {
  return trigger !== 'extended' && (form === undefined || form === 'fixed-day');
}

/** Whether the limit counts hours and so runs from a time of day, not from a day. */
export function countsHours({ unit }: Pick<LimitRule, 'unit'>): boolean {
  return unit === 'hour' || unit === 'working-hour';
}
