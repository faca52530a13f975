import { findLink, saveLink } from '#electron/store/tables/links.ts';
import { requestsWith } from '#electron/store/tables/requests.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { nextRevision } from '../session/revision.ts';
import { catchUpSince } from '../sync/catch-up.ts';
import { takeLate } from './carry-out.ts';
import { givenReason } from './given-reason.ts';
import { headOnly } from './recovery-state.ts';

/** A person answers for it that a partner's claim to hold more of ours, which it does not show, changes nothing. */
export const setClaimAside: Handler<'recovery.setAside'> = (context, { office, reason }) => {
  const why = givenReason(reason);
  if (!why.ok) return why;
  return inOneTransaction(context, (tx) => {
    const may = headOnly(tx, context.me);
    if (!may.ok) return may;
    const link = findLink(tx, office);
    if (link?.doubt?.kind !== 'claimed') return err(refused('recovery.nothing'));
    const asking = link.asking?.why === 'doubt' ? null : link.asking;
    saveLink(tx, { ...link, asking, doubt: { ...link.doubt, kind: 'refuted' } });
    append(tx, context, [auditFact(context, 'audit.claim', { about: office, reason: why.value })]);
    if (asking === null) {
      catchUpSince(tx, context, office, link.doubt.at);
      takeLate(tx, context, office, requestsWith(tx, office));
    }
    return ok({ revision: nextRevision(context) });
  });
};
