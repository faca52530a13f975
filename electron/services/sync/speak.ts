import type { Transport } from '#electron/exchange/transport.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { latestReceiptOut, type ReceiptOut, receiptsIn } from '#electron/store/tables/receipts.ts';
import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { takeBackCovered } from './covered.ts';
import { moveFiles } from './move-files.ts';
import { replaceReceipt } from './replace-receipt.ts';
import type { Exchange } from './run-step.ts';
import { sendAbove } from './send.ts';
import { type OtherWays, saidTo, type WayMemory } from './way-memory.ts';
import type { Way } from './ways.ts';

/** What a way has not carried to a partner yet. */
type Unsaid = {
  /** Our newest receipts that were not handed over on this way. */
  readonly receipts: readonly ReceiptOut[];
  /** Everything of our stream beyond this place is to be handed over; undefined when nothing is. */
  readonly above: number | undefined;
  /** Up to where our stream reaches now. */
  readonly upTo: number;
};

/** Signature of the newest receipt of a partner that we believed; '' before the first. */
export const newestReceipt = (exchange: Exchange, office: OfficeId): string =>
  receiptsIn(exchange.open.store.db, office, 1)[0]?.signature ?? '';

function unsaid(exchange: Exchange, memory: WayMemory, office: OfficeId): Unsaid {
  const { db } = exchange.open.store;
  const link = findLink(db, office);
  if (!link) return { receipts: [], above: undefined, upTo: 0 };
  const said = saidTo(memory, office);
  // Keys of the record are the device ids it was built with.
  const receipts = (Object.keys(link.incoming) as DeviceId[]).flatMap((device) => {
    const newest = latestReceiptOut(db, office, device);
    return newest && newest.number !== said.receipts.get(device) ? [newest] : [];
  });
  const upTo = link.out.n;
  const held = receiptedUpTo(link);
  const fresh = upTo > Math.max(said.handed ?? held, held) ? [Math.max(said.handed ?? held, held)] : [];
  const again = said.again === undefined ? [] : [said.again];
  const from = [...fresh, ...again];
  return { receipts, above: from.length === 0 ? undefined : Math.min(...from), upTo };
}

/** Whether a way has something for a partner that was not handed over on it. */
export function hasUnsaid(exchange: Exchange, memory: WayMemory, office: OfficeId): boolean {
  const { receipts, above } = unsaid(exchange, memory, office);
  return receipts.length > 0 || above !== undefined;
}

async function say(
  exchange: Exchange,
  { kind, transport }: Way,
  memory: WayMemory,
  office: OfficeId,
): Promise<Result<boolean, Failure>> {
  const { receipts, above, upTo } = unsaid(exchange, memory, office);
  const said = saidTo(memory, office);
  for (const receipt of receipts) {
    const put = await replaceReceipt(exchange, kind, transport, receipt);
    if (!put.ok) return put;
    said.receipts.set(receipt.device, receipt.number);
  }
  if (above === undefined) return ok(receipts.length > 0);
  const again = said.again;
  const sent = await sendAbove(exchange, transport, office, above);
  if (!sent.ok) return sent;
  said.handed = upTo;
  // What was asked for while this was being handed over is not answered by it.
  if (said.again === again) said.again = undefined;
  return ok(true);
}

/** Tells a carrier which chunks need not lie there for us, since they came another way. */
async function tellGained(transport: Transport, memory: WayMemory, office: OfficeId): Promise<void> {
  const { gained } = saidTo(memory, office);
  for (const hash of gained) {
    const told = await transport.chunkTaken(office, hash);
    if (!told.ok) return;
    gained.delete(hash);
  }
}

/**
 * Says to one partner over one way what was not said there: receipts, entries, and chunks of files both ways. Answers
 * whether something of ours changed; the failure is what the way refused, and the same is tried again in the next round.
 */
export async function speak(
  exchange: Exchange,
  way: Way,
  memory: WayMemory,
  office: OfficeId,
  others: OtherWays,
): Promise<Result<boolean, Failure>> {
  const { kind, transport } = way;
  const said = await say(exchange, way, memory, office);
  await takeBackCovered(exchange, kind, transport, office);
  await tellGained(transport, memory, office);
  const moved = await moveFiles(exchange, way, memory, office, others);
  if (!said.ok) return said;
  if (!moved.ok) return moved;
  return ok(said.value || moved.value);
}
