import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCipher } from '#electron/store/database-file.ts';
import type { ReadDb } from '#electron/store/db.ts';
import { pendingMigrations } from '#electron/store/migrate.ts';
import type { Migration } from '#electron/store/migration.ts';
import { migrations, released } from '#electron/store/migrations/all.ts';
import { openStore } from '#electron/store/open.ts';
import { projectionDigests, rebuild } from '#electron/store/rebuild.ts';
import { entryCount } from '#electron/store/tables/entries.ts';
import { transaction } from '#electron/store/transaction.ts';
import { ok } from '#shared/base/result.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { appendFact, openForTest, testKey } from './support/store-fixture.ts';

const next = (sql: string): readonly Migration[] => [
  ...migrations,
  { version: migrations.length + 1, name: 'next', sql },
];

/** The text of every table, index and trigger, without the spelling differences ALTER TABLE leaves. */
function schemaOf(db: ReadDb): readonly unknown[] {
  return db.all(
    `SELECT m.type, m.name, m.tbl_name, c.name AS column, c.type AS kind, c."notnull" AS needed, c.pk
     FROM sqlite_schema m LEFT JOIN pragma_table_xinfo(m.name) c ORDER BY m.type, m.name, c.cid`,
  );
}

describe('the list of steps', () => {
  test('has no gaps, and a list with gaps is refused', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    expect(() => pendingMigrations([{ version: 2, name: 'late', sql: '' }], 0)).toThrow(/version 1/);
  });

  test('has not changed what was released', () => {
    for (const [version, sha256] of Object.entries(released)) {
      const sql = migrations[Number(version) - 1]?.sql ?? '';
      expect(createHash('sha256').update(sql).digest('hex'), `migration ${version}`).toBe(sha256);
    }
  });
});

describe('opening an older file', () => {
  function older(): string {
    const folder = tempFolder();
    const store = unwrap(openStore({ folder, key: testKey, mode: 'create' }));
    unwrap(transaction(store, (tx) => ok(['a', 'b'].map((text) => appendFact(tx, text)))));
    store.close();
    return folder;
  }

  test('runs the steps it lacks, after an encrypted copy was made', () => {
    const folder = older();
    const store = openForTest(folder, { migrations: next('ALTER TABLE entry ADD COLUMN extra TEXT') });
    expect(store.db.all('SELECT extra FROM entry')).toHaveLength(2);
    const path = join(folder, 'copies', `before-version-${migrations.length + 1}.db`);
    expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    const copy = openCipher(path, testKey, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(copy.prepare('SELECT count(*) AS n FROM entry').get()).toEqual({ n: 2 });
    copy.close();
  });

  test('a step that fails leaves the file as it was', () => {
    const folder = older();
    const failing = next('CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);');
    expect(() => openStore({ folder, key: testKey, migrations: failing })).toThrow(/nowhere/);
    const store = openForTest(folder);
    expect(store.db.all("SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([]);
    expect(entryCount(store.db)).toBe(2);
  });

  test('makes no copy when nothing is to be done', () => {
    const folder = older();
    openForTest(folder);
    expect(existsSync(join(folder, 'copies'))).toBe(false);
  });

  test('migrating and starting anew end in the same schema', () => {
    const steps = next('ALTER TABLE entry ADD COLUMN extra TEXT; CREATE TABLE t (a TEXT PRIMARY KEY) STRICT;');
    const migrated = openForTest(older(), { migrations: steps });
    const fresh = openForTest(tempFolder(), { mode: 'create', migrations: steps });
    expect(schemaOf(migrated.db)).toEqual(schemaOf(fresh.db));
    expect(schemaOf(migrated.db).length).toBeGreaterThan(50);
  });
});

describe('rebuild', () => {
  const steps = next(
    `CREATE TABLE kind_count (kind TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT;
     CREATE VIRTUAL TABLE word USING fts5(text, content='', contentless_delete=1);`,
  );
  type Apply = Parameters<typeof rebuild>[1];
  const apply: Apply = (tx, entry) => {
    tx.run('INSERT INTO kind_count VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET n = n + 1', entry.parsed.kind);
    tx.run('INSERT INTO word (rowid, text) VALUES (?, ?)', entry.parsed.seq, entry.body ?? '');
  };

  function filled() {
    const store = openForTest(tempFolder(), { mode: 'create', migrations: steps });
    unwrap(
      transaction(store, (tx) => {
        for (const text of ['alpha', 'beta', 'gamma']) {
          const entry = appendFact(tx, text);
          apply(tx, entry, ...([] as unknown as [never, never]));
        }
        tx.run("INSERT INTO setting (key, value) VALUES ('kept', '1')");
        return ok(undefined);
      }),
    );
    return store;
  }

  test('gives the same tables, and what is no projection stays', () => {
    const store = filled();
    expect(unwrap(rebuild(store, apply))).toEqual({ entries: 3, same: true, drifted: [] });
    expect(store.db.all('SELECT * FROM kind_count')).toEqual([{ kind: 'note.added', n: 3 }]);
    expect(store.db.all("SELECT rowid FROM word WHERE word MATCH 'beta'")).toEqual([{ rowid: 2 }]);
    expect(store.db.all('SELECT value FROM setting')).toEqual([{ value: '1' }]);
  });

  test('finds and repairs a table that had drifted', () => {
    const store = filled();
    unwrap(transaction(store, (tx) => ok(tx.run('UPDATE kind_count SET n = 99'))));
    expect(unwrap(rebuild(store, apply))).toEqual({ entries: 3, same: false, drifted: ['kind_count'] });
    expect(unwrap(rebuild(store, apply)).same).toBe(true);
  });

  test('migrating equals rebuilding: a step that fills a new table in place gives what replaying gives', () => {
    const folder = tempFolder();
    const before = unwrap(openStore({ folder, key: testKey, mode: 'create' }));
    unwrap(transaction(before, (tx) => ok(['a', 'b'].map((text) => appendFact(tx, text)))));
    before.close();
    const filling = next(
      `CREATE TABLE kind_count (kind TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT;
       INSERT INTO kind_count SELECT kind, count(*) FROM entry GROUP BY kind;`,
    );
    const store = openForTest(folder, { migrations: filling });
    const digests = projectionDigests(store.db);
    const replay: Apply = (tx, entry) => {
      tx.run('INSERT INTO kind_count VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET n = n + 1', entry.parsed.kind);
    };
    expect(unwrap(rebuild(store, replay))).toMatchObject({ same: true });
    expect(projectionDigests(store.db)).toEqual(digests);
  });

  test('a replay that fails changes nothing', () => {
    const store = filled();
    const digests = projectionDigests(store.db);
    const failing: Apply = () => {
      throw new Error('a bug in a projection');
    };
    expect(() => rebuild(store, failing)).toThrow(/bug/);
    expect(projectionDigests(store.db)).toEqual(digests);
  });
});
