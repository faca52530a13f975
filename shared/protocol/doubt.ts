import type { DeviceId } from '#shared/base/ids.ts';
import { isAnswered, type Link, type Returned, receiptedUpTo } from './link.ts';
import type { StepMoment, StepPorts } from './step-types.ts';

/**
 * The partner's receipt names entries of ours that are not here. Its word alone proves nothing: what it says it holds is
 * asked back, and nothing is written into requests with it until it has answered. A claim that was refuted before, and
 * any smaller one, asks nothing again.
 */
export function doubtOf(link: Link, upTo: number, moment: StepMoment, { self }: StepPorts): Link {
  const { doubt } = link;
  if (doubt && (doubt.kind !== 'refuted' || upTo <= doubt.upTo)) return link;
  const claimed: Link = { ...link, doubt: { kind: 'claimed', at: moment.nowMs, upTo } };
  if (link.asking) return claimed;
  const { nonce, nowMs: at } = moment;
  const streams = [{ stream: self.device, above: receiptedUpTo(link) }];
  return { ...claimed, asking: { why: 'doubt', nonce, streams, at, answered: null } };
}

/** An entry of ours that this data lacks came back: an older copy of this device's disk is running. */
export function proveDoubt(link: Link, nowMs: number): Link {
  const { doubt } = link;
  if (doubt?.kind === 'proven') return link;
  return { ...link, doubt: { kind: 'proven', at: nowMs, upTo: doubt?.upTo ?? receiptedUpTo(link) } };
}

/** The link once everything that was asked back is here: a claim that brought nothing of ours is refuted, and writing goes on. */
export function settleDoubt(link: Link): Link {
  if (link.doubt?.kind !== 'claimed' || !isAnswered(link)) return link;
  const asking = link.asking?.why === 'doubt' ? null : link.asking;
  return { ...link, asking, doubt: { ...link.doubt, kind: 'refuted' } };
}

/** The answer to what we asked back counts whatever else the receipt says: its nonce shows that it was written after we asked. */
export function heardAnswer(link: Link, device: DeviceId, returned: Returned | null): Link {
  const { asking } = link;
  if (!asking || returned?.nonce !== asking.nonce) return link;
  return { ...link, asking: { ...asking, answered: { device, upTo: returned.upTo } } };
}
