import { err, ok, type Result } from '#shared/base/result.ts';
import type { Side } from './event.ts';
import { type Command, commands, executorActs, isCommand, isExecutorKind, isOwnKind, ownActs } from './life.ts';
import type { Phase } from './phase.ts';
import type { RequestState } from './state.ts';

/**
 * Why an act is not possible now.
 * - not-in-this-state: the life table says so. pending-command: an own command still waits for the executor's order.
 * - already-pending: the same command was given and waits. already-suspended, not-suspended, no-open-extension: see names.
 * - not-understood: the partner wrote what only a newer version can read. unknown-kind: no such act on that side.
 */
export type RefusalCode =
  | 'not-in-this-state'
  | 'pending-command'
  | 'already-pending'
  | 'already-suspended'
  | 'not-suspended'
  | 'no-open-extension'
  | 'not-understood'
  | 'unknown-kind';

/** The part of a state the table looks at. */
export type Doing = Pick<RequestState, 'phase' | 'pending' | 'suspended' | 'extensions' | 'stopped'>;

const allowed = (phases: readonly Phase[], phase: Phase): Result<void, RefusalCode> =>
  phases.includes(phase) ? ok(undefined) : err('not-in-this-state');

/** Acts that stay possible when the other side's chain cannot be read to its end. */
const always: readonly string[] = ['withdraw', 'note', 'opened', 'urge', 'originals', 'pen'];

function requesterMay(state: Doing, kind: string): Result<void, RefusalCode> {
  if (state.stopped.e !== null && !always.includes(kind)) return err('not-understood');
  if (isCommand(kind)) return commandMay(state, kind, commands[kind]);
  if (!isOwnKind(kind)) return err('unknown-kind');
  const fits = allowed(ownActs[kind], state.phase);
  return fits.ok && kind === 'close' && state.pending.length > 0 ? err('pending-command') : fits;
}

function commandMay(state: Doing, kind: string, rule: Command): Result<void, RefusalCode> {
  const fits = allowed(rule.ok, state.phase);
  if (!fits.ok) return fits;
  const waits = (other: string): boolean => state.pending.some((command) => command.kind === other);
  if (waits('withdraw')) return err('pending-command');
  if (kind === 'withdraw' || kind === 'supplement') return ok(undefined);
  if (kind === 'object' && waits('object')) return err('already-pending');
  const unanswered = state.extensions.some((extension) => extension.answer === 'open');
  if (kind !== 'answer-extension') return ok(undefined);
  if (!unanswered) return err('no-open-extension');
  return waits(kind) ? err('already-pending') : ok(undefined);
}

function executorMay(state: Doing, kind: string): Result<void, RefusalCode> {
  if (!isExecutorKind(kind)) return err('unknown-kind');
  if (kind === 'suspend' && state.suspended) return err('already-suspended');
  if (kind === 'resume' && !state.suspended) return err('not-suspended');
  return allowed(executorActs[kind].from, state.phase);
}

/**
 * Whether a side may write an entry of that kind now: the life table, for buttons and services alike. What the entry says
 * is checked by `fits` when it is written.
 */
export function mayDo(state: Doing, side: Side, kind: string): Result<void, RefusalCode> {
  return side === 'r' ? requesterMay(state, kind) : executorMay(state, kind);
}
