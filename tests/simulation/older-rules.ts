import type { AssistEvent } from '#shared/domain/assist/event.ts';
import { type AssistRules, assistRules } from '#shared/domain/assist/rules.ts';

/** Kinds that a program of an earlier version is taken not to know yet. */
const newer: readonly string[] = ['supplement', 'urge', 'originals', 'progress'];

const understands: AssistRules['understands'] = (event) =>
  !newer.includes(event.kind) && assistRules.understands(event);

function readable(events: readonly AssistEvent[]): readonly AssistEvent[] {
  const end = events.findIndex((event) => !understands(event));
  return end < 0 ? events : events.slice(0, end);
}

/** The rules as an earlier version of the program has them: it stores what it cannot fold, and stops there. */
export const olderRules: AssistRules = {
  ...assistRules,
  understands,
  fold: (r, e) => assistRules.fold(readable(r), readable(e)),
};

/** Whether the program of these rules could write that kind. */
export function writes(rules: AssistRules, kind: string): boolean {
  return rules === assistRules || !newer.includes(kind);
}
