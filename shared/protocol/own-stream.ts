import type { EntryId } from '#shared/base/ids.ts';
import { receiptedUpTo } from './link.ts';
import { planResend } from './schedule.ts';
import type { StepMoment, StepPorts, StepResult, StepState, StepWrite } from './step-types.ts';
import { extendStream } from './stream.ts';

/**
 * Adds entries of ours to the stream to this partner and asks for them to be sent after the commit. What was given to a
 * carrier before is left out of this first sending only; what the partner lacks in the end, its receipts decide.
 */
export function appendToStream(
  state: StepState,
  entries: readonly EntryId[],
  moment: StepMoment,
  ports: StepPorts,
): Omit<StepResult, 'timers'> {
  if (entries.length === 0) return { state, writes: [], outputs: [] };
  let position = state.link.out;
  const writes: StepWrite[] = [];
  for (const entry of entries) {
    position = extendStream(position, entry, ports.hashing);
    writes.push({ type: 'streamed', n: position.n, entry, root: position.root });
  }
  const link = planResend({ ...state.link, out: position }, moment.nowMs);
  const above = Math.max(link.given, receiptedUpTo(link));
  return { state: { ...state, link }, writes, outputs: [{ type: 'send', above }] };
}
