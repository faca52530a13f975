import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { project } from '#electron/services/journal/project.ts';
import { keptTables, rebuild } from '#electron/store/rebuild.ts';
import type { Store } from '#electron/store/store.ts';
import { atLeast, type Check } from './check-line.ts';
import { manyDossiers } from './many-dossiers.ts';
import { openBench } from './open-bench.ts';

const dossiers = 100_000;

type Table = { readonly name: string; readonly columns: readonly string[] };

function tablesOf(store: Store): readonly Table[] {
  const named = store.db.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return named
    .filter(({ name }) => !keptTables.has(name))
    .map(({ name }) => {
      const columns = store.db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', name);
      return { name, columns: columns.map((column) => column.name) };
    });
}

/** As many inserts as the tables have rows, into a plain file without an index, in one transaction; answers their number. */
function plainReplay(store: Store, path: string): number {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const plain = new Database(path);
  plain.pragma('journal_mode=WAL');
  plain.exec('BEGIN');
  let rows = 0;
  for (const { name, columns } of tablesOf(store)) {
    plain.exec(`CREATE TABLE "${name}" (${columns.map((column) => `"${column}"`).join(', ')})`);
    const insert = plain.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of store.db.each<Record<string, string | number | null>>(`SELECT * FROM "${name}"`)) {
      insert.run(...Object.values(row));
      rows += 1;
    }
  }
  plain.exec('COMMIT');
  plain.close();
  return rows;
}

/** `bench rebuild`: every table of 100 000 dossiers from their entries, its rate beside a plain replay of as many inserts. */
export async function benchRebuild(cache: string): Promise<readonly Check[]> {
  const folder = join(cache, `start-${dossiers}`);
  await manyDossiers(folder, dossiers);
  const office = await openBench(folder);
  const { store } = office.open;
  const started = performance.now();
  const rebuilt = rebuild(store, (tx, entry, date, n) => project(tx, { entry, n, date }, office.open));
  const seconds = (performance.now() - started) / 1000;
  if (!rebuilt.ok) throw new Error(rebuilt.error.code);
  const plainStarted = performance.now();
  const rows = plainReplay(store, join(cache, 'rebuild-plain.db'));
  const plainSeconds = (performance.now() - plainStarted) / 1000;
  office.close();
  const { entries, same } = rebuilt.value;
  const rate = (of: number, took: number): string => `${Math.round(of / took)}/s`;
  console.log(
    `rebuild, ${dossiers} dossiers: ${entries} entries in ${seconds.toFixed(1)} s, ${rate(entries, seconds)}`,
  );
  console.log(`  ${rows} rows of tables, ${rate(rows, seconds)}; plain inserts of them ${rate(rows, plainSeconds)}`);
  return [atLeast('rebuild: tables came out the same', same ? 1 : 0, 1)];
}
