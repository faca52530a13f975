import type { ReadDb } from '#electron/store/db.ts';
import { allPeople } from '#electron/store/tables/people.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { UserId } from '#shared/base/ids.ts';
import { timeOrderedId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { OfficeContext } from '../context.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

type Handler = { readonly name: string; readonly cardNo: string; readonly phone: string };

/** Handlers for the facts (opaque ids) and for the body (names the partner sees). */
export type NamedHandlers = { readonly ids: readonly UserId[]; readonly named: readonly JsonObject[] };

/**
 * Two or more different persons (取证不得少于两人). A person of the office keeps the opaque id the office knows; somebody
 * else gets a fresh one, so that no name stands in a signed header.
 */
export function namedHandlers(
  db: ReadDb,
  context: Pick<OfficeContext, 'moment' | 'random'>,
  handlers: readonly Handler[],
): Result<NamedHandlers, Failure> {
  const people = allPeople(db).filter((person) => person.active);
  const ids: UserId[] = [];
  const named: JsonObject[] = [];
  for (const [index, handler] of handlers.entries()) {
    const name = cleanText(handler.name, `handlers.${index}.name`, true);
    if (!name.ok) return name;
    const known = people.find((person) => person.name === name.value && !ids.includes(person.id));
    const twice = named.some((one) => one['name'] === name.value && one['cardNo'] === handler.cardNo);
    if (twice) return err(badField('request.handlers-same', `handlers.${index}.name`));
    const id = known?.id ?? (timeOrderedId(context.moment.at, context.random.bytes(10)) as UserId);
    ids.push(id);
    named.push({ id, name: name.value, cardNo: handler.cardNo, phone: handler.phone });
  }
  return ok({ ids, named });
}
