import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { err, ok, type Result } from '#shared/base/result.ts';
import {
  companionSuffixes,
  databasePath,
  type FileShape,
  inspectFile,
  openCipher,
  setPragmas,
} from './database-file.ts';
import { createAccess } from './db.ts';
import { publishFile } from './durable-file.ts';
import { storeFailureOf } from './failure.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { applicationId, isSchemaOf, migrate, pendingMigrations, schemaVersion } from './migrate.ts';
import type { Migration } from './migration.ts';
import { migrations as allMigrations } from './migrations/all.ts';
import type { OpenFailure, OpenFailureCode } from './open-failure.ts';
import { bindConnection, type Store } from './store.ts';

/** What is needed to open an office's data. */
export type OpenOptions = {
  /** The data folder. */
  readonly folder: string;
  /** The raw 32-byte database key; see electron/sealing. */
  readonly key: Uint8Array;
  /** 'create' makes a new database and refuses when there is one; 'open' (the default) never makes one. */
  readonly mode?: 'open' | 'create';
  /** A lock taken before, for instance before asking for the passphrase; who took it releases it. */
  readonly lock?: FolderLock;
  /** The steps of the schema; only tests give others. */
  readonly migrations?: readonly Migration[];
};

const shapeFailures: Readonly<Record<Exclude<FileShape, 'plausible'>, OpenFailureCode>> = {
  missing: 'missing',
  empty: 'truncated',
  plaintext: 'plaintext',
  foreign: 'foreign',
  'wrong-key': 'wrong-key',
  'mark-damaged': 'damaged',
  torn: 'truncated',
};

/** Makes the file beside its place and gives it its name when it is whole, so that a kill leaves none or all of it. */
function createDatabase(folder: string, key: Uint8Array, migrations: readonly Migration[]): void {
  const unfinished = `${databasePath(folder)}.new`;
  for (const suffix of ['', '-journal', ...companionSuffixes]) rmSync(unfinished + suffix, { force: true });
  const database = openCipher(unfinished, key);
  try {
    setPragmas(database);
    migrate(database, pendingMigrations(migrations, 0));
  } finally {
    database.close();
  }
  publishFile(unfinished, databasePath(folder));
}

/** Reads the version marks without changing a byte of the file or its log. */
function refusalOf(path: string, key: Uint8Array, migrations: readonly Migration[]): OpenFailureCode | undefined {
  const absent = companionSuffixes.filter((suffix) => !existsSync(path + suffix));
  const database = openCipher(path, key, { readonly: true });
  try {
    const owner = Number(database.pragma('application_id', { simple: true }));
    if (owner !== applicationId) return 'foreign';
    const version = schemaVersion(database);
    if (version > migrations.length) return 'newer';
    return isSchemaOf(database, migrations.slice(0, version)) ? undefined : 'other-build';
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure?.code !== 'database-damaged') throw error;
    // The mark fits, so the key is right: a page is wrong, or pages its header counts are missing.
    return error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT' ? 'truncated' : 'damaged';
  } finally {
    database.close();
    for (const suffix of absent) rmSync(path + suffix, { force: true });
  }
}

/** Keeps a copy of the file as it was before the first step that changes it. */
function copyBefore(database: Database.Database, folder: string, version: number): void {
  const copies = join(folder, 'copies');
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const path = join(copies, `before-version-${version + 1}.db`);
  if (existsSync(path)) return;
  const unfinished = `${path}.new`;
  rmSync(unfinished, { force: true });
  database.prepare('VACUUM INTO ?').run(unfinished);
  publishFile(unfinished, path);
}

function openDatabase(folder: string, key: Uint8Array, migrations: readonly Migration[]): Database.Database {
  const database = openCipher(databasePath(folder), key, { fileMustExist: true });
  try {
    setPragmas(database);
    const version = schemaVersion(database);
    const pending = pendingMigrations(migrations, version);
    if (pending.length > 0) {
      copyBefore(database, folder, version);
      migrate(database, pending);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function openFailureOf(error: unknown): OpenFailure {
  const failure = storeFailureOf(error);
  if (!failure) throw error;
  return failure.code === 'database-damaged' ? { code: 'damaged' } : { code: failure.code };
}

function openLocked(lock: FolderLock, options: OpenOptions): Result<Store, OpenFailure> {
  const { folder } = lock;
  const migrations = options.migrations ?? allMigrations;
  const path = databasePath(folder);
  if (options.mode === 'create') {
    if (statSync(path, { throwIfNoEntry: false })) return err({ code: 'exists' });
    createDatabase(folder, options.key, migrations);
  }
  const shape = inspectFile(path, options.key);
  if (shape !== 'plausible') return err({ code: shapeFailures[shape] });
  const refusal = refusalOf(path, options.key, migrations);
  if (refusal) return err({ code: refusal });
  const database = openDatabase(folder, options.key, migrations);
  const { read, write } = createAccess(database);
  const close = (): void => {
    database.close();
    if (!options.lock) lock.release();
  };
  return ok(bindConnection({ folder, db: read, close }, { database, write, key: options.key }));
}

/** Opens (or makes) the encrypted database of a data folder for this process alone. Refusals change nothing on disk. */
export function openStore(options: OpenOptions): Result<Store, OpenFailure> {
  const locked = options.lock ? ok(options.lock) : lockFolder(options.folder);
  if (!locked.ok) return locked;
  try {
    const opened = openLocked(locked.value, options);
    if (!opened.ok && !options.lock) locked.value.release();
    return opened;
  } catch (error) {
    if (!options.lock) locked.value.release();
    return err(openFailureOf(error));
  }
}
