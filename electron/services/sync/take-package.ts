import { sealedId } from '#electron/sealing/suites.ts';
import type { ReadDb } from '#electron/store/db.ts';
import { heldBundleBytes } from '#electron/store/tables/arrived.ts';
import { bundlesBeyond } from '#electron/store/tables/bundles.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { isQuarantined, setAside } from '#electron/store/tables/quarantine.ts';
import { requestsWith } from '#electron/store/tables/requests.ts';
import { streamOutRoot } from '#electron/store/tables/streams.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { parseOfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { mayWriteOn } from '#shared/protocol/link.ts';
import { type Package, readPackage } from '#shared/protocol/package.ts';
import { requestsIn } from '#shared/protocol/slice.ts';
import type { StepInput, StepOutput } from '#shared/protocol/step-types.ts';
import { emptyRoot } from '#shared/protocol/stream.ts';
import { inOneTransaction } from '../journal/append.ts';
import { carryOut, takeLate } from '../recovery/carry-out.ts';
import { catchUpSince } from './catch-up.ts';
import { noteCovered } from './covered.ts';
import { entriesAskedBack, gatherForBundle, receivingKey } from './gather.ts';
import { linkOf } from './link-of.ts';
import { type Exchange, runStep, type StepDone, stepWithin } from './run-step.ts';
import { takeNewerCard } from './take-newer-card.ts';

/** What became of sealed bytes that arrived. */
export type Taken =
  | {
      readonly outcome: 'taken';
      readonly partner: OfficeId;
      readonly done: StepDone;
      readonly entries: number;
      /** Bundles of ours that the partner's receipt now covers. */
      readonly covered: readonly string[];
    }
  /** Kept aside with a code; nothing else changed. */
  | { readonly outcome: 'set-aside'; readonly code: string }
  /** Labelled for another office, and sealed to none of our keys: not ours to keep. */
  | { readonly outcome: 'for-another' };

function quarantine(
  exchange: Exchange,
  id: string,
  code: string,
  source: string,
  sealed: Uint8Array,
): Result<Taken, Failure> {
  const at = exchange.clock.now();
  return inOneTransaction(exchange, (tx) => {
    if (!isQuarantined(tx, id)) setAside(tx, { id, at, code, source, size: sealed.length }, sealed);
    return ok({ outcome: 'set-aside' as const, code });
  });
}

/** Ids of our bundles to a partner that are kept until a receipt covers them. */
function keptBundles(exchange: Exchange, partner: OfficeId): readonly string[] {
  return bundlesBeyond(exchange.open.store.db, partner, 0).map((bundle) => bundle.id);
}

/**
 * The office the carrier's label names as sender, or why there is none, and whether it names us as receiver; proved only
 * once the package is opened and its signature checked.
 */
function labelOf(exchange: Exchange, sealed: Uint8Array): Result<{ from: OfficeId; forUs: boolean }, string> {
  const about = exchange.open.suite.sealedAbout(sealed);
  if (!about.ok) return err(about.error.code === 'seal-newer' ? 'package.seal-newer' : 'package.malformed');
  const { from, to } = about.value;
  const office = typeof from === 'string' ? parseOfficeId(from) : undefined;
  return office === undefined ? err('package.malformed') : ok({ from: office, forUs: to === exchange.open.office });
}

function gatherInput(exchange: Exchange, id: string, read: Package): (db: ReadDb) => StepInput {
  const { open } = exchange;
  if (read.type === 'bundle') {
    return (db) => ({ type: 'bundle', id, bundle: read.bundle, gathered: gatherForBundle(db, read.bundle, open) });
  }
  const { receipt, document } = read;
  return (db) => {
    const rootAt = receipt.upTo === 0 ? emptyRoot : streamOutRoot(db, receipt.office, receipt.upTo);
    const key = receivingKey(db, open, receipt.office, receipt.device);
    return { type: 'receipt', receipt, document, key, rootAt, back: entriesAskedBack(db, receipt) };
  };
}

/**
 * Runs the step of a package that was read. What a step throws is a bug, and the partner that found it must not stop the
 * exchange with all others: everything is undone and the package is set aside like one that cannot be read.
 */
function stepOrAside(exchange: Exchange, from: OfficeId, id: string, read: Package, sealed: Uint8Array) {
  try {
    return inOneTransaction(exchange, (tx) => {
      takeNewerCard(tx, exchange, from, read);
      const before = linkOf(tx, from, exchange.random);
      const done = stepWithin(tx, exchange, from, gatherInput(exchange, id, read), sealed);
      const freed = !mayWriteOn(before) && mayWriteOn(linkOf(tx, from, exchange.random));
      if (freed && before.doubt) catchUpSince(tx, exchange, from, before.doubt.at);
      if (freed) takeLate(tx, exchange, from, requestsWith(tx, from));
      else if (read.type === 'bundle') takeLate(tx, exchange, from, requestsIn(read.bundle));
      return ok(done);
    });
  } catch {
    const code = 'package.internal';
    const aside = runStep(exchange, from, () => ({ type: 'bad-package', id, code }), sealed);
    return aside.ok ? ok(code) : aside;
  }
}

/**
 * Takes in sealed bytes: opens them with our keys, runs the exchange step and writes everything in one transaction.
 * Bytes that cannot be used are kept aside with the reason and never stop what comes after them; those of an office
 * without a card are read once its card is added. An error means that the disk refused and nothing was taken.
 */
export function takePackage(exchange: Exchange, sealed: Uint8Array): Result<Taken, Failure> {
  const { open } = exchange;
  const id = sealedId(sealed);
  const label = labelOf(exchange, sealed);
  if (!label.ok) return quarantine(exchange, id, label.error, '', sealed);
  const { from, forUs } = label.value;
  const partner = findPartner(open.store.db, from);
  if (!partner) return quarantine(exchange, id, 'package.unknown-office', from, sealed);
  const opened = open.suite.open(sealed, open.keys.sealing);
  if (!opened.ok && opened.error.code === 'seal-not-for-us' && !forUs) return ok({ outcome: 'for-another' });
  const read = opened.ok ? readPackage(opened.value.bytes, open.suite) : opened;
  if (!read.ok) {
    const code = `package.${typeof read.error === 'string' ? read.error : read.error.code}`;
    const done = runStep(exchange, from, () => ({ type: 'bad-package', id, code }), sealed);
    return done.ok ? ok({ outcome: 'set-aside', code }) : done;
  }
  // Nothing but a receipt covers what we keep.
  const kept = (): readonly string[] => (read.value.type === 'receipt' ? keptBundles(exchange, from) : []);
  const before = kept();
  const done = stepOrAside(exchange, from, id, read.value, sealed);
  if (!done.ok) return done;
  if (typeof done.value === 'string') return ok({ outcome: 'set-aside', code: done.value });
  const after = new Set(kept());
  const covered = before.filter((bundle) => !after.has(bundle));
  const entries = read.value.type === 'bundle' ? read.value.bundle.parcels.length : 0;
  return ok({ outcome: 'taken', partner: from, done: done.value, entries, covered });
}

/** What taking a package and everything that waited for it came to. */
export type TakenAll = { readonly taken: Taken; readonly outputs: readonly StepOutput[]; readonly entries: number };

function heldThatFollow(exchange: Exchange, outputs: readonly StepOutput[]): readonly Uint8Array[] {
  return outputs.flatMap((output) => {
    const bytes = output.type === 'replay' ? heldBundleBytes(exchange.open.store.db, output.id) : undefined;
    return bytes ? [bytes] : [];
  });
}

/**
 * Takes a package in, then every held bundle that now follows, and remembers which of our bundles need not lie any longer.
 * What a person let this device take over is taken over once it answered what the partner was asked.
 */
export function takeWithHeld(exchange: Exchange, sealed: Uint8Array): Result<TakenAll, Failure> {
  const first = takePackage(exchange, sealed);
  if (!first.ok) return first;
  if (first.value.outcome !== 'taken') return ok({ taken: first.value, outputs: [], entries: 0 });
  noteCovered(exchange, first.value.partner, first.value.covered);
  const outputs = [...first.value.done.outputs];
  let entries = first.value.entries;
  const waiting = [...heldThatFollow(exchange, outputs)];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const again = takePackage(exchange, next);
    if (!again.ok) return again;
    if (again.value.outcome !== 'taken') continue;
    outputs.push(...again.value.done.outputs);
    entries += again.value.entries;
    waiting.push(...heldThatFollow(exchange, again.value.done.outputs));
  }
  const carried = carryOut(exchange, first.value.partner);
  return carried.ok ? ok({ taken: first.value, outputs, entries }) : carried;
}
