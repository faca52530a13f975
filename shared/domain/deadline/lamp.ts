import type { LocalDate } from '#shared/base/local-date.ts';
import type { Deadline } from './deadline.ts';
import { runsOut } from './runs-out.ts';

/**
 * How near a deadline is: 'today' also from the target to the legal last day, when something can still be saved; 'over'
 * for a time that ends by itself and has.
 */
export type DueLamp = 'overdue' | 'today' | 'soon' | 'fine' | 'none' | 'over';

/** The lamp of a deadline on a day. A limit that is stopped, or paused with days left, shows none. */
export function dueLamp(
  deadline: Pick<Deadline, 'status' | 'legal' | 'target' | 'soonFrom'> & { readonly rule: { readonly id: string } },
  today: LocalDate,
): DueLamp {
  const { status, legal, target, soonFrom } = deadline;
  if (legal === null || status === 'stopped' || status === 'not-started') return 'none';
  // What is not the office's to do never presses it.
  if (runsOut(deadline.rule.id)) return today > legal ? 'over' : 'fine';
  if (today > legal) return 'overdue';
  if (status === 'suspended') return 'none';
  if (today >= (target ?? legal)) return 'today';
  return soonFrom !== null && today >= soonFrom ? 'soon' : 'fine';
}
