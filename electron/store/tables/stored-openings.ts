import type { EntryId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { entryKey, entryNumber } from './entries.ts';

/** An opening entry and the day on which an office says that it stored it. */
type Named = { readonly entry: EntryId; readonly on: LocalDate };

/** Where the id of a request stands in the name of its chain; SQLite counts from 1. */
const requestAt = 'request/'.length + 1;

/** As rows of one statement: a receipt names up to some hundred entries, nearly all of them known from the one before. */
const listed = (named: readonly Named[]): string =>
  JSON.stringify(named.map(({ entry, on }) => [entryKey(entry), entry, on]));

const entriesListed = `json_each(?) AS one
  JOIN entry ON entry.key = one.value ->> 0 AND entry.id = one.value ->> 1`;

/**
 * Keeps what a receipt of an office says of the days it stored entries of ours; what an earlier one said stays. Nobody
 * stored a letter later than `latest`, the day on which the receipt came in.
 */
export function keepStoredOpenings(tx: WriteDb, office: OfficeId, named: readonly Named[], latest: LocalDate): void {
  if (named.length === 0) return;
  tx.run(
    `INSERT INTO stored_opening (entry, office, date)
     SELECT entry.n, ?, min(one.value ->> 2, ?) FROM ${entriesListed} WHERE true ON CONFLICT DO NOTHING`,
    ...[office, latest, listed(named)],
  );
}

/** The day on which an office stored an entry of ours; undefined while no receipt of it names the entry. */
export function storedOpeningOn(db: ReadDb, office: OfficeId, entry: EntryId): LocalDate | undefined {
  const n = entryNumber(db, entry);
  if (n === undefined) return undefined;
  return db.get<{ date: LocalDate }>('SELECT date FROM stored_opening WHERE entry = ? AND office = ?', n, office)?.date;
}

/** Those of our requests that these entries open and of which no storing day is shown yet. */
export function withoutStoringDay(db: ReadDb, named: readonly Named[]): readonly RequestId[] {
  if (named.length === 0) return [];
  const rows = db.all<{ id: RequestId }>(
    `SELECT request.id FROM ${entriesListed} JOIN chain ON chain.n = entry.chain AND entry.seq = 1
     JOIN request ON request.id = substr(chain.name, ${requestAt}, 36)
     WHERE request.direction = 'out' AND request.stored_on IS NULL`,
    listed(named),
  );
  return rows.map(({ id }) => id);
}
