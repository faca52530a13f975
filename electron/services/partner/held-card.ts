import type { ReadDb } from '#electron/store/db.ts';
import { findPartner, type PartnerRow } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { readCard, type SignedCard } from '#shared/protocol/partner-card.ts';
import type { OpenOffice } from '../context.ts';

/** Cards read lately, by their text: one text never means two cards, and every package asks for its sender's. */
const known = new Map<string, SignedCard>();
const keptCards = 64;

/** The card a partner row holds, read again; undefined only when the row was damaged. */
export function cardOf(row: PartnerRow, open: Pick<OpenOffice, 'suite'>): SignedCard | undefined {
  const before = known.get(row.card);
  if (before) return before;
  const read = readCard(row.card, { hashing: open.suite, verifying: open.suite });
  if (!read.ok) return undefined;
  known.set(row.card, read.value);
  const oldest = known.size > keptCards ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  return read.value;
}

/** The card held of an office. */
export function heldCard(db: ReadDb, office: OfficeId, open: Pick<OpenOffice, 'suite'>): SignedCard | undefined {
  const row = findPartner(db, office);
  return row && cardOf(row, open);
}
