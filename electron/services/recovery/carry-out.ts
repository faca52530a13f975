import type { WriteDb } from '#electron/store/db.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { regradeHeld } from '#electron/store/tables/held-entries.ts';
import { findLink, saveLink } from '#electron/store/tables/links.ts';
import { agreedPast, pastBeyond } from '#electron/store/tables/past-streams.ts';
import { requestsWith } from '#electron/store/tables/requests.ts';
import type { OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { otherSide, requestChain } from '#shared/protocol/chain-id.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { type Above, isAnswered, type Link, mayWriteOn } from '#shared/protocol/link.ts';
import { nextTakeover } from '#shared/protocol/next-takeover.ts';
import { partiesOf } from '#shared/protocol/pen.ts';
import { headOf } from '#shared/protocol/slice.ts';
import { takeoverFacts } from '#shared/protocol/takeover.ts';
import { identityIn } from '../identity.ts';
import { append, inOneTransaction, type Writing } from '../journal/append.ts';
import { momentNow } from '../recorded-at.ts';
import { enqueue } from '../sync/enqueue.ts';
import { gatherWith, sliceOf } from '../sync/gather.ts';
import { type Exchange, stepWithin } from '../sync/run-step.ts';
import { consentOf } from './consent.ts';
import { giveWay } from './own-branch.ts';

/** One partner's requests as they are taken over. */
type Taking = {
  readonly exchange: Exchange;
  readonly writing: Writing;
  readonly partner: OfficeId;
  readonly agreed: readonly Above[];
  /** Of our former streams, what the device that answered us has signed for: one before it may have held more. */
  readonly signed: readonly Above[];
};

/** A request with the side this office writes. */
type Own = { readonly id: RequestId; readonly side: Side };

/** Those of the requests that are between this office and the partner. */
function ownSides(tx: WriteDb, us: OfficeId, partner: OfficeId, requests: readonly RequestId[]): readonly Own[] {
  return requests.flatMap((id): Own[] => {
    const parties = partiesOf(sliceOf(tx, id));
    if (parties?.requester === us && parties.executor === partner) return [{ id, side: 'r' }];
    return parties?.executor === us && parties.requester === partner ? [{ id, side: 'e' }] : [];
  });
}

/** Lets our own entries that the partner holds take the place of those that an older copy wrote instead. */
function takeBranches(tx: WriteDb, own: readonly Own[], taking: Taking): void {
  const { exchange, partner, agreed, writing } = taking;
  const compared = { us: exchange.open.office, partner, agreed, date: writing.moment.today };
  for (const { id, side } of own) {
    if (!giveWay(tx, requestChain(id, side), compared)) continue;
    stepWithin(tx, exchange, partner, (db) => ({
      type: 'follow',
      gathered: gatherWith(db, partner, [id], exchange.open),
    }));
  }
}

/** What the devices before this one wrote and the partner's device never signed for goes onto our stream, as far as it still stands. */
function sendAgain(tx: WriteDb, { writing, partner, signed }: Taking): void {
  const unsent = signed.flatMap((stream) => pastBeyond(tx, partner, stream));
  const standing = [...new Set(unsent)].flatMap((id): Entry[] => {
    const entry = findEntry(tx, id);
    return entry?.parsed.office === writing.open.office ? [entry] : [];
  });
  enqueue(tx, writing, partner, standing);
}

/** The entry by which this device takes one chain over; none where it writes it already. */
function takePen(tx: WriteDb, { id, side }: Own, { open, ...writing }: Writing): readonly Entry[] {
  const slice = sliceOf(tx, id);
  const writer = identityIn(open, slice.r.entries[0]?.parsed.suite ?? open.suite.id);
  const takeover = writer && nextTakeover(slice, side, open.office, writer.device);
  if (!takeover) return [];
  const facts = takeoverFacts(takeover, open.suite.signing(open.keys.root));
  const chain = requestChain(id, side);
  const place = { chain, pen: takeover.number, seen: headOf(slice[otherSide(side)]) };
  const on = momentNow(writing.moment);
  const written = append(tx, { open, ...writing }, [{ kind: 'pen', on, facts, ...place }]);
  regradeHeld(tx, chain, ['fork', 'waiting'], { state: 'orphan', reason: 'taken-over' });
  return written;
}

function writingOf({ open, clock, random }: Exchange, me: UserId): Writing {
  const at = clock.now();
  return { open, me, moment: { at, today: shanghaiDate(at) }, random };
}

function takeOver(tx: WriteDb, link: Link, by: UserId, exchange: Exchange): void {
  const { partner } = link;
  const writing = writingOf(exchange, by);
  const ours = () => ownSides(tx, exchange.open.office, partner, requestsWith(tx, partner));
  const signed = agreedPast(tx, partner, link.asking?.answered?.device);
  const taking = { exchange, writing, partner, agreed: link.asking?.streams ?? [], signed };
  takeBranches(tx, ours(), taking);
  const own = ours();
  // From here on this device writes; what it puts in order by itself comes behind its takeovers.
  saveLink(tx, { ...(findLink(tx, partner) ?? link), asking: null, doubt: null });
  sendAgain(tx, taking);
  enqueue(
    tx,
    writing,
    partner,
    own.flatMap((one) => takePen(tx, one, writing)),
  );
  for (const { id } of own) {
    stepWithin(tx, exchange, partner, (db) => ({ type: 'catch-up', slice: sliceOf(db, id) }));
  }
}

/**
 * Takes over the requests with a partner once a person has let this device do so and the partner has given back what it
 * holds of ours (rule 8): where that differs from what stands here it takes the place, what it never got is sent, and this
 * device continues every chain of ours behind its last entry. Otherwise nothing happens.
 */
export function carryOut(exchange: Exchange, partner: OfficeId): Result<boolean, Failure> {
  const { db } = exchange.open.store;
  const ready = (): { link: Link; by: UserId } | undefined => {
    const [link, by] = [findLink(db, partner), consentOf(db)];
    return link?.asking?.why === 'new-life' && isAnswered(link) && by !== undefined ? { link, by } : undefined;
  };
  if (!ready()) return ok(false);
  return inOneTransaction(exchange, (tx) => {
    const now = ready();
    if (now) takeOver(tx, now.link, now.by, exchange);
    return ok(now !== undefined);
  });
}

/**
 * Takes over those of the named requests that a device before this one began and that came only after all others were
 * taken over: from a stick that lay about, or from a partner that did not know yet which device receives now. The person's
 * word counts for them as well; without one, and while the partner is asked or in doubt, nothing happens.
 */
export function takeLate(tx: WriteDb, exchange: Exchange, partner: OfficeId, requests: readonly RequestId[]): void {
  const [link, by] = [findLink(tx, partner), consentOf(tx)];
  if (by === undefined || !link || !mayWriteOn(link)) return;
  const writing = writingOf(exchange, by);
  for (const one of ownSides(tx, exchange.open.office, partner, requests)) {
    const written = takePen(tx, one, writing);
    if (written.length === 0) continue;
    enqueue(tx, writing, partner, written);
    stepWithin(tx, exchange, partner, (db) => ({ type: 'catch-up', slice: sliceOf(db, one.id) }));
  }
}
