import type { ReadDb } from '#electron/store/db.ts';
import { findPartner, type PartnerRow } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { readCard, type SignedCard } from '#shared/protocol/partner-card.ts';
import type { OpenOffice } from '../context.ts';

/** The card a partner row holds, read again; undefined only when the row was damaged. */
export function cardOf(row: PartnerRow, open: Pick<OpenOffice, 'suite'>): SignedCard | undefined {
  const read = readCard(row.card, { hashing: open.suite, verifying: open.suite });
  return read.ok ? read.value : undefined;
}

/** The card held of an office. */
export function heldCard(db: ReadDb, office: OfficeId, open: Pick<OpenOffice, 'suite'>): SignedCard | undefined {
  const row = findPartner(db, office);
  return row && cardOf(row, open);
}
