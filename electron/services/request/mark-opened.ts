import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { hasUnread } from './request-flags.ts';
import { mayAct, say, standingOf } from './write-entry.ts';

/** 已阅: says how far a person has read. Writes nothing when there is nothing new, so opening a page again costs nothing. */
export const markOpened: Handler<'request.opened'> = (context, { request }) =>
  inOneTransaction(context, (tx) => {
    const standing = standingOf(tx, context, request);
    if (!standing.ok) return standing;
    const { state, side, r, e } = standing.value;
    const theirSide = side === 'r' ? 'e' : 'r';
    const upTo = state.heads[theirSide];
    const done = ok({ id: request, revision: nextRevision(context) });
    if (upTo === null || !hasUnread(state, side === 'r' ? e : r, theirSide)) return done;
    const allowed = mayAct(standing.value, side, 'opened', context.open);
    if (!allowed.ok) return allowed;
    say(tx, context, standing.value, { kind: 'opened', on: context.moment.today, facts: { upTo } });
    return done;
  });
