import type { Transport, TransportFailure } from '#electron/exchange/transport.ts';
import { sealedId } from '#electron/sealing/suites.ts';
import { type BundleOut, bundleBytes, noteBundleGiven } from '#electron/store/tables/bundles.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { type SignedCard, sealingKeysOn } from '#shared/protocol/partner-card.ts';
import { writeReceipt } from '#shared/protocol/receipt.ts';
import type { SignedDocument } from '#shared/protocol/signed-document.ts';
import { inOneTransaction } from '../journal/append.ts';
import { heldCard } from '../partner/held-card.ts';
import { bundlesAbove } from './make-bundles.ts';
import { type Exchange, stepWithin } from './run-step.ts';

/** What one sending carried. */
export type Carried = { readonly bundles: number; readonly entries: number; readonly bytes: number };

/** The contract's failure for a carrier that did not do what was asked. */
export function carrierFailure(failure: TransportFailure): Failure {
  return { kind: 'storage', code: `carrier.${failure}` };
}

function ready(exchange: Exchange, partner: OfficeId): Result<SignedCard, Failure> {
  const card = heldCard(exchange.open.store.db, partner, exchange.open);
  return card ? ok(card) : { ok: false, error: notFound('partner') };
}

async function putBundle(
  exchange: Exchange,
  transport: Transport,
  bundle: BundleOut,
): Promise<Result<number, Failure>> {
  const bytes = bundleBytes(exchange.open.store.db, bundle.id);
  // A receipt that arrived meanwhile covers it.
  if (!bytes) return ok(0);
  // What no carrier ever took lies nowhere.
  const never = bundle.givenAt === null;
  const lying = never ? ok(false) : await transport.holds(bundle.office, bundle.id, bytes);
  if (!lying.ok) return { ok: false, error: carrierFailure(lying.error) };
  if (!lying.value) {
    const put = await transport.put(bundle.office, bundle.id, bytes);
    if (!put.ok) return { ok: false, error: carrierFailure(put.error) };
  }
  const given = inOneTransaction(exchange, (tx) => {
    noteBundleGiven(tx, bundle.id, exchange.clock.now());
    return ok(stepWithin(tx, exchange, bundle.office, () => ({ type: 'given', upTo: bundle.last })));
  });
  return given.ok ? ok(lying.value ? 0 : bytes.length) : given;
}

/**
 * Hands over everything of our stream to a partner beyond place `above`. Files go apart, so that a request can be read before
 * its files are there. What lies with the carrier already is not handed over again.
 */
export async function sendAbove(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  above: number,
): Promise<Result<Carried, Failure>> {
  const card = ready(exchange, partner);
  if (!card.ok) return card;
  const bundles = bundlesAbove(exchange, card.value, above);
  if (!bundles.ok) return bundles;
  let bytes = 0;
  for (const bundle of bundles.value) {
    const put = await putBundle(exchange, transport, bundle);
    if (!put.ok) return put;
    bytes += put.value;
  }
  const entries = bundles.value.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return ok({ bundles: bundles.value.length, entries, bytes });
}

/** Seals a receipt to the partner and hands it over; answers the id it lies under. */
export async function sendReceipt(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  document: SignedDocument,
): Promise<Result<string, Failure>> {
  const { open, clock, random } = exchange;
  const card = ready(exchange, partner);
  if (!card.ok) return card;
  const bytes = new TextEncoder().encode(writeReceipt(document));
  const keys = sealingKeysOn(card.value.card, shanghaiDate(clock.now()));
  const sealed = open.suite.seal({ from: open.office, to: partner }, bytes, keys, random);
  if (!sealed.ok) return { ok: false, error: refused(`partner.${sealed.error.code}`) };
  const id = sealedId(sealed.value);
  const put = await transport.put(partner, id, sealed.value);
  return put.ok ? ok(id) : { ok: false, error: carrierFailure(put.error) };
}
