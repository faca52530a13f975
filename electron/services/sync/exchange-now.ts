import { allPartners } from '#electron/store/tables/partners.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { nextRevision } from '../session/revision.ts';
import { reachOf } from './way-health.ts';

/**
 * Exchanges with everybody who can be reached, and answers when the round is over. Nobody in reach is no failure; who was
 * out of reach is named.
 */
export const exchangeNow: Handler<'sync.now'> = async (context) => {
  const partners = allPartners(context.open.store.db);
  await context.session.exchangeNow();
  const ways = await context.session.exchangeWays();
  const reach = partners.map(({ office, name }) => ({ name, reach: reachOf(office, ways) }));
  return ok({
    reached: reach.filter((one) => one.reach === 'yes').length,
    outOfReach: reach.flatMap((one) => (one.reach === 'no' ? [one.name] : [])),
    revision: nextRevision(context),
  });
};
