import type { ReadDb } from '#electron/store/db.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { officeSecrets } from '#electron/store/tables/office-secrets.ts';
import { addDays, type LocalDate, shanghaiDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { readableKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { fingerprint, type SignedCard, signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { readerVersion } from '#shared/protocol/receipt.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { suitesOf } from '../identity.ts';

/** How many kinds of request the first version of the program could read. */
const firstKinds = 2;

/** How often the office was named or reached otherwise since it was set up. Every proof asks, so an index answers. */
function amendments(db: ReadDb): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM entry JOIN chain ON chain.n = entry.chain
     WHERE chain.name LIKE 'device/%' AND entry.kind = 'office.amended'`,
  );
  return row?.count ?? 0;
}

/**
 * Number of this card among the office's cards. Everything a card says may only grow by one of these, so that a changed
 * card is always newer than those that were given away before.
 */
function cardVersion(db: ReadDb, sealingKeys: number): number {
  return sealingKeys + amendments(db) + (readerVersion - 1) + (readableKinds.length - firstKinds);
}

/** A card is good for this many calendar days from the day the office's keys were made (default, to be agreed). */
const validDays = 3650;

/**
 * This office's card. Everything in it comes from stored facts, so the same office always gives the same card and its
 * hash names one version; renewing a key or renaming the office makes the next version.
 */
export function ownCard(open: OpenOffice): SignedCard | undefined {
  const { db } = open.store;
  const office = findOffice(db);
  const sealing = officeSecrets(db).filter(({ purpose }) => purpose === 'sealing');
  const first = sealing[0];
  if (!office || !first) return undefined;
  const from: LocalDate = shanghaiDate(first.madeAt);
  const root = open.suite.signing(open.keys.root);
  const card = {
    ...{ v: 1 as const, office: office.id, name: office.name, region: office.region },
    ...{ officeKey: open.keys.root.publicKey, version: cardVersion(db, sealing.length) },
    ...{ validFrom: from, validTo: addDays(from, validDays) },
    intake: { device: open.device, key: open.signing.publicKey },
    ...(open.also ? { also: { device: open.also.device, key: open.also.signing.publicKey } } : {}),
    sealing: sealing.map(({ id, madeAt }) => ({ key: id, from: shanghaiDate(madeAt), to: null })),
    ...{ revoked: [], suites: suitesOf(open), reader: readerVersion, kinds: readableKinds, scope: '' },
  };
  return signCard(card, root, open.suite);
}

/** The card as a file to give to a partner, with the fingerprint to read aloud. */
export const getOwnCard: Handler<'partner.ownCard'> = ({ open }) => {
  const card = ownCard(open);
  if (!card) return err(notFound('office'));
  return ok({
    fileName: `${card.card.office}.xieban-card`,
    bytes: new TextEncoder().encode(writeCard(card.document)),
    fingerprint: fingerprint(card.card, open.suite),
  });
};
