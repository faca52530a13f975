import type { ReadDb, WriteDb } from '../db.ts';

/** A place in a series: its year (0 for a series that never starts anew) and its running number. */
export type SeriesPlace = { readonly series: string; readonly year: number; readonly seq: number };

/** A number given: its place, and which of the files under that number bears it; 0 for the number itself. */
export type GivenNumber = SeriesPlace & { readonly part: number };

/** The number after the last one given in a series and year; 1 when there is none. */
export function nextInSeries(db: ReadDb, series: string, year: number): number {
  const row = db.get<{ last: number }>('SELECT last FROM number_series WHERE series = ? AND year = ?', series, year);
  return (row?.last ?? 0) + 1;
}

/** Notes that a number was given. */
export function noteNumber(tx: WriteDb, given: SeriesPlace): void {
  tx.run(
    `INSERT INTO number_series (series, year, last, start) VALUES (?, ?, ?, 0)
     ON CONFLICT (series, year) DO UPDATE SET last = max(last, excluded.last)`,
    ...[given.series, given.year, given.seq],
  );
}

/** Notes that a series goes on behind a place that it did not give itself; it never goes back before it. */
export function startBehind(tx: WriteDb, { series, year, seq }: SeriesPlace): void {
  tx.run(
    `INSERT INTO number_series (series, year, last, start) VALUES (?, ?, ?, ?)
     ON CONFLICT (series, year) DO UPDATE SET last = max(last, excluded.last), start = max(start, excluded.start)`,
    ...[series, year, seq, seq],
  );
}
