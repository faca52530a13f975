import type { DossierId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import type { GivenNumber, SeriesPlace } from './number-series.ts';

/** A number a file was given. `voidOn` is empty while it stands. */
export type GivenRow = GivenNumber & {
  readonly text: string;
  readonly dossier: DossierId;
  readonly on: string;
  readonly voidOn: string;
  readonly voidReason: string;
};

const columns = `series, year, seq, part, text, dossier, on_date AS "on", void_on AS voidOn, void_reason AS voidReason`;

/** A series of the office or of one of its branches. */
const ofSeries = "(series = ? OR series GLOB ? || '@*')";

/** Keeps a number with the file it was given to. */
export function addGiven(tx: WriteDb, row: Omit<GivenRow, 'voidOn' | 'voidReason'>): void {
  tx.run(
    `INSERT INTO given_number (series, year, seq, part, text, dossier, on_date, void_on, void_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, '', '') ON CONFLICT (series, year, seq, part) DO NOTHING`,
    ...[row.series, row.year, row.seq, row.part, row.text, row.dossier, row.on],
  );
}

/** Voids the numbers of a file in a series, whichever branch gave them; they are kept with the reason and never given again. */
export function voidGiven(
  tx: WriteDb,
  dossier: DossierId,
  series: string,
  said: { readonly on: string; readonly reason: string },
): void {
  tx.run(
    `UPDATE given_number SET void_on = ?, void_reason = ? WHERE dossier = ? AND ${ofSeries} AND void_on = ''`,
    ...[said.on, said.reason, dossier, series, series],
  );
}

/**
 * Frees the numbers of a file that leaves with the import it came with: the series go on behind the last one that is
 * still given, or behind where they were made to begin.
 */
export function releaseGiven(tx: WriteDb, dossier: DossierId): void {
  const rows = tx.all<SeriesPlace>('SELECT series, year, seq FROM given_number WHERE dossier = ?', dossier);
  tx.run('DELETE FROM given_number WHERE dossier = ?', dossier);
  for (const { series, year } of rows) {
    tx.run(
      `UPDATE number_series
       SET last = max(start, coalesce((SELECT max(seq) FROM given_number WHERE series = ? AND year = ?), 0))
       WHERE series = ? AND year = ?`,
      ...[series, year, series, year],
    );
  }
}

/** Whether a place of a series was ever given, voided ones included. */
export function isPlaceGiven(db: ReadDb, place: GivenNumber): boolean {
  return textAt(db, place) !== undefined;
}

/** The number a file bears in a series is entered in its book under another day: the act that gave it was on that day. */
export function moveGiven(tx: WriteDb, dossier: DossierId, series: string, on: string): void {
  tx.run(
    `UPDATE given_number SET on_date = ? WHERE dossier = ? AND ${ofSeries} AND void_on = ''`,
    ...[on, dossier, series, series],
  );
}

/** Whether a number as written was ever given, voided ones included. */
export function isGiven(db: ReadDb, text: string): boolean {
  return db.get<{ one: number }>('SELECT 1 AS one FROM given_number WHERE text = ? LIMIT 1', text) !== undefined;
}

/** The place of a number a file bears, as it is written; undefined when it bears none of that text that stands. */
export function numberBorne(db: ReadDb, dossier: DossierId, text: string): GivenRow | undefined {
  return db.get<GivenRow>(
    `SELECT ${columns} FROM given_number WHERE dossier = ? AND text = ? AND void_on = ''`,
    ...[dossier, text],
  );
}

/** A number as it was written, by its place; undefined when none was given there. */
export function textAt(db: ReadDb, { series, year, seq, part }: GivenNumber): string | undefined {
  return db.get<{ text: string }>(
    'SELECT text FROM given_number WHERE series = ? AND year = ? AND seq = ? AND part = ?',
    ...[series, year, seq, part],
  )?.text;
}

/** Every number that was ever given to any file, voided ones included, as written with its place. */
export function everyGiven(db: ReadDb): readonly (SeriesPlace & { readonly text: string })[] {
  return db.all<SeriesPlace & { text: string }>('SELECT series, year, seq, text FROM given_number');
}

/** Every number a file was given, voided ones included. */
export function numbersOf(db: ReadDb, dossier: DossierId): readonly GivenRow[] {
  return db.all<GivenRow>(`SELECT ${columns} FROM given_number WHERE dossier = ?`, dossier);
}

/** The place after the last one given under a number; 1 when there is none. Voided ones count: none is given twice. */
export function nextUnder(db: ReadDb, { series, year, seq }: SeriesPlace): number {
  const row = db.get<{ last: number }>(
    'SELECT max(part) AS last FROM given_number WHERE series = ? AND year = ? AND seq = ?',
    ...[series, year, seq],
  );
  return (row?.last ?? 0) + 1;
}

/** The days of a book: from the first, included, to the last, excluded, both 'YYYY-MM-DD'. */
export type BookDays = { readonly from: string; readonly before: string };

/**
 * The numbers of some series given in some days, in the order of the series and their running numbers, and how many
 * there are. A file of another side than `side` is left out where one is named.
 */
export function givenPage(
  db: ReadDb,
  of: BookDays & { readonly series: readonly string[]; readonly side: 'arb' | 'lsi' | null },
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly GivenRow[] } {
  const { from, before, side } = of;
  const sided = side === null ? '' : ' AND (SELECT side FROM dossier WHERE dossier.id = given_number.dossier) = ?';
  const where = `FROM given_number WHERE series IN (SELECT value FROM json_each(?)) AND on_date >= ? AND on_date < ?${sided}`;
  const values = [JSON.stringify(of.series), from, before, ...(side === null ? [] : [side])];
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${where}`, ...values)?.n ?? 0;
  const rows = db.all<GivenRow>(
    `SELECT ${columns} ${where} ORDER BY series, year, seq, part LIMIT ? OFFSET ?`,
    ...[...values, limit, offset],
  );
  return { total, rows };
}
