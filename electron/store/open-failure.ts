import type { LockFailure } from './folder-lock.ts';

/**
 * Why the data of a folder was not opened. Nothing was changed, renamed or removed.
 * - missing / exists: there is no database / there is one already.
 * - plaintext: the file is not encrypted. foreign: it is not a database of this program.
 * - wrong-key: it is one, under another key. newer: a newer version of the program wrote it.
 * - other-build: it has the tables of another build of this version.
 * - truncated: its end is missing. damaged: a page failed its check.
 * - database-busy, disk-error: the device or another program refuses.
 */
export type OpenFailureCode =
  | LockFailure['code']
  | 'missing'
  | 'exists'
  | 'plaintext'
  | 'foreign'
  | 'wrong-key'
  | 'newer'
  | 'other-build'
  | 'truncated'
  | 'damaged'
  | 'database-busy'
  | 'disk-error';

/** A refusal to open, with its closed code. */
export type OpenFailure = { readonly code: OpenFailureCode };
