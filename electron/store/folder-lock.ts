import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '#shared/base/result.ts';
import { storeFailureOf } from './failure.ts';

/** Proof that this process alone works on a data folder. */
export type FolderLock = { readonly folder: string; readonly release: () => void };

/**
 * - in-use: another process works on the folder. folder-read-only: it cannot be written.
 * - folder-unreadable: it cannot be reached at all. disk-full: no room for anything.
 */
export type LockFailure = { readonly code: 'in-use' | 'folder-read-only' | 'folder-unreadable' | 'disk-full' };

function lockFailure(error: unknown): LockFailure {
  const failure = storeFailureOf(error);
  if (!failure) throw error;
  switch (failure.code) {
    case 'database-busy':
      return { code: 'in-use' };
    case 'disk-full':
    case 'folder-read-only':
      return { code: failure.code };
    case 'database-damaged':
    case 'disk-error':
      return { code: 'folder-unreadable' };
  }
}

/** The folder itself, or the nearest folder above it that exists. */
function nearestExisting(folder: string): string {
  const above = dirname(folder);
  return statSync(folder, { throwIfNoEntry: false }) || above === folder ? folder : nearestExisting(above);
}

/**
 * Takes a data folder for this process, making it (for this user only) when it does not exist. The lock is the
 * operating system's lock on an empty SQLite file: it ends with the process however that ends, so nothing is ever stale.
 */
export function lockFolder(folder: string): Result<FolderLock, LockFailure> {
  const path = join(folder, 'xieban.lock');
  let database: Database.Database | undefined;
  try {
    const existing = nearestExisting(folder);
    if (!statSync(existing).isDirectory()) return err({ code: 'folder-unreadable' });
    accessSync(existing, constants.W_OK);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const held = new Database(path, { timeout: 0 });
    database = held;
    held.pragma('journal_mode=MEMORY');
    // Nothing is ever written into it: the file stays empty and the lock stays held until `release`.
    held.exec('BEGIN EXCLUSIVE');
    // SQLite falls back to reading a file it may not write, and such a transaction locks nobody out.
    accessSync(path, constants.W_OK);
    return ok({ folder, release: () => held.close() });
  } catch (error) {
    database?.close();
    return err(lockFailure(error));
  }
}
