import type { Transport } from '#electron/exchange/transport.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { SignedDocument } from '#shared/protocol/signed-document.ts';
import type { StepOutput } from '#shared/protocol/step-types.ts';
import { inOneTransaction } from '../journal/append.ts';
import type { Exchange } from './run-step.ts';
import { sendAbove, sendReceipt } from './send.ts';

/** Setting that remembers under which id our last receipt for one device's stream lies in a partner's folder. */
function lyingReceipt(partner: OfficeId, { text }: SignedDocument): string {
  // Our own receipt, written by the step.
  const { stream } = JSON.parse(text) as { readonly stream: string };
  return `exchange.receipt.${partner}.${stream}`;
}

/** Hands over a receipt; the one that lay there before says less and is taken back. */
async function replaceReceipt(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  document: SignedDocument,
): Promise<Result<void, Failure>> {
  const put = await sendReceipt(exchange, transport, partner, document);
  if (!put.ok) return put;
  const setting = lyingReceipt(partner, document);
  const before = readSetting(exchange.open.store.db, setting);
  if (before !== undefined && before !== put.value) await transport.takeBack(partner, before);
  return inOneTransaction(exchange, (tx) => ok(writeSetting(tx, setting, put.value)));
}

/** Does what a step asked for after its commit. Losing any of it to a crash loses nothing: the timers bring it again. */
export async function carryOut(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  outputs: readonly StepOutput[],
): Promise<Result<void, Failure>> {
  for (const output of outputs) {
    if (output.type === 'send') {
      const sent = await sendAbove(exchange, transport, partner, output.above);
      if (!sent.ok) return sent;
    } else if (output.type === 'receipt') {
      const put = await replaceReceipt(exchange, transport, partner, output.document);
      if (!put.ok) return put;
    }
  }
  return ok(undefined);
}
