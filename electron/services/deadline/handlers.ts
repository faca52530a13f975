import type { Handlers } from '../context.ts';
import { explainDeadline, explainFile } from './explain-deadline.ts';
import { listCalendarYears } from './list-calendar-years.ts';
import { listClockActs } from './list-clock-acts.ts';
import { listDeadlineDays, listDeadlines } from './list-deadlines.ts';
import { listRules } from './list-rules.ts';
import { recordClockEvent, startClock } from './record-clock-event.ts';
import { withdrawEvent } from './withdraw-event.ts';

/** Calls about deadlines, clocks, calendars and rules. */
export const deadlineHandlers = {
  'deadline.explain': explainDeadline,
  'deadline.file': explainFile,
  'deadline.list': listDeadlines,
  'deadline.days': listDeadlineDays,
  'clock.record': recordClockEvent,
  'clock.start': startClock,
  'clock.withdraw': withdrawEvent,
  'clock.may': listClockActs,
  'calendar.years': listCalendarYears,
  'rule.list': listRules,
} satisfies Partial<Handlers>;
