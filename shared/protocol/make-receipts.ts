import type { DeviceId } from '#shared/base/ids.ts';
import { type Incoming, incomingOf, type Link, withIncoming } from './link.ts';
import { mostListed, mostStreams, type Range, type Receipt, signReceipt } from './receipt.ts';
import { receiptMade } from './schedule.ts';
import type { ReceiptLists, StepOutput, StepPorts, StepWrite } from './step-types.ts';

/**
 * Runs of a stream we lack: before each held bundle, which proves that they exist; and when something failed of which we
 * know no number, the empty run behind our position, which asks for whatever follows.
 */
function asked(incoming: Incoming): readonly Range[] {
  const ranges: Range[] = [];
  let next = incoming.position.n + 1;
  for (const held of [...incoming.held].sort((a, b) => a.first - b.first)) {
    if (held.first > next) ranges.push({ from: next, to: held.first - 1 });
    next = Math.max(next, held.last + 1);
  }
  return ranges.length === 0 && incoming.asks ? [{ from: next, to: next - 1 }] : ranges;
}

function receiptOf(link: Link, stream: DeviceId, number: number, lists: ReceiptLists, ports: StepPorts): Receipt {
  const { self } = ports;
  const incoming = incomingOf(link, stream);
  return {
    v: 1,
    office: self.office,
    device: self.device,
    to: link.partner,
    stream,
    number,
    incarnation: self.incarnation,
    upTo: incoming.position.n,
    root: incoming.position.root,
    opened: lists.opened.slice(0, mostListed),
    rejected: lists.rejected.slice(0, mostListed),
    notUnderstood: lists.notUnderstood.slice(0, mostListed),
    missing: lists.missing.slice(0, mostListed),
    ask: asked(incoming),
    nonce: link.nonce,
    echo: link.theirNonce,
    reader: self.reader,
    kinds: self.kinds,
    card: lists.card,
    own: lists.own && lists.own.hash !== link.theirs?.card ? lists.own.document : null,
    returns: link.asking && { nonce: link.asking.nonce, streams: link.asking.streams.slice(0, mostStreams) },
    returned: link.returned,
    more: {},
  };
}

/** Receipts with the link they leave behind. */
export type MadeReceipts = {
  readonly link: Link;
  readonly writes: readonly StepWrite[];
  readonly outputs: readonly StepOutput[];
};

/** The link with a stream to sign for also before anything of the partner came, when it has to hear what we ask or answer. */
function heard(link: Link, { intake }: ReceiptLists): Link {
  return (link.asking || link.returned) && intake ? withIncoming(link, intake, incomingOf(link, intake)) : link;
}

/** Makes one receipt for every device's stream of this partner: a durable, signed word on what is stored after the commit. */
export function makeReceipts(before: Link, lists: ReceiptLists, nowMs: number, ports: StepPorts): MadeReceipts {
  const writes: StepWrite[] = [];
  const outputs: StepOutput[] = [];
  const link = heard(before, lists);
  // Keys of the record are the device ids it was built with.
  for (const device of Object.keys(link.incoming) as DeviceId[]) {
    const receipt = receiptOf(link, device, link.receipt.number + writes.length + 1, lists, ports);
    const document = signReceipt(receipt, ports.signing);
    writes.push({ type: 'receipt-made', receipt, document });
    outputs.push({ type: 'receipt', document });
  }
  return { link: receiptMade(link, nowMs, writes.length), writes, outputs };
}
