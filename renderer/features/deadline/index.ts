export { CalendarPart } from './calendar/calendar-part.tsx';
export { RulesPart } from './rules/rules-part.tsx';
export { DeadlinePage } from './strip/deadline-page.tsx';
export { StripHost } from './strip/strip-host.tsx';
