import type { DeviceId, EntryId } from '#shared/base/ids.ts';
import { type Above, incomingOf, type Link } from './link.ts';
import { appendToStream } from './own-stream.ts';
import type { Receipt } from './receipt.ts';
import { receiptDue } from './schedule.ts';
import type { StepMoment, StepPorts, StepResult, StepState } from './step-types.ts';

type Outcome = Omit<StepResult, 'timers'>;

const aboveIn = (streams: readonly Above[] | undefined, device: DeviceId): number | undefined =>
  streams?.find(({ stream }) => stream === device)?.above;

/** Everything that is here of those streams of the partner that count as asked back. */
function standing(link: Link, asked: readonly Above[], by: DeviceId): readonly Above[] {
  // Keys of the record are the device ids it was built with.
  return (Object.keys(link.incoming) as DeviceId[])
    .filter((stream) => stream !== by || aboveIn(asked, stream) !== undefined)
    .map((stream) => ({ stream, above: incomingOf(link, stream).position.n }));
}

/**
 * What a partner's receipt asks back that is not in our stream to it yet: of the streams it names what lies above a
 * position, and all of every other one but that of the device that asks, because a copy that was put back twice does not
 * know the life between. Asking again with the same nonce asks only for what came since.
 */
export function askedBack(link: Link, receipt: Receipt): readonly Above[] {
  const asked = receipt.returns;
  if (!asked) return [];
  const given = link.returned?.nonce === asked.nonce ? link.returns?.streams : undefined;
  return standing(link, asked.streams, receipt.device)
    .map(({ stream }) => ({ stream, above: aboveIn(given, stream) ?? aboveIn(asked.streams, stream) ?? 0 }))
    .filter(({ stream, above }) => above < incomingOf(link, stream).position.n);
}

/**
 * Answers a receipt that asks entries back: they go onto our stream as they are, and our next receipt says up to where.
 * What is asked stands: later arrivals of the same streams go back too (`returnArrived`).
 */
export function giveBack(
  state: StepState,
  receipt: Receipt,
  back: readonly EntryId[],
  moment: StepMoment,
  ports: StepPorts,
): Outcome {
  const asked = receipt.returns;
  const { link } = state;
  if (!asked) return { state: { ...state, link: asksNoMore(link, receipt.device) }, writes: [], outputs: [] };
  const sent = appendToStream(state, back, moment, ports);
  const repeated = link.returned?.nonce === asked.nonce;
  if (repeated && back.length === 0) return sent;
  const { nonce } = asked;
  const answered: Link = {
    ...sent.state.link,
    returns: { nonce, streams: standing(link, asked.streams, receipt.device), by: receipt.device },
    returned: { nonce, upTo: sent.state.link.out.n },
  };
  return { ...sent, state: { ...sent.state, link: receiptDue(answered, moment.nowMs, true) } };
}

/** A device that asks nothing back any longer is not sent its own stream; those of the devices before it still are. */
function asksNoMore(link: Link, device: DeviceId): Link {
  const { returns } = link;
  if (!returns || aboveIn(returns.streams, device) === undefined) return link;
  return {
    ...link,
    returns: { ...returns, by: device, streams: returns.streams.filter((one) => one.stream !== device) },
  };
}

/** Sends back what just came of a stream the partner asked back; `arrived` are the ids of what can be read of it. */
export function returnArrived(
  state: StepState,
  device: DeviceId,
  arrived: readonly EntryId[],
  moment: StepMoment,
  ports: StepPorts,
): Outcome {
  const { returns, returned } = state.link;
  const asked = returns && (device !== returns.by || aboveIn(returns.streams, device) !== undefined);
  if (!asked || arrived.length === 0) return { state, writes: [], outputs: [] };
  const sent = appendToStream(state, arrived, moment, ports);
  const { link } = sent.state;
  const streams = standing(link, returns.streams, returns.by);
  const after = { ...link, returns: { ...returns, streams }, returned: returned && { ...returned, upTo: link.out.n } };
  return { ...sent, state: { ...sent.state, link: after } };
}
