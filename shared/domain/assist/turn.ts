import type { Side } from './event.ts';
import { type Command, commands, isCommand } from './life.ts';
import type { Extension, RequestState } from './state.ts';

/** Who must act next, as one of the two offices sees it. */
export type Turn = 'us' | 'them' | 'nobody';

/** The part of a state the turn hangs on. */
type Standing = Pick<RequestState, 'phase' | 'whoMustAct' | 'pending' | 'extensions'>;

/** The extension notice (延期函告) the requester has still to answer: none once its answer is written, applied or not. */
export function unansweredExtension({
  pending,
  extensions,
}: Pick<Standing, 'pending' | 'extensions'>): Extension | null {
  if (pending.some((command) => command.kind === 'answer-extension')) return null;
  return extensions.findLast((one) => one.answer === 'open') ?? null;
}

/** True when a command of the requester is written that leads out of this state as soon as the executor has placed it. */
export function hasMoved({ phase, pending }: Pick<Standing, 'phase' | 'pending'>): boolean {
  return pending.some(({ kind }) => {
    const rule: Command | undefined = isCommand(kind) ? commands[kind] : undefined;
    return rule?.to[phase] !== undefined;
  });
}

/**
 * Whose turn it is for the office on side `ours`. It is that of the state, but a requester who has written its step waits
 * for the partner although the executor's order does not hold it yet, and one who is asked for an extension has to answer
 * while the executor works on.
 */
export function turnOf(state: Standing, ours: Side): Turn {
  if (state.whoMustAct === 'nobody') return 'nobody';
  if (hasMoved(state)) return ours === 'r' ? 'them' : 'us';
  if (ours === 'r' && unansweredExtension(state) !== null) return 'us';
  return state.whoMustAct === ours ? 'us' : 'them';
}
