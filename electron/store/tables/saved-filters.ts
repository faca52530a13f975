import type { UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A filter of the register one person keeps by name; `filter` is the JSON text of what the list is narrowed by. */
export type SavedFilter = {
  readonly id: string;
  readonly person: UserId;
  readonly name: string;
  readonly filter: string;
};

const columns = 'id, person, name, filter';

/** A person's filters, in the order they were first kept. */
export function filtersOf(db: ReadDb, person: UserId): readonly SavedFilter[] {
  return db.all<SavedFilter>(`SELECT ${columns} FROM saved_filter WHERE person = ? ORDER BY id`, person);
}

/** One filter of a person. */
export function findFilter(db: ReadDb, person: UserId, id: string): SavedFilter | undefined {
  return db.get<SavedFilter>(`SELECT ${columns} FROM saved_filter WHERE id = ? AND person = ?`, id, person);
}

/** Whether an id is taken, by whomever. */
export function isFilterId(db: ReadDb, id: string): boolean {
  return db.get('SELECT 1 AS one FROM saved_filter WHERE id = ?', id) !== undefined;
}

/** Keeps a filter under an id that is free. */
export function addFilter(tx: WriteDb, { id, person, name, filter }: SavedFilter): void {
  tx.arrange('INSERT INTO saved_filter (id, person, name, filter) VALUES (?, ?, ?, ?)', id, person, name, filter);
}

/** Gives a filter another name. */
export function renameFilter(tx: WriteDb, id: string, name: string): void {
  tx.arrange('UPDATE saved_filter SET name = ? WHERE id = ?', name, id);
}

/** Removes a person's filter; nothing happens when there is none. */
export function removeFilter(tx: WriteDb, person: UserId, id: string): void {
  tx.arrange('DELETE FROM saved_filter WHERE id = ? AND person = ?', id, person);
}
