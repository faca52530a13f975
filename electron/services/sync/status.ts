import { allPartners } from '#electron/store/tables/partners.ts';
import { listQuarantine } from '#electron/store/tables/quarantine.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { moment, partnerStatus } from './partner-status.ts';

/** The whole exchange: what is only here, given to a carrier, signed for; and what was set aside. */
export const syncStatus: Handler<'sync.status'> = ({ open }) => {
  const { db } = open.store;
  const partners = allPartners(db).map((partner) => partnerStatus(open, partner));
  const sum = (pick: (partner: (typeof partners)[number]) => number): number =>
    partners.reduce((total, partner) => total + pick(partner), 0);
  return ok({
    local: sum((partner) => partner.local),
    sent: sum((partner) => partner.sent),
    receipted: sum((partner) => partner.theyHold),
    partners,
    quarantine: listQuarantine(db).map(({ id, at, code, source, size }) => ({
      id,
      at: moment(at),
      code,
      from: source,
      size,
    })),
    requestsReadOnly: open.requestsReadOnly,
  });
};
