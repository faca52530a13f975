import type { AssistEvent, Side } from '#shared/domain/assist/event.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { unansweredExtension } from '#shared/domain/assist/turn.ts';
import type { PaperStage } from '#shared/domain/paper/approval.ts';

/** Kinds a person need not read: they say that something arrived or was read. */
const silent: readonly string[] = ['opened', 'pen'];

/** True when the partner wrote something that nobody here has opened yet. */
export function hasUnread(state: RequestState, theirs: readonly AssistEvent[], their: Side): boolean {
  const opened = state.opened[their]?.upTo ?? 0;
  const routine = (event: AssistEvent): boolean => event.kind === 'apply' && event.facts['outcome'] === 'ok';
  return theirs.some((event) => event.seq > opened && !silent.includes(event.kind) && !routine(event));
}

/** What a person should see at once about a request; codes, none of which depends on the present day. */
export function standingFlags(state: RequestState, paper: PaperStage | undefined): readonly string[] {
  const flags = new Set<string>(state.review.map((item) => item.code));
  if (state.differences.length > 0) flags.add('differs');
  if (state.stopped.r !== null || state.stopped.e !== null) flags.add('not-understood');
  if (state.suspended) flags.add('suspended');
  if (state.pending.length > 0) flags.add('pending');
  if (unansweredExtension(state) !== null) flags.add('extension-open');
  if (state.originals.some((original) => original.out !== null && original.back === null)) flags.add('originals-out');
  if (paper !== undefined && paper !== 'sent') flags.add(`paper-${paper}`);
  return [...flags].toSorted();
}
