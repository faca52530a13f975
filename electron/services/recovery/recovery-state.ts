import type { ReadDb } from '#electron/store/db.ts';
import { orphansWaiting } from '#electron/store/tables/held-entries.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { allPartners, type PartnerRow } from '#electron/store/tables/partners.ts';
import { findPerson } from '#electron/store/tables/people.ts';
import { openRequestsWith } from '#electron/store/tables/requests.ts';
import type { UserId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { isAnswered, type Link } from '#shared/protocol/link.ts';
import type { Handler } from '../context.ts';
import { localMoment } from '../recorded-at.ts';
import { awaitsConsent } from './consent.ts';

type Recovery = CallOutput<'recovery.state'>;
type OfPartner = Recovery['partners'][number];

function stateOf(link: Link | undefined): OfPartner['state'] {
  const { asking, doubt } = link ?? { asking: null, doubt: null };
  if (doubt?.kind === 'proven' || doubt?.kind === 'claimed') return doubt.kind;
  if (link && asking) return isAnswered(link) ? 'answered' : 'asked';
  return doubt ? 'refuted' : 'done';
}

function partnerView(db: ReadDb, { office, name }: PartnerRow): OfPartner {
  const link = findLink(db, office);
  const since = link?.asking?.at ?? link?.doubt?.at;
  return {
    ...{ office, name, state: stateOf(link), since: since === undefined ? null : localMoment(since) },
    requests: openRequestsWith(db, office),
  };
}

/** What a person has to decide of the whole office, or what it still waits for. */
export function standingOfOffice(db: ReadDb): Recovery['state'] {
  const states = allPartners(db).map(({ office }) => stateOf(findLink(db, office)));
  if (states.includes('proven')) return 'rolled-back';
  if (awaitsConsent(db) && states.some((state) => state !== 'done' && state !== 'refuted')) return 'restored';
  return states.some((state) => state === 'asked' || state === 'answered' || state === 'claimed') ? 'waiting' : 'whole';
}

/** Whether requests wait for a person to let this device take them over. */
export function needsTakeover(db: ReadDb): boolean {
  const standing = standingOfOffice(db);
  return standing === 'restored' || standing === 'rolled-back';
}

/** Refuses what only the head of the office decides. */
export function headOnly(db: ReadDb, me: UserId): Result<void, Failure> {
  return findPerson(db, me)?.roles.includes('head') ? ok(undefined) : err(refused('recovery.role'));
}

/** How far the office has come back, partner by partner. */
export const recoveryState: Handler<'recovery.state'> = ({ open, me }) => {
  const { db } = open.store;
  return ok({
    state: standingOfOffice(db),
    partners: allPartners(db).map((row) => partnerView(db, row)),
    orphans: orphansWaiting(db),
    may: headOnly(db, me).ok,
  });
};
