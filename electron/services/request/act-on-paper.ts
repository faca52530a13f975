import type { WriteDb } from '#electron/store/db.ts';
import type { PaperRow } from '#electron/store/tables/papers.ts';
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
import { paperOf } from './paper-standing.ts';
import { mayWriteTo, paperRefused } from './refusals.ts';
import { personAtDesk } from './submit-paper.ts';

/** Carries out one act on a letter in one transaction, when the person may and the text is still the one shown. */
export function actOnPaper(
  context: OfficeContext,
  on: {
    readonly request: RequestId;
    readonly hash: string;
    readonly act: Exclude<PaperAct, 'draft'>;
    readonly verdict?: 'pass' | 'back';
  },
  work: (tx: WriteDb, paper: PaperRow) => Result<void, Failure>,
): Result<Done, Failure> {
  return inOneTransaction(context, (tx) => {
    const row = findRequest(tx, on.request);
    const paper = row && paperOf(tx, row);
    if (!paper) return err(notFound('paper'));
    const writable = mayWriteTo(tx, row.partner);
    if (!writable.ok) return writable;
    const person = personAtDesk(tx, context.me);
    if (!person.ok) return person;
    const verdict = on.verdict ?? 'pass';
    const rules = { hash: on.hash, scanRequired: sealedScanRequired(tx), verdict };
    const allowed = mayAct(paper, on.act, person.value, rules);
    if (!allowed.ok) return err(paperRefused(allowed.error));
    const done = work(tx, paper);
    return done.ok ? ok({ id: on.request, revision: nextRevision(context) }) : done;
  });
}
