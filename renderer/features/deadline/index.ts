export { CalendarPart } from './calendar/calendar-part.tsx';
export { ChangePaperPage } from './law/change-paper.tsx';
export { ChangePart } from './law/change-part.tsx';
export { RulePlacePart } from './rules/rule-place.tsx';
export { RulesPart } from './rules/rules-part.tsx';
export { DeadlinePage } from './strip/deadline-page.tsx';
export { StripHost } from './strip/strip-host.tsx';
