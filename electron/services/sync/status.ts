import { allPartners } from '#electron/store/tables/partners.ts';
import { listQuarantine } from '#electron/store/tables/quarantine.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { moment, partnerStatus, reachOf } from './partner-status.ts';

/** The whole exchange: what is only here, given to a carrier, signed for; and what was set aside. */
export const syncStatus: Handler<'sync.status'> = async ({ open }) => {
  const { db } = open.store;
  const rows = allPartners(db);
  const partners = rows.map((partner) => partnerStatus(open, partner));
  const quarantine = listQuarantine(db).map(({ id, at, code, source, size }) => ({
    ...{ id, at: moment(at), code, from: source, size },
  }));
  const sum = (pick: (partner: (typeof partners)[number]) => number): number =>
    partners.reduce((total, partner) => total + pick(partner), 0);
  // The data may be locked while a folder keeps us waiting: everything in it has been read by now.
  const reach = await reachOf(rows.map(({ folder }) => folder));
  const folderOf = new Map(rows.map(({ office, folder }) => [`${office}`, folder]));
  return ok({
    local: sum((partner) => partner.local),
    sent: sum((partner) => partner.sent),
    receipted: sum((partner) => partner.theyHold),
    partners: partners.map((one) => ({ ...one, reachable: reach.get(folderOf.get(one.office) ?? '') ?? 'no' })),
    quarantine,
    requestsReadOnly: open.requestsReadOnly,
  });
};
