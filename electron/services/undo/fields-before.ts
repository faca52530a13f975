import { aboutAfter } from '#electron/store/tables/about.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import { readBody } from '#shared/protocol/body.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { readObjects, readText } from '../read-fields.ts';
import type { Undone } from './undone.ts';

/** What a fact says in its body; undefined when that was erased or there is none. */
export const contentOf = ({ body }: Entry): JsonObject | undefined => (body === undefined ? undefined : readBody(body));

/** Facts that say several members at once. */
const manyAtOnce: ReadonlySet<string> = new Set(['dossier.received', 'parties.added', 'dossier.separation-undone']);

/** What one fact says of a member (null: of the file): of a receipt the part about it alone, without its id. */
function saidOf(entry: Entry, id: string | null): JsonObject | undefined {
  const content = contentOf(entry);
  if (content === undefined || id === null || !manyAtOnce.has(entry.parsed.kind)) return content;
  const members = [...readObjects(content, 'parties'), ...readObjects(content, 'claims')];
  const found = members.find((member) => readText(member, 'id') === id);
  // A member of a receipt lies in its canonical JSON.
  const { id: _id, ...rest } = (found ?? {}) as JsonObject;
  return rest;
}

/** The fields of something as facts before the act left them; undefined when one of them was erased. */
export function fieldsBefore({ db, act }: Undone, subject: string, id: string | null): JsonObject | undefined {
  let fields: JsonObject = {};
  for (const entryId of aboutAfter(db, subject, 0)) {
    if (entryId === act.entry) break;
    const entry = findEntry(db, entryId);
    if (entry === undefined) continue;
    const said = saidOf(entry, id);
    if (said === undefined && entry.parsed.body !== null) return undefined;
    fields = { ...fields, ...said };
  }
  return fields;
}
