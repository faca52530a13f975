import type { WriteDb } from '#electron/store/db.ts';
import { findPaper, type PaperRow } from '#electron/store/tables/papers.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound } from '#shared/contract/failure.ts';
import { mayAct, type PaperAct } from '#shared/domain/paper/approval.ts';
import type { OfficeContext } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { sealedScanRequired } from '../office/office-settings.ts';
import { nextRevision } from '../session/revision.ts';
import type { Done } from './act-on.ts';
import { mayWriteRequests, paperRefused } from './refusals.ts';
import { personAtDesk } from './submit-paper.ts';

/** The letter of a request that is on its way through this office: our commission, or our reply to theirs. */
export function currentPaper(tx: WriteDb, request: RequestId): PaperRow | undefined {
  const row = findRequest(tx, request);
  return row && findPaper(tx, request, row.direction === 'out' ? 'commission' : 'reply');
}

/** Carries out one act on a letter in one transaction, when the person may and the text is still the one shown. */
export function actOnPaper(
  context: OfficeContext,
  on: { readonly request: RequestId; readonly hash: string; readonly act: Exclude<PaperAct, 'draft'> },
  work: (tx: WriteDb, paper: PaperRow) => Result<void, Failure>,
): Result<Done, Failure> {
  return inOneTransaction(context, (tx) => {
    const writable = mayWriteRequests(context);
    if (!writable.ok) return writable;
    const paper = currentPaper(tx, on.request);
    if (!paper) return err(notFound('paper'));
    const person = personAtDesk(tx, context.me);
    if (!person.ok) return person;
    const rules = { hash: on.hash, scanRequired: sealedScanRequired(tx) };
    const allowed = mayAct(paper, on.act, person.value, rules);
    if (!allowed.ok) return err(paperRefused(allowed.error));
    const done = work(tx, paper);
    return done.ok ? ok({ id: on.request, revision: nextRevision(context) }) : done;
  });
}
