import Database from 'better-sqlite3';

/**
 * Why a statement or a transaction was refused by the disk or the file; nothing of it was written.
 * - disk-full: no room. folder-read-only: writing is not allowed. disk-error: the device failed.
 * - database-damaged: a page failed its check. database-busy: another process holds the file.
 */
export type StoreFailureCode = 'disk-full' | 'folder-read-only' | 'disk-error' | 'database-damaged' | 'database-busy';

/** A refusal of the disk or the file, with its closed code. */
export type StoreFailure = { readonly code: StoreFailureCode };

const sqliteCodes: readonly (readonly [prefix: string, code: StoreFailureCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'folder-read-only'],
  ['SQLITE_PERM', 'folder-read-only'],
  ['SQLITE_CANTOPEN', 'folder-read-only'],
  ['SQLITE_CORRUPT', 'database-damaged'],
  ['SQLITE_NOTADB', 'database-damaged'],
  ['SQLITE_BUSY', 'database-busy'],
  ['SQLITE_LOCKED', 'database-busy'],
  // The log's index could not grow.
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR', 'disk-error'],
];

const fileCodes: Readonly<Record<string, StoreFailureCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'folder-read-only',
  EACCES: 'folder-read-only',
  EPERM: 'folder-read-only',
  EIO: 'disk-error',
  ENOENT: 'disk-error',
  ENOTDIR: 'disk-error',
  EBUSY: 'disk-error',
  ENXIO: 'disk-error',
  ENODEV: 'disk-error',
  ESTALE: 'disk-error',
};

/** Reads a thrown SQLite or file system error as a closed failure; undefined when it is a bug, which must be thrown on. */
export function storeFailureOf(error: unknown): StoreFailure | undefined {
  if (error instanceof Database.SqliteError) {
    const code = sqliteCodes.find(([prefix]) => error.code.startsWith(prefix))?.[1];
    return code ? { code } : undefined;
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const code = fileCodes[error.code];
    return code ? { code } : undefined;
  }
  return undefined;
}
