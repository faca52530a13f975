import { assertNever } from '#shared/base/assert-never.ts';
import { applyCommand } from './apply-command.ts';
import { settleDoubt } from './doubt.ts';
import type { Entry } from './entry.ts';
import { follow } from './follow.ts';
import { type Link, receiptedUpTo } from './link.ts';
import { makeReceipts } from './make-receipts.ts';
import { appendToStream } from './own-stream.ts';
import { isDue, planResend, resent, wakeAt } from './schedule.ts';
import type { RequestSlice } from './slice.ts';
import type { StepInput, StepMoment, StepOutput, StepPorts, StepResult, StepState, StepWrite } from './step-types.ts';
import { setAside, takeBundle } from './take-bundle.ts';
import { resendAbove, takeReceipt } from './take-receipt.ts';

type Outcome = Omit<StepResult, 'timers'>;
type Tick = Extract<StepInput, { readonly type: 'tick' }>;

function tick(state: StepState, input: Tick, nowMs: number, ports: StepPorts): Outcome {
  const writes: StepWrite[] = [];
  const outputs: StepOutput[] = [];
  let link: Link = planResend(state.link, nowMs);
  if (isDue(link.resend.at, nowMs)) {
    outputs.push({ type: 'send', above: resendAbove(link) });
    link = resent(link, nowMs);
  } else if (link.given < link.out.n) {
    // What no carrier has taken yet is offered at every tick; it is no reason to repeat the rest.
    outputs.push({ type: 'send', above: Math.max(link.given, receiptedUpTo(link)) });
  }
  if (input.force || isDue(link.receipt.dueAt, nowMs)) {
    const made = makeReceipts(link, input.lists, nowMs, ports);
    writes.push(...made.writes);
    outputs.push(...made.outputs);
    link = made.link;
  }
  return { state: { ...state, link }, writes, outputs };
}

function catchUp(state: StepState, first: RequestSlice, moment: StepMoment, ports: StepPorts): Outcome {
  const own: Entry[] = [];
  let slice = first;
  let { stamp } = state;
  for (const command of first.r.entries) {
    const applied = applyCommand(slice, command, stamp, moment, ports);
    if (!applied) continue;
    own.push(applied.entry);
    slice = applied.slice;
    stamp = applied.stamp;
  }
  const written = own.map((entry): StepWrite => ({ type: 'own', entry }));
  const sent = appendToStream(
    { ...state, stamp },
    own.map((entry) => entry.id),
    moment,
    ports,
  );
  return { ...sent, writes: [...written, ...sent.writes] };
}

function decide(state: StepState, input: StepInput, moment: StepMoment, ports: StepPorts): Outcome {
  switch (input.type) {
    case 'bundle':
      return takeBundle(state, input, moment, ports);
    case 'bad-package':
      return setAside(state, input.id, input.code, undefined, moment.nowMs);
    case 'receipt':
      return takeReceipt(state, input, moment, ports);
    case 'appended':
      return appendToStream(state, input.entries, moment, ports);
    case 'given': {
      const given = Math.max(state.link.given, Math.min(input.upTo, state.link.out.n));
      return { state: { ...state, link: { ...state.link, given } }, writes: [], outputs: [] };
    }
    case 'follow':
      return follow(state, input.gathered, moment, ports);
    case 'catch-up':
      return catchUp(state, input.slice, moment, ports);
    case 'tick':
      return tick(state, input, moment.nowMs, ports);
    default:
      return assertNever(input, 'exchange input');
  }
}

/**
 * One step of the exchange with one partner: pure, without clock, randomness or I/O. The backend gathers the input, runs
 * the step, saves state and writes in one transaction, and only after the commit does what `outputs` ask. The same step
 * runs in every office, in tests and in the simulator.
 */
export function step(state: StepState, input: StepInput, moment: StepMoment, ports: StepPorts): StepResult {
  const outcome = decide(state, input, moment, ports);
  const link = settleDoubt(outcome.state.link);
  const settled = { ...outcome, state: { ...outcome.state, link } };
  const at = wakeAt(link, moment.nowMs);
  return { ...settled, timers: at === null ? [] : [at] };
}
