import type { Transport } from '#electron/exchange/transport.ts';
import type { ReceiptOut } from '#electron/store/tables/receipts.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { inOneTransaction } from '../journal/append.ts';
import type { Exchange } from './run-step.ts';
import { sendReceipt } from './send.ts';
import type { WayKind } from './ways.ts';

/** Hands over a receipt; the one that lay there before says less and is taken back. */
export async function replaceReceipt(
  exchange: Exchange,
  kind: WayKind,
  transport: Transport,
  receipt: ReceiptOut,
): Promise<Result<void, Failure>> {
  const { office, device } = receipt;
  const put = await sendReceipt(exchange, transport, office, receipt);
  if (!put.ok) return put;
  // Remembers under which id our last receipt for one device's stream lies with this carrier.
  const setting = `exchange.receipt.${kind}.${office}.${device}`;
  const before = readSetting(exchange.open.store.db, setting);
  if (before !== undefined && before !== put.value) await transport.takeBack(office, before);
  return inOneTransaction(exchange, (tx) => ok(writeSetting(tx, setting, put.value)));
}
