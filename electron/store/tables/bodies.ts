import type { BodyHash, EntryId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** What is known here of a body: its text, that it was destroyed and by which entry, or nothing. */
export type BodyState =
  | { readonly state: 'present'; readonly text: string }
  | { readonly state: 'erased'; readonly by: EntryId }
  | { readonly state: 'absent' };

/** Keeps a body whose hash was checked. A body that was erased stays erased. */
export function putBody(tx: WriteDb, hash: BodyHash, text: string): void {
  tx.run('INSERT INTO body (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING', hash, text);
}

/** The body with this hash. */
export function bodyState(db: ReadDb, hash: BodyHash): BodyState {
  const row = db.get<{ text: string | null; erased_by: EntryId | null }>(
    'SELECT text, erased_by FROM body WHERE hash = ?',
    hash,
  );
  if (!row) return { state: 'absent' };
  if (row.text !== null) return { state: 'present', text: row.text };
  if (row.erased_by === null) throw new Error('a body row holds a text or who erased it');
  return { state: 'erased', by: row.erased_by };
}

/** Destroys a body for good, or forbids one that has not arrived; `by` is the entry that orders it. */
export function eraseBody(tx: WriteDb, hash: BodyHash, by: EntryId): void {
  tx.run(
    `INSERT INTO body (hash, text, erased_by) VALUES (?, NULL, ?)
     ON CONFLICT (hash) DO UPDATE SET text = NULL, erased_by = excluded.erased_by WHERE text IS NOT NULL`,
    hash,
    by,
  );
}

/** How many bodies were erased. */
export function erasedBodyCount(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM body WHERE text IS NULL')?.n ?? 0;
}
