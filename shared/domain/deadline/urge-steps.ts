import type { LocalDate } from '#shared/base/local-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays, subtractWorkingDays } from '../calendar/working-days.ts';
import { type RuleSet, ruleOn } from './pack.ts';

/** A reminder the program proposes and a person sends (REQ.URGE). */
export type UrgeStep = {
  readonly step: 'remind' | 'handler' | 'head' | 'upward';
  readonly on: LocalDate;
  readonly provisional: boolean;
};

const rows = [
  ['remind', 'REQ.URGE.REMIND'],
  ['handler', 'REQ.URGE.HANDLER'],
  ['head', 'REQ.URGE.HEAD'],
  ['upward', 'REQ.URGE.UPWARD'],
] as const;

/** The days on which a reminder falls for something due on `due`, in order. */
export function urgeSteps(rules: RuleSet, calendar: WorkCalendar, due: LocalDate): readonly UrgeStep[] {
  return rows.flatMap(([step, id]) => {
    const rule = ruleOn(rules, id, due);
    if (rule === undefined) return [];
    const count = rule.back ? subtractWorkingDays : addWorkingDays;
    const { date, provisional } = count(calendar, due, rule.amount);
    return [{ step, on: date, provisional }];
  });
}
