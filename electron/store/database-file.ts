import { createHmac } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The encrypted database inside the data folder. */
export function databasePath(folder: string): string {
  return join(folder, 'xieban.db');
}

/** The files SQLite keeps beside a database while it is open or after a power cut. */
export const companionSuffixes = ['-wal', '-shm'] as const;

/** Bytes of one page; SQLCipher's own default. */
export const pageSize = 4096;

const mark = Buffer.from('xieban\0\u0001', 'latin1');
const plaintextMark = Buffer.from('SQLite format 3\0', 'latin1');
const saltBytes = 16;

/**
 * The first 16 bytes of a database under `key`: a fixed mark and 8 bytes that follow from the key. SQLCipher uses
 * them as its salt, which needs no secrecy under a random key; here they tell a foreign file from a wrong key and
 * both from a damaged page.
 */
export function fileMark(key: Uint8Array): Uint8Array {
  const tail = createHmac('sha256', key).update('xieban-database-mark-v1').digest();
  return Buffer.concat([mark, tail.subarray(0, saltBytes - mark.length)]);
}

/** What the first bytes and the length of a database file say, before any of it is decrypted. */
export type FileShape =
  | 'missing'
  | 'empty'
  | 'plaintext'
  | 'foreign'
  | 'wrong-key'
  | 'mark-damaged'
  | 'torn'
  | 'plausible';

function differingBits(a: Uint8Array, b: Uint8Array): number {
  let bits = 0;
  for (const [index, byte] of a.entries()) {
    for (let rest = byte ^ (b[index] ?? 0); rest > 0; rest &= rest - 1) bits += 1;
  }
  return bits;
}

/** Looks at a database file without opening it as one. A few flipped bits in the mark read as damage, not as another key. */
export function inspectFile(path: string, key: Uint8Array): FileShape {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 'missing';
  if (stat.size === 0) return 'empty';
  const head = Buffer.alloc(saltBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, saltBytes, 0);
  } finally {
    closeSync(file);
  }
  if (head.equals(plaintextMark)) return 'plaintext';
  const expected = fileMark(key);
  const wrong = differingBits(head, expected);
  if (wrong > 0) {
    if (wrong <= 8) return 'mark-damaged';
    return head.subarray(0, mark.length).equals(mark) ? 'wrong-key' : 'foreign';
  }
  return stat.size % pageSize === 0 ? 'plausible' : 'torn';
}

/** Opens a file with the cipher and the raw key, before anything is read. The key is only ever written as hex digits. */
export function openCipher(path: string, key: Uint8Array, options: Database.Options = {}): Database.Database {
  if (key.length !== 32) throw new Error('a database key has 32 bytes');
  const database = new Database(path, options);
  const hex = Buffer.concat([key, fileMark(key)]).toString('hex');
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  database.pragma(`key="x'${hex}'"`);
  return database;
}

/** Sets what every connection to the office's data must hold to. */
export function setPragmas(database: Database.Database): void {
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  database.pragma('foreign_keys=ON');
  database.pragma('trusted_schema=OFF');
  database.pragma('temp_store=MEMORY');
  database.pragma('secure_delete=ON');
  database.pragma('cell_size_check=ON');
  // Negative: kibibytes. Decrypting a page costs more than keeping it.
  database.pragma('cache_size=-65536');
}
