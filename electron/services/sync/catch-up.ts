import type { WriteDb } from '#electron/store/db.ts';
import { allNotUnderstood, dropNotUnderstood } from '#electron/store/tables/arrived.ts';
import { findEntry, requestEntries } from '#electron/store/tables/entries.ts';
import { requestsHeardSince } from '#electron/store/tables/requests.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { readChainId } from '#shared/protocol/chain-id.ts';
import { eventOf } from '#shared/protocol/slice.ts';
import type { OpenOffice } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { project } from '../journal/project.ts';
import type { Opening } from '../session/new-device.ts';
import { sliceOf } from './gather.ts';
import { type Exchange, stepWithin } from './run-step.ts';

/** Requests of which an entry that could not be read when it came can be read by this version, with their partner. */
function readableNow(tx: WriteDb, open: OpenOffice): ReadonlyMap<RequestId, OfficeId> {
  const found = new Map<RequestId, OfficeId>();
  for (const { entry: id, office } of allNotUnderstood(tx)) {
    const entry = findEntry(tx, id);
    const chain = entry && readChainId(entry.parsed.chain);
    if (!entry || chain?.type !== 'request' || !assistRules.understands(eventOf(entry, open.suite))) continue;
    dropNotUnderstood(tx, id);
    found.set(chain.request, office);
  }
  return found;
}

/**
 * Puts in order what the partner's commands waited for while we were in doubt about what it holds: nothing of ours was
 * written into requests with it. `since`: when that began, in milliseconds since 1970.
 */
export function catchUpSince(tx: WriteDb, exchange: Exchange, partner: OfficeId, since: number): void {
  for (const request of requestsHeardSince(tx, partner, shanghaiDate(since))) {
    stepWithin(tx, exchange, partner, (db) => ({ type: 'catch-up', slice: sliceOf(db, request) }));
  }
}

/**
 * Goes on, after an update, with requests that waited for a version which reads more: they are projected anew from their
 * entries, as a rebuild does, and commands of the requester that waited are put in order by themselves.
 */
export function settleUnderstood(open: OpenOffice, { random, moment }: Opening): Result<void, Failure> {
  if (allNotUnderstood(open.store.db).length === 0) return ok(undefined);
  return inOneTransaction({ open }, (tx) => {
    const exchange = { open, random, clock: { now: () => moment.at } };
    for (const [request, partner] of readableNow(tx, open)) {
      for (const stored of requestEntries(tx, request)) project(tx, stored, open);
      stepWithin(tx, exchange, partner, (db) => ({ type: 'catch-up', slice: sliceOf(db, request) }));
    }
    return ok(undefined);
  });
}
