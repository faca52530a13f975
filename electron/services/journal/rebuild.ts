import { projectionTableNames } from '#electron/store/migrations/projection-tables.ts';
import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { arrivals } from '#electron/store/tables/entries.ts';
import type { Whose } from './projector.ts';
import { project } from './project.ts';

type Hash = (bytes: Uint8Array) => string;
const encoder = new TextEncoder();

/** One hash over every row of every projection, so that two states of the tables can be compared. */
export function projectionDigest(db: ReadDb, hash: Hash): string {
  let digest = '';
  for (const table of projectionTableNames) {
    // Names come from the constant above; every table's first columns are its key, so this order is total.
    const rows = db.all<Record<string, unknown>>(`SELECT * FROM ${table}`).map((row) => JSON.stringify(row));
    digest = hash(encoder.encode(`${digest}\n${table}\n${rows.toSorted().join('\n')}`));
  }
  return digest;
}

/**
 * Empties every projection and replays all entries in the order in which they became known here. Drafts, settings,
 * streams, receipts and quarantine are not projections and stay. Answers how many entries were replayed.
 */
export function rebuild(tx: WriteDb, whose: Whose): number {
  for (const table of projectionTableNames) tx.run(`DELETE FROM ${table}`);
  let count = 0;
  for (const { n, date, entry } of arrivals(tx)) {
    project(tx, { entry, n, date }, whose);
    count += 1;
  }
  return count;
}
