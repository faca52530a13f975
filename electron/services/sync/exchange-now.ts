import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { nextRevision } from '../session/revision.ts';

/** Exchanges with everybody who can be reached, and answers when the round is over. Nobody in reach is no failure. */
export const exchangeNow: Handler<'sync.now'> = async (context) => {
  await context.session.exchangeNow();
  return ok({ revision: nextRevision(context) });
};
