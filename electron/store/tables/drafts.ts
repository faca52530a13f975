import type { ReadDb, WriteDb } from '../db.ts';

/** Unsubmitted typing of one form; never a fact, never leaves the device. `savedAt` in milliseconds since 1970. */
export type Draft = { readonly key: string; readonly title: string; readonly text: string; readonly savedAt: number };

/** Keeps what was typed, in place of what was kept before under the key. */
export function saveDraft(tx: WriteDb, draft: Draft): void {
  tx.run(
    `INSERT INTO draft (key, title, text, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE
     SET title = excluded.title, text = excluded.text, saved_at = excluded.saved_at`,
    draft.key,
    draft.title,
    draft.text,
    draft.savedAt,
  );
}

/** The draft of one form. */
export function findDraft(db: ReadDb, key: string): Draft | undefined {
  return db.get<Draft>('SELECT key, title, text, saved_at AS savedAt FROM draft WHERE key = ?', key);
}

/** All drafts without their texts, newest first. */
export function listDrafts(db: ReadDb): readonly Omit<Draft, 'text'>[] {
  return db.all('SELECT key, title, saved_at AS savedAt FROM draft ORDER BY saved_at DESC, key');
}

/** Removes a draft; nothing happens when there is none. */
export function discardDraft(tx: WriteDb, key: string): void {
  tx.run('DELETE FROM draft WHERE key = ?', key);
}
