import { allPartners } from '#electron/store/tables/partners.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { nextRevision } from '../session/revision.ts';
import { reachOf } from './partner-status.ts';

/**
 * Exchanges with everybody who can be reached, and answers when the round is over. Nobody in reach is no failure; who was
 * out of reach is named.
 */
export const exchangeNow: Handler<'sync.now'> = async (context) => {
  const partners = allPartners(context.open.store.db).filter(({ folder }) => folder !== '');
  await context.session.exchangeNow();
  const reach = await reachOf(partners.map(({ folder }) => folder));
  const outOfReach = partners.filter(({ folder }) => reach.get(folder) !== 'yes').map(({ name }) => name);
  return ok({ reached: partners.length - outOfReach.length, outOfReach, revision: nextRevision(context) });
};
