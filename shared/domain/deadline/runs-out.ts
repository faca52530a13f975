import type { LocalDate } from '#shared/base/local-date.ts';
import type { Deadline } from './deadline.ts';

/**
 * Times that are a party's or merely pass: asking to postpone (调解仲裁法35), suing and asking the court to set aside
 * (48至50), enforcement, limitation, review and suit against a decision, and the keeping of files. When their last day
 * is over they have ended (期满) and nobody in the office is late.
 */
const ends: ReadonlySet<string> = new Set([
  ...['ARB.POSTPONE_REQ', 'ARB.SUE', 'ARB.SET_ASIDE', 'ARB.SUE_AFTER_SETASIDE', 'ARB.ENFORCE', 'ARB.LIMITATION'],
  ...['ARB.RETENTION_AWARD', 'ARB.RETENTION_OTHER', 'LSI.REVIEW', 'LSI.SUIT', 'LSI.RETENTION'],
]);

/** Whether a limit by the rule of this id ends by itself when its last day is over, and is never overdue. */
export function runsOut(rule: string): boolean {
  return ends.has(rule);
}

/** Whether such a time has ended by a day: it is over, not overdue. One that was stopped did not run out. */
export function hasRunOut(
  { rule, status, legal }: Pick<Deadline, 'status' | 'legal'> & { readonly rule: { readonly id: string } },
  today: LocalDate,
): boolean {
  return runsOut(rule.id) && status !== 'stopped' && legal !== null && today > legal;
}
