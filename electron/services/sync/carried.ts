import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { mediaOut, mediumOut, type NumberedMedium, receiptCovering } from '#electron/store/tables/media-out.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { daysBetween, shanghaiDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound } from '#shared/contract/failure.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { moment } from './partner-status.ts';

type Carried = CallOutput<'courier.carried'>[number];

/** Calendar days after which a medium without a receipt is pointed out: a week there, and one back. */
const usualDays = 14;
const mostShown = 100;

/** Whether the partner's newest receipt reaches beyond what the medium carried; the receipt itself is looked for then. */
function coveredBy(db: ReadDb, medium: NumberedMedium): ReturnType<typeof receiptCovering> {
  const link = findLink(db, medium.office);
  return link && receiptedUpTo(link) >= medium.upTo ? receiptCovering(db, medium) : undefined;
}

function stateOf(medium: NumberedMedium, device: string, covered: boolean, days: number): Carried['state'] {
  if (covered) return 'receipted';
  if (medium.entries === 0) return 'no-receipt-due';
  if (medium.device !== device) return 'unknown';
  return days > usualDays ? 'late' : 'out';
}

function view({ open, moment: now }: Pick<OfficeContext, 'open' | 'moment'>, medium: NumberedMedium): Carried {
  const { db } = open.store;
  const { n, office, at, label, folder, entries, packages, files, bytes, print } = medium;
  const days = Math.max(0, daysBetween(shanghaiDate(at), now.today));
  const receipt = medium.entries === 0 ? undefined : coveredBy(db, medium);
  return {
    ...{ id: n, office, name: findPartner(db, office)?.name ?? office, at: moment(at) },
    ...{ label, folder, entries, packages, files, bytes, print, days },
    state: stateOf(medium, open.device, receipt !== undefined, days),
    receipt: receipt ? { number: receipt.number, at: moment(receipt.at) } : null,
  };
}

/** What is on which medium: everything written lately, and whether the partner has signed for it by now. */
export const listCarried: Handler<'courier.carried'> = (context) =>
  ok(mediaOut(context.open.store.db, mostShown).map((medium) => view(context, medium)));

/** What the slip of a medium says: from, to, how much and its fingerprint; nobody's name and nothing of the contents. */
export const courierSlip: Handler<'courier.slip'> = (context, { slip }) => {
  const { open } = context;
  const medium = mediumOut(open.store.db, slip);
  if (!medium) return err(notFound('medium'));
  const name = findOffice(open.store.db)?.name ?? open.office;
  return ok({ ...view(context, medium), from: { office: open.office, name } });
};
