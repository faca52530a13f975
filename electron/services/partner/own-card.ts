import type { ReadDb } from '#electron/store/db.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { officeSecrets } from '#electron/store/tables/office-secrets.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { addDays, type LocalDate, shanghaiDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { readableKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { fingerprint, type SignedCard, signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { readerVersion } from '#shared/protocol/receipt.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { suitesOf } from '../identity.ts';

/** The card as it was signed last: every receipt asks for it. */
const signed = new WeakMap<OpenOffice, SignedCard>();

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
 * card is always newer than those that were given away before. A new device counts from the second it began in: what was
 * given away since the copy it came from was made, nobody here knows.
 */
function cardVersion(db: ReadDb, sealingKeys: number): number {
  const began = Math.floor(Number(readMeta(db, 'life-began') ?? 0) / 1000);
  return began + sealingKeys + amendments(db) + (readerVersion - 1) + (readableKinds.length - firstKinds);
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
    // The older ones open, but nobody is to seal to them any more.
    sealing: sealing.slice(-1).map(({ id, madeAt }) => ({ key: id, from: shanghaiDate(madeAt), to: null })),
    ...{ revoked: [], suites: suitesOf(open), reader: readerVersion, kinds: readableKinds, scope: '', more: {} },
  };
  const text = canonicalJson(card);
  const last = signed.get(open);
  if (last?.document.text === text) return last;
  const made = signCard(card, root, open.suite);
  signed.set(open, made);
  return made;
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
