import type { ReadDb, WriteDb } from '../db.ts';

/**
 * Unsubmitted typing of one form in one window; never a fact, never leaves the device. `savedAt` in milliseconds since
 * 1970.
 */
export type Draft = {
  readonly key: string;
  readonly writer: string;
  readonly title: string;
  readonly text: string;
  readonly savedAt: number;
};

/** One state of one window's draft. `saves` counts what the window saved, so that a later state is another one. */
export type DraftMark = { readonly writer: string; readonly saves: number };

/** Keeps what was typed, in place of what the same window kept before under the key. */
export function saveDraft(tx: WriteDb, draft: Draft): void {
  tx.arrange(
    `INSERT INTO draft (key, writer, title, text, saved_at, saves) VALUES (?, ?, ?, ?, ?, 1)
     ON CONFLICT (key, writer) DO UPDATE
     SET title = excluded.title, text = excluded.text, saved_at = excluded.saved_at, saves = saves + 1`,
    draft.key,
    draft.writer,
    draft.title,
    draft.text,
    draft.savedAt,
  );
}

/** The draft of one form: the window's own, else the newest. */
export function findDraft(db: ReadDb, key: string, writer: string): (Draft & DraftMark) | undefined {
  return db.get<Draft & DraftMark>(
    `SELECT key, writer, title, text, saved_at AS savedAt, saves FROM draft WHERE key = ?
     ORDER BY writer = ? DESC, saved_at DESC, writer LIMIT 1`,
    key,
    writer,
  );
}

/** Whether windows other than these two keep a draft of the form. */
export function othersWrite(db: ReadDb, key: string, writer: string, besides: string): boolean {
  const sql = 'SELECT 1 AS one FROM draft WHERE key = ? AND writer NOT IN (?, ?) LIMIT 1';
  return db.get(sql, key, writer, besides) !== undefined;
}

/** Every form with a draft, once, without its texts, newest first. */
export function listDrafts(db: ReadDb): readonly Omit<Draft, 'text' | 'writer'>[] {
  return db.all('SELECT key, title, max(saved_at) AS savedAt FROM draft GROUP BY key ORDER BY savedAt DESC, key');
}

/** Removes a window's draft; nothing happens when there is none. */
export function discardDraft(tx: WriteDb, key: string, writer: string): void {
  tx.arrange('DELETE FROM draft WHERE key = ? AND writer = ?', key, writer);
}

/** Removes a draft in exactly this state; one that was saved again since stays. */
export function discardState(tx: WriteDb, key: string, { writer, saves }: DraftMark): void {
  tx.arrange('DELETE FROM draft WHERE key = ? AND writer = ? AND saves = ?', key, writer, saves);
}
