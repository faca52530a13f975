import { createHash } from 'node:crypto';
import type { LocalDate } from '#shared/base/local-date.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import type { ReadDb, WriteDb } from './db.ts';
import type { StoreFailure } from './failure.ts';
import { coreTables } from './migrations/core-tables.ts';
import { fileTables } from './migrations/file-tables.ts';
import { mediumTables } from './migrations/medium-tables.ts';
import { workplaceTables } from './migrations/workplace-tables.ts';
import type { Store } from './store.ts';
import { arrivals } from './tables/entries.ts';
import { transaction } from './transaction.ts';

/** Projects one entry, the `n`th to arrive; the same function for a local entry, a received one and a rebuild. */
export type Apply = (tx: WriteDb, entry: Entry, arrivedOn: LocalDate, n: number) => void;

/** What a rebuild did: entries replayed, and whether every table came out as it was before. */
export type Rebuilt = { readonly entries: number; readonly same: boolean; readonly drifted: readonly string[] };

type TableRow = { readonly name: string; readonly type: string };

/** Names of the tables `rebuild` never touches: facts, what travels and lies on media, typing, how desks are arranged, what was read. */
export const keptTables: ReadonlySet<string> = new Set(
  [...(coreTables + fileTables + mediumTables + workplaceTables).matchAll(/^CREATE TABLE (\w+)/gm)].map(
    (match) => match[1] ?? '',
  ),
);

/** Tables that are computed from entries: ordinary ones and search indexes. */
function projections(db: ReadDb): { readonly plain: readonly string[]; readonly search: readonly string[] } {
  const tables = db
    .all<TableRow>(
      "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .filter((table) => !keptTables.has(table.name));
  const named = (type: string): readonly string[] =>
    tables.filter((table) => table.type === type).map(({ name }) => name);
  return { plain: named('table'), search: named('virtual') };
}

function columnsOf(db: ReadDb, table: string): string {
  const columns = db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table);
  return columns.map((column) => `"${column.name}"`).join(', ');
}

/** One digest for each projected table, over all of its rows in the order of their values. */
export function projectionDigests(db: ReadDb): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const table of projections(db).plain) {
    const digest = createHash('sha256');
    const columns = columnsOf(db, table);
    const rows = db.each<Record<string, unknown>>(`SELECT ${columns} FROM "${table}" ORDER BY ${columns}`);
    for (const row of rows) digest.update(`${JSON.stringify(Object.values(row))}\n`);
    digests.set(table, digest.digest('hex'));
  }
  return digests;
}

function clear(tx: WriteDb): void {
  const { plain, search } = projections(tx);
  for (const table of plain) tx.run(`DELETE FROM "${table}"`);
  for (const table of search) tx.run(`INSERT INTO "${table}" ("${table}") VALUES ('delete-all')`);
}

/**
 * Empties every projected table and replays all entries in the order of their arrival, in one transaction. Signatures
 * are not checked; that is a command of its own.
 */
export function rebuild(store: Store, apply: Apply): Result<Rebuilt, StoreFailure> {
  const before = projectionDigests(store.db);
  return transaction(store, (tx) => {
    // References between projections are checked at the end, so the order of emptying does not matter.
    tx.run('PRAGMA defer_foreign_keys = ON');
    clear(tx);
    let entries = 0;
    for (const { entry, date, n } of arrivals(tx)) {
      apply(tx, entry, date, n);
      entries += 1;
    }
    const after = projectionDigests(tx);
    const drifted = [...after.keys()].filter((table) => after.get(table) !== before.get(table));
    return ok({ entries, same: drifted.length === 0, drifted });
  });
}
