import type { ReadDb } from '#electron/store/db.ts';
import { type AboutRow, aboutAfter } from '#electron/store/tables/about.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Entry } from '#shared/protocol/entry.ts';

/** An act on a file that is taken back on a day. */
export type Undone = {
  readonly db: ReadDb;
  readonly dossier: DossierId;
  readonly act: AboutRow;
  readonly on: LocalDate;
};

/** What stands as the reason where an act was taken back. */
export const undoneReason = '撤销';

/** The facts about something in their order, up to the act. */
export function factsBefore({ db, act }: Undone, subject: string): readonly Entry[] {
  const before: Entry[] = [];
  for (const id of aboutAfter(db, subject, 0)) {
    if (id === act.entry) break;
    const entry = findEntry(db, id);
    if (entry !== undefined) before.push(entry);
  }
  return before;
}
