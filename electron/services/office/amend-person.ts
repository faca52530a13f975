import { findPerson } from '#electron/store/tables/people.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { auditFact } from './audit-fact.ts';
import { personAmended } from './facts.ts';
import { readPerson } from './read-person.ts';

/** Changes what is recorded of a person; roles and leaving also stand in the audit trail. */
export const amendPerson: Handler<'person.amend'> = (context, { id, ...input }) => {
  const person = readPerson(input);
  if (!person.ok) return person;
  const written = inOneTransaction(context, (tx) => {
    if (!findPerson(tx, id)) return err(notFound('person'));
    if (id === context.me && !input.active) return err(refused('person.at-desk'));
    const facts = { person: id, roles: [...person.value.roles], active: input.active };
    append(tx, context, [
      personAmended(context.moment.today, id, person.value),
      auditFact(context, 'audit.people', { about: id, facts }),
    ]);
    return ok(undefined);
  });
  return written.ok ? ok({ id, revision: nextRevision(context) }) : written;
};
