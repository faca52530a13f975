import type { ReadDb, WriteDb } from '../db.ts';

/** A number given: the series it belongs to, its year (0 for a series that never starts anew) and its place. */
export type GivenNumber = { readonly series: string; readonly year: number; readonly seq: number };

/** The number after the last one given in a series and year; 1 when there is none. */
export function nextInSeries(db: ReadDb, series: string, year: number): number {
  const row = db.get<{ last: number }>('SELECT last FROM number_series WHERE series = ? AND year = ?', series, year);
  return (row?.last ?? 0) + 1;
}

/** Notes that a number was given. */
export function noteNumber(tx: WriteDb, given: GivenNumber): void {
  tx.run(
    `INSERT INTO number_series (series, year, last) VALUES (?, ?, ?)
     ON CONFLICT (series, year) DO UPDATE SET last = max(last, excluded.last)`,
    ...[given.series, given.year, given.seq],
  );
}
