import { clockGrounds } from './data/clock-grounds.ts';
import type { ClockGround } from './grounds.ts';
import { countsHours, type LimitRule } from './rule.ts';

/** Whether an amount must have passed in full, and on which day the effect falls; 'none' for a last day like any other. */
export const elapsedForms = ['none', 'last-day', 'next-day'] as const;

/** One of `elapsedForms`. */
export type ElapsedForm = (typeof elapsedForms)[number];

/** What an office decides of how a limit ends and what moves it. A field left out leaves it as the row beneath has it. */
export type OfficeMoves = {
  readonly elapsed?: ElapsedForm;
  /** Ids of `groundsOfCases` on which it may be suspended, is counted anew, or whose period is not counted. */
  readonly suspendGrounds?: readonly string[];
  readonly restartGrounds?: readonly string[];
  readonly excludeGrounds?: readonly string[];
};

const groundKeys = { suspendGrounds: 'suspend', restartGrounds: 'restart', excludeGrounds: 'exclude' } as const;
const lists = ['suspendGrounds', 'restartGrounds', 'excludeGrounds'] as const;

/** The grounds that may move a limit of a file; those of requests bind two offices. */
export function groundsOfCases(effect: ClockGround['effect']): readonly ClockGround[] {
  return clockGrounds.filter((ground) => ground.effect === effect && !ground.id.startsWith('req-'));
}

/** What is wrong with them: a ground that is unknown or does something else, days that pass in full for a limit in hours or counted back. */
export function movesFault(
  said: OfficeMoves & Pick<LimitRule, 'unit'>,
  back: boolean,
): 'rule.bad-ground' | 'rule.bad-elapsed' | undefined {
  const { elapsed = 'none' } = said;
  if (elapsed !== 'none' && (countsHours(said) || back)) return 'rule.bad-elapsed';
  const wrong = lists.some((key) => {
    const known = groundsOfCases(groundKeys[key]);
    return (said[key] ?? []).some((id) => !known.some((ground) => ground.id === id));
  });
  return wrong ? 'rule.bad-ground' : undefined;
}

/** A row as it is moved by the office's word; an empty list leaves no ground. */
export function withMoves(row: LimitRule, said: OfficeMoves): LimitRule {
  const { elapsed: had, suspendGrounds, restartGrounds, excludeGrounds, ...rest } = row;
  const beneath = { suspendGrounds, restartGrounds, excludeGrounds };
  const elapsed = said.elapsed ?? had ?? 'none';
  const grounds = lists.flatMap((key) => {
    const ids = said[key] ?? beneath[key] ?? [];
    return ids.length === 0 ? [] : [[key, ids] as const];
  });
  return { ...rest, ...(elapsed === 'none' ? {} : { elapsed }), ...Object.fromEntries(grounds) };
}

const listed = (ids: readonly string[] | undefined): string => [...new Set(ids ?? [])].toSorted().join();

type Ids = readonly string[] | undefined;

function idsOver(beneath: Ids, said: Ids = beneath, stood: Ids): Ids {
  if (stood !== undefined && listed(stood) === listed(said)) return stood;
  return listed(said) === listed(beneath) ? undefined : said;
}

/**
 * What is said beyond the row beneath: a field that says what lies there anyway is left out. `stood`: what the office
 * said so far; a field that comes to the same is said as it was said there, so that one decision may end the other.
 */
export function movesOver(beneath: OfficeMoves, said: OfficeMoves, stood: OfficeMoves = {}): OfficeMoves {
  const grounds = lists.flatMap((key) => {
    const ids = idsOver(beneath[key], said[key], stood[key]);
    return ids === undefined ? [] : [[key, ids] as const];
  });
  const had = beneath.elapsed ?? 'none';
  const elapsed = said.elapsed ?? had;
  const says = elapsed === stood.elapsed || elapsed !== had;
  return { ...(says ? { elapsed } : {}), ...Object.fromEntries(grounds) };
}

/** Whether two decisions say of the same fields how they are, whatever they say: one left out follows the row beneath. */
export function sayTheSameFields(a: OfficeMoves, b: OfficeMoves): boolean {
  return (['elapsed', ...lists] as const).every((key) => (a[key] === undefined) === (b[key] === undefined));
}

/** Whether two rows end the same way and are moved by the same grounds, in whatever order. */
export function sameMoves(a: OfficeMoves, b: OfficeMoves): boolean {
  return (a.elapsed ?? 'none') === (b.elapsed ?? 'none') && lists.every((key) => listed(a[key]) === listed(b[key]));
}
