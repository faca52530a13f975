import type { ReadDb } from '#electron/store/db.ts';
import { findPaper } from '#electron/store/tables/papers.ts';
import { findPerson } from '#electron/store/tables/people.ts';
import { type DossierId, type RequestId, timeOrderedId, type UserId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { hasRoleFor, isSigned, type PaperPerson } from '#shared/domain/paper/approval.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { momentNow } from '../recorded-at.ts';
import { nextRevision } from '../session/revision.ts';
import { loadRequest } from './chains.ts';
import { contentJson, textHash } from './letter-content.ts';
import { prepareCommission } from './prepare-commission.ts';
import { badField, mayWriteTo, paperRefused } from './refusals.ts';
import { onSameText } from './same-text.ts';

/** Who sits at the desk, with the roles that decide. */
export function personAtDesk(db: ReadDb, me: UserId): Result<PaperPerson, Failure> {
  const person = findPerson(db, me);
  return person ? ok(person) : err(notFound('person'));
}

/** Whether the person at the desk may hand in a text now. */
export function mayDraft(db: ReadDb, context: OfficeContext): Result<void, Failure> {
  const person = personAtDesk(db, context.me);
  if (!person.ok) return person;
  const role = hasRoleFor('draft', person.value);
  return role.ok ? role : err(paperRefused(role.error));
}

type Submitted = {
  readonly request?: RequestId | undefined;
  readonly dossier: DossierId;
  readonly base: string | null;
};

/** The id of the request a text is for: its own, or a new one. A letter that is signed is not replaced any more. */
function requestFor(db: ReadDb, context: OfficeContext, submitted: Submitted): Result<RequestId, Failure> {
  const { request, dossier, base } = submitted;
  if (request === undefined) return ok(timeOrderedId(context.moment.at, context.random.bytes(10)) as RequestId);
  const before = findPaper(db, request, 'commission');
  if (!before) return err(notFound('request'));
  if (before.dossier !== dossier) return err(badField('paper.other-dossier', 'dossier'));
  if (loadRequest(db, request).state.opening !== null) return err(refused('paper.already-sent'));
  if (isSigned(before)) return err(paperRefused('paper.signed'));
  const same = onSameText(db, context, before, base);
  return same.ok ? ok(request) : same;
}

/** 送审: the text becomes a fact and waits for examination; every earlier approval of this letter is void. */
export const submitPaper: Handler<'paper.submit'> = (context, input) =>
  inOneTransaction(context, (tx) => {
    const allowed = mayDraft(tx, context);
    if (!allowed.ok) return allowed;
    const writable = mayWriteTo(tx, input.partner);
    if (!writable.ok) return writable;
    const id = requestFor(tx, context, input);
    if (!id.ok) return id;
    const prepared = prepareCommission(tx, context, input);
    if (!prepared.ok) return prepared;
    const content = contentJson(prepared.value.content);
    const hash = textHash(id.value, 'commission', content, context.open.suite);
    const { dossier, partner } = input;
    append(tx, context, [
      {
        ...{ kind: 'paper.submitted', on: momentNow(context.moment), content },
        facts: { request: id.value, type: 'commission', hash, dossier, partner },
        files: prepared.value.content.letter.files.map((file) => file.manifest),
      },
    ]);
    return ok({ id: id.value, revision: nextRevision(context) });
  });
