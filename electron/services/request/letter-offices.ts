import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { findPartner, type PartnerRow } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { LetterHead } from '#shared/contract/letter.ts';
import { fullRegionName } from '#shared/domain/region/region.ts';
import { canRead } from '#shared/protocol/capabilities.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import type { SignedCard } from '#shared/protocol/partner-card.ts';
import { requestSuite } from '#shared/protocol/request-suite.ts';
import type { OfficeContext } from '../context.ts';
import { suitesOf } from '../identity.ts';
import { cardOf } from '../partner/held-card.ts';
import type { LetterOffice } from './letter-content.ts';
import { mayWriteTo } from './refusals.ts';

/** A partner as a letter addresses it. */
export function addressee(partner: Pick<PartnerRow, 'office' | 'name' | 'region'>): LetterHead['to'] {
  return { office: partner.office, name: partner.name, regionName: fullRegionName(partner.region) };
}

/** This office as its letters name it. */
export function ourOffice(db: ReadDb): Result<LetterOffice, Failure> {
  const office = findOffice(db);
  if (!office) return err(notFound('office'));
  const { id, name, region, address, postcode, phone, uscc } = office;
  return ok({ office: id, name, region, regionName: fullRegionName(region), address, postcode, phone, uscc });
}

/** A partner that may be written to, with the card that says to which device and keys. */
export type Recipient = {
  readonly row: PartnerRow;
  readonly card: SignedCard;
  /** What a request between the two offices is written in. */
  readonly suite: SuiteId;
};

/** The partner of a letter; refused when its program cannot read the kind, or neither office the other's suite. */
export function recipientOf(
  db: ReadDb,
  context: Pick<OfficeContext, 'open'>,
  office: OfficeId,
  kind: string,
): Result<Recipient, Failure> {
  const row = findPartner(db, office);
  if (!row) return err(notFound('partner'));
  const card = cardOf(row, context.open);
  if (!card) return err({ kind: 'damaged', code: 'partner.card-damaged' });
  // Its latest receipt is newer than its card.
  const theirs = findLink(db, office)?.theirs ?? card.card;
  if (!canRead(theirs, kind, 1).ok) return err(refused('request.partner-cannot-read'));
  const suite = requestSuite({ suites: suitesOf(context.open) }, card.card);
  return suite ? ok({ row, card, suite }) : err(refused('request.no-common-suite'));
}

/** The same at the moment of sending, when the fingerprint must have been compared. */
export function confirmedRecipient(
  db: ReadDb,
  context: Pick<OfficeContext, 'open'>,
  office: OfficeId,
  kind: string,
): Result<Recipient, Failure> {
  const recipient = recipientOf(db, context, office, kind);
  if (!recipient.ok) return recipient;
  const knows = mayWriteTo(db, office);
  if (!knows.ok) return knows;
  return recipient.value.row.confirmed ? recipient : err(refused('request.partner-unconfirmed'));
}
