import { findPerson } from '#electron/store/tables/people.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { deskSetting } from '../session/open-office.ts';
import { nextRevision } from '../session/revision.ts';
import { auditFact } from './audit-fact.ts';

/** Another person sits down at the desk; the one who sat there is the author of that line. */
export const actAs: Handler<'person.actAs'> = (context, { id }) => {
  const written = inOneTransaction(context, (tx) => {
    const person = findPerson(tx, id);
    if (!person) return err(notFound('person'));
    if (!person.active) return err(refused('person.inactive'));
    append(tx, context, [auditFact(context, 'audit.desk-taken', { about: id, facts: { person: id } })]);
    writeSetting(tx, deskSetting, id);
    return ok(undefined);
  });
  if (!written.ok) return written;
  context.session.sitDown(id);
  return ok({ revision: nextRevision(context) });
};
