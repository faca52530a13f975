import type Database from 'better-sqlite3';
import Sqlite from 'better-sqlite3';
import type { Migration } from './migration.ts';

/** 'XIEB' as SQLite's application id: a database of another program is told by it. */
export const applicationId = 0x58_49_45_42;

/** The number of the last migration that ran; 0 in a new file. */
export function schemaVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** The steps a file at `version` still needs. Throws when the list has gaps, which no release may have. */
export function pendingMigrations(all: readonly Migration[], version: number): readonly Migration[] {
  for (const [index, migration] of all.entries()) {
    if (migration.version !== index + 1) throw new Error(`migration ${migration.name} must have version ${index + 1}`);
  }
  return all.slice(version);
}

/** Everything a schema consists of, as its statements were written. */
function statementsOf(database: Database.Database): string {
  const rows = database
    .prepare<[], { sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')
    .all();
  return rows.map(({ sql }) => sql).join('\n');
}

/** Whether a file has the very tables its steps make: before a release a step may have been another one. */
export function isSchemaOf(database: Database.Database, steps: readonly Migration[]): boolean {
  const made = new Sqlite(':memory:');
  try {
    migrate(made, steps);
    return statementsOf(made) === statementsOf(database);
  } finally {
    made.close();
  }
}

/** Runs each step in a transaction of its own together with its version mark; a step that fails leaves the one before. */
export function migrate(database: Database.Database, pending: readonly Migration[]): void {
  for (const { version, sql } of pending) {
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`application_id=${applicationId}`);
      database.pragma(`user_version=${version}`);
    })();
  }
}
