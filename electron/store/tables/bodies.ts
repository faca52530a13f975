import type { BodyHash, EntryId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** What is known here of a body: its text, that it was destroyed and by which entry, or nothing. */
export type BodyState =
  | { readonly state: 'present'; readonly text: string }
  | { readonly state: 'erased'; readonly by: EntryId }
  | { readonly state: 'absent' };

/** A stored entry and the hash of its body. */
export type BodyOwner = { readonly entry: number; readonly hash: BodyHash };

function erasedBy(db: ReadDb, hash: BodyHash): EntryId | undefined {
  return db.get<{ by: EntryId }>('SELECT erased_by AS by FROM erased_body WHERE hash = ?', hash)?.by;
}

/** Whether a body was destroyed, or forbidden before it came. */
export function isErased(db: ReadDb, hash: BodyHash): boolean {
  return erasedBy(db, hash) !== undefined;
}

/** Keeps a body that came after its entry and whose hash was checked. A body that was erased stays erased. */
export function putBody(tx: WriteDb, hash: BodyHash, text: string): void {
  if (isErased(tx, hash)) return;
  const waiting = tx.all<{ n: number }>('SELECT n FROM entry WHERE body_hash = ? AND bodiless = 1', hash);
  for (const { n } of waiting) {
    tx.run('INSERT INTO body (entry, text) VALUES (?, ?)', n, text);
    tx.run('UPDATE entry SET bodiless = 0 WHERE n = ?', n);
  }
}

/** The body of a stored entry. */
export function bodyState(db: ReadDb, { entry, hash }: BodyOwner): BodyState {
  const text = db.get<{ text: string }>('SELECT text FROM body WHERE entry = ?', entry)?.text;
  if (text !== undefined) return { state: 'present', text };
  const by = erasedBy(db, hash);
  return by === undefined ? { state: 'absent' } : { state: 'erased', by };
}

/** Destroys the body of a stored entry for good; `by` is the entry that orders it. The first order is the one kept. */
export function eraseBody(tx: WriteDb, { entry, hash }: BodyOwner, by: EntryId): void {
  forbidBody(tx, hash, by);
  tx.run('DELETE FROM body WHERE entry = ?', entry);
  tx.run('UPDATE entry SET bodiless = 1 WHERE n = ?', entry);
}

/** Notes that a body must not come in, because it was ordered destroyed before its entry arrived. */
export function forbidBody(tx: WriteDb, hash: BodyHash, by: EntryId): void {
  tx.run('INSERT INTO erased_body (hash, erased_by) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING', hash, by);
}

/** How many bodies were erased. */
export function erasedBodyCount(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM erased_body')?.n ?? 0;
}
