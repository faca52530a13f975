import { isAbsolute } from 'node:path';
import { findPartner } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import type { Fact } from '../journal/fact.ts';
import { nextRevision } from '../session/revision.ts';

function record(context: OfficeContext, office: OfficeId, fact: Fact): Result<{ revision: number }, Failure> {
  if (!findPartner(context.open.store.db, office)) return err(notFound('partner'));
  return inOneTransaction(context, (tx) => {
    append(tx, context, [fact]);
    return ok({ revision: nextRevision(context) });
  });
}

/** Notes that both sides read the fingerprint to each other. */
export const confirmPartnerCard: Handler<'partner.confirm'> = (context, { office }) =>
  record(context, office, { kind: 'partner.confirmed', on: context.moment.today, facts: { office } });

/** Sets the exchange folder shared with a partner; it need not be reachable now. */
export const setFolder: Handler<'partner.setFolder'> = (context, { office, folder }) => {
  const path = folder.trim();
  if (path !== '' && !isAbsolute(path)) return err({ ...refused('partner.folder-not-absolute'), field: 'folder' });
  const fact = { kind: 'partner.folder', on: context.moment.today, facts: { office }, content: { folder: path } };
  return record(context, office, fact);
};

/** Sets whether the office's server leads to a partner; it need not be set up or reachable now. */
export const setServer: Handler<'partner.setServer'> = (context, { office, on }) =>
  record(context, office, { kind: 'partner.server', on: context.moment.today, facts: { office, on } });
