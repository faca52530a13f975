import { timeOrderedId, type UserId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { personAdded } from './facts.ts';
import { readPerson } from './read-person.ts';

/** Somebody joins the office. */
export const addPerson: Handler<'person.add'> = (context, input) => {
  const person = readPerson({ ...input, active: true });
  if (!person.ok) return person;
  // An opaque id of the form every row id has; the brand says what it stands for.
  const id = timeOrderedId(context.moment.at, context.random.bytes(10)) as UserId;
  const written = inOneTransaction(context, (tx) => {
    append(tx, context, [personAdded(context.moment.today, id, person.value)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id, revision: nextRevision(context) }) : written;
};
