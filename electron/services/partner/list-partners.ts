import { allPartners } from '#electron/store/tables/partners.ts';
import { openRequestsWith } from '#electron/store/tables/requests.ts';
import { ok } from '#shared/base/result.ts';
import { regionName } from '#shared/domain/region/region.ts';
import { fingerprint } from '#shared/protocol/partner-card.ts';
import type { Handler } from '../context.ts';
import { partnerStatus } from '../sync/partner-status.ts';
import { reachOf } from '../sync/way-health.ts';
import { cardOf } from './held-card.ts';

/** Every partner with its card, how it is reached and how far the exchange is. */
export const listPartners: Handler<'partner.list'> = async ({ open, session, moment }) => {
  const { db } = open.store;
  const rows = allPartners(db);
  const partners = rows.map((row) => {
    const card = cardOf(row, open)?.card;
    const { lastHeard, local, sent, theyHold } = partnerStatus(open, row);
    return {
      ...{ office: row.office, name: row.name, region: row.region, regionName: regionName(row.region) },
      fingerprint: card ? fingerprint(card, open.suite) : '',
      ...{ confirmed: row.confirmed, renewedOn: row.renewedOn, kinds: [...(card?.kinds ?? [])] },
      ...{ validTo: card?.validTo ?? '', expired: card !== undefined && card.validTo < moment.today },
      ...{ folder: row.folder, server: row.server },
      ...{ lastHeard, local, sent, receipted: theyHold },
      openRequests: openRequestsWith(db, row.office),
    };
  });
  // The data may be locked while a folder keeps us waiting: everything in it has been read by now.
  const ways = await session.exchangeWays();
  return ok(partners.map((partner) => ({ ...partner, reachable: reachOf(partner.office, ways) })));
};
