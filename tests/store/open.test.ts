import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkStore, quarantineDatabase } from '#electron/store/check.ts';
import { databasePath, openCipher, pageSize } from '#electron/store/database-file.ts';
import { storeFailureOf } from '#electron/store/failure.ts';
import { migrations } from '#electron/store/migrations/all.ts';
import { openStore } from '#electron/store/open.ts';
import { connectionOf } from '#electron/store/store.ts';
import { chainEntries, entryCount } from '#electron/store/tables/entries.ts';
import { transaction } from '#electron/store/transaction.ts';
import { ok } from '#shared/base/result.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { appendFact, openForTest, testChain, testKey } from './support/store-fixture.ts';

let folder = '';
let path = '';

/** A closed store with a few hundred kilobytes of entries. */
beforeEach(() => {
  folder = tempFolder();
  path = databasePath(folder);
  const store = unwrap(openStore({ folder, key: testKey, mode: 'create' }));
  const filled = transaction(store, (tx) => {
    for (let index = 0; index < 200; index += 1) appendFact(tx, `fact ${index} ${'x'.repeat(1000)}`);
    return ok(undefined);
  });
  unwrap(filled);
  store.close();
});

/** Opens, expects a refusal, and that neither the file nor its neighbours changed. */
function expectRefusal(code: string, key: Uint8Array = testKey): void {
  const before = readFileSync(path);
  const names = readdirSync(folder);
  expect(refusal(openStore({ folder, key }))).toEqual({ code });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(names);
}

function damage(change: (bytes: Buffer) => Buffer): void {
  writeFileSync(path, change(readFileSync(path)));
}

function flipBit(offset: number): void {
  damage((bytes) => {
    bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
    return bytes;
  });
}

test('what was written is there after closing and opening again', () => {
  const store = openForTest(folder);
  expect(entryCount(store.db)).toBe(200);
  expect(chainEntries(store.db, testChain, 7, 1)[0]?.body).toContain('fact 6 ');
  expect(checkStore(store)).toEqual(ok(undefined));
});

test('the file is encrypted from its first byte and the session keeps to its settings', () => {
  expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  const store = openForTest(folder);
  const setting = (name: string): unknown => store.db.get<Record<string, unknown>>(`SELECT * FROM pragma_${name}`);
  expect(setting('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(setting('synchronous')).toEqual({ synchronous: 2 });
  expect(setting('foreign_keys')).toEqual({ foreign_keys: 1 });
  expect(setting('trusted_schema')).toEqual({ trusted_schema: 0 });
  expect(setting('temp_store')).toEqual({ temp_store: 2 });
});

test('every table is STRICT', () => {
  const { db } = openForTest(folder);
  const loose = db.all(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
  );
  expect(loose).toEqual([]);
});

describe('a file that is not ours to open is refused and left as it is', () => {
  test('wrong key', () => expectRefusal('wrong-key', randomBytes(32)));

  test('not encrypted', () => {
    rmSync(path);
    const plain = new Database(path);
    plain.exec('CREATE TABLE t (a) STRICT'.replace('(a)', '(a TEXT)'));
    plain.close();
    expectRefusal('plaintext');
  });

  test('another program’s file', () => {
    writeFileSync(path, randomBytes(8 * pageSize));
    expectRefusal('foreign');
  });

  test('an encrypted database that is none of this program’s', () => {
    rmSync(path);
    const other = openCipher(path, testKey);
    other.exec('CREATE TABLE t (a TEXT) STRICT');
    other.close();
    expectRefusal('foreign');
  });

  test('a newer version', () => {
    const future = openCipher(path, testKey);
    future.pragma(`user_version=${migrations.length + 1}`);
    future.close();
    expectRefusal('newer');
  });

  test('a newer version whose last transaction still lies in the log', () => {
    const future = openCipher(path, testKey);
    future.pragma('journal_mode=WAL');
    future.pragma(`user_version=${migrations.length + 1}`);
    const aside = join(folder, 'aside');
    mkdirSync(aside);
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, join(aside, `xieban.db${suffix}`));
    future.close();
    folder = aside;
    path = databasePath(aside);
    writeFileSync(join(aside, 'xieban.lock'), '');
    const log = readFileSync(`${path}-wal`);
    expectRefusal('newer');
    expect(readFileSync(`${path}-wal`).equals(log)).toBe(true);
  });

  test('missing, and never made silently', () => {
    rmSync(path);
    expect(refusal(openStore({ folder, key: testKey }))).toEqual({ code: 'missing' });
    expect(existsSync(path)).toBe(false);
  });

  test('making one where one is', () => {
    const before = readFileSync(path);
    expect(refusal(openStore({ folder, key: testKey, mode: 'create' }))).toEqual({ code: 'exists' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a damaged file is told from the others and left as it is', () => {
  test('emptied', () => {
    damage(() => Buffer.alloc(0));
    expectRefusal('truncated');
  });
  test('cut in the middle of a page', () => {
    damage((bytes) => bytes.subarray(0, bytes.length - 1000));
    expectRefusal('truncated');
  });
  test('cut between two pages', () => {
    damage((bytes) => bytes.subarray(0, bytes.length - 3 * pageSize));
    expectRefusal('truncated');
  });
  test('cut to its first bytes', () => {
    damage((bytes) => bytes.subarray(0, 100));
    expectRefusal('truncated');
  });
  test.each([0, 5, 9, 15])('a bit flipped in the mark at %i', (offset) => {
    flipBit(offset);
    expectRefusal('damaged');
  });
  test.each([16, 100, 4095])('a bit flipped in the first page at %i', (offset) => {
    flipBit(offset);
    expectRefusal('damaged');
  });

  test('a bit flipped deep inside is found by the check after opening; the file is set aside whole, not deleted', () => {
    flipBit(readFileSync(path).length - 10 * pageSize);
    const bytes = readFileSync(path);
    const opened = unwrap(openStore({ folder, key: testKey }));
    expect(refusal(checkStore(opened))).toEqual({ code: 'database-damaged' });
    opened.close();
    const aside = unwrap(quarantineDatabase(folder, Date.UTC(2026, 2, 2)));
    expect(aside).toContain('2026-03-02T08-00-00-000');
    expect(readFileSync(join(aside, 'xieban.db')).equals(bytes)).toBe(true);
    expect(refusal(openStore({ folder, key: testKey }))).toEqual({ code: 'missing' });
  });

  test('reading a damaged page throws what storeFailureOf calls damage, and a transaction answers it', () => {
    const length = readFileSync(path).length;
    for (let offset = length - 60 * pageSize; offset < length; offset += pageSize) flipBit(offset + 50);
    const store = openForTest(folder);
    let thrown: unknown;
    try {
      chainEntries(store.db, testChain);
    } catch (error) {
      thrown = error;
    }
    expect(storeFailureOf(thrown)).toEqual({ code: 'database-damaged' });
    const answered = transaction(store, (tx) => ok(tx.all('SELECT * FROM body').length));
    expect(refusal(answered)).toEqual({ code: 'database-damaged' });
  });
});

test('data of another build, with other tables under the same version, is refused and not touched', () => {
  const store = openForTest(folder);
  const { database } = connectionOf(store);
  database.exec('ALTER TABLE law_slot RENAME TO law_slot_of_before');
  store.close();
  expectRefusal('other-build');
});
