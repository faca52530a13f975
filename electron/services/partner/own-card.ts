import { findOffice } from '#electron/store/tables/office.ts';
import { officeSecrets } from '#electron/store/tables/office-secrets.ts';
import { addDays, type LocalDate, shanghaiDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { readableKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { fingerprint, type SignedCard, signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { readerVersion } from '#shared/protocol/receipt.ts';
import type { Handler, OpenOffice } from '../context.ts';

/** A card is good for this many calendar days from the day the office's keys were made (default, to be agreed). */
const validDays = 3650;

/**
 * This office's card. Everything in it comes from stored facts, so the same office always gives the same card and its
 * hash names one version; renewing a key makes the next version.
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
    ...{ officeKey: open.keys.root.publicKey, version: sealing.length },
    ...{ validFrom: from, validTo: addDays(from, validDays) },
    intake: { device: open.device, key: open.signing.publicKey },
    sealing: sealing.map(({ id, madeAt }) => ({ key: id, from: shanghaiDate(madeAt), to: null })),
    ...{ revoked: [], suites: [open.suite.id], reader: readerVersion, kinds: readableKinds, scope: '' },
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
