import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { databasePath } from '#electron/store/database-file.ts';
import type { WriteDb } from '#electron/store/db.ts';
import { initial } from '#electron/store/migrations/0001-initial.ts';
import { openStore } from '#electron/store/open.ts';
import { putSearchText } from '#electron/store/search/search-index.ts';
import type { Store } from '#electron/store/store.ts';
import { putDeadline } from '#electron/store/tables/deadlines.ts';
import { putDossier } from '#electron/store/tables/dossiers.ts';
import { transaction } from '#electron/store/transaction.ts';
import { localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { type Filled, filledFile } from './filled-file.ts';
import { fillPlain } from './plain-file.ts';

const key = new Uint8Array(32).fill(7);
const perTransaction = 10_000;

function putFile(tx: WriteDb, { row, text }: Filled): void {
  putDossier(tx, row);
  putSearchText(tx, row.revision, text);
  if (row.nextDeadline === null || row.nextDue === null) return;
  const due = localDate(row.nextDue);
  putDeadline(tx, {
    ...{ id: row.nextDeadline, about: 'dossier', subject: row.id, ruleId: 'ARB.LIMIT', of: '', due, target: null },
    ...{ soonFrom: null, resumeBy: null, state: 'running', provisional: false, confidence: 'certain' },
    ...{ calendarVersion: 'bench', packVersion: 'bench' },
  });
}

/** Fills both files, from where an interrupted filling stopped. */
async function fill(folder: string, count: number): Promise<void> {
  const plain = fillPlain(join(folder, 'plain.db'), count);
  const opened = openStore({ folder, key, mode: existsSync(databasePath(folder)) ? 'open' : 'create' });
  if (!opened.ok) throw new Error(opened.error.code);
  const begun = opened.value.db.get<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM dossier')?.n ?? 0;
  for (let start = begun; start < count; start += perTransaction) {
    const written = transaction(opened.value, (tx) => {
      for (let n = start; n < Math.min(count, start + perTransaction); n += 1) putFile(tx, filledFile(n));
      return ok(undefined);
    });
    if (!written.ok) throw new Error(written.error.code);
    if (start % 50_000 === 0) console.log(`  loading ${start} of ${count}`);
  }
  opened.value.close();
  await plain;
}

/** What the cached data depends on: the tables, since a store of other tables is not opened, and what fills them. */
function stampOf(count: number): string {
  const digest = createHash('sha256').update(`${count}\n${initial.sql}\n`);
  const own = ['./many-rows.ts', './filled-file.ts', './plain-file.ts', './made-up-words.ts'];
  for (const file of [...own, '../../electron/store/search/grams.ts', '../../electron/store/search/place.ts']) {
    digest.update(readFileSync(new URL(file, import.meta.url)));
  }
  return digest.digest('hex');
}

/** The same `count` made-up files twice: in our encrypted store, and in a plain file beside it, both kept in `cache`. */
export async function manyRows(
  cache: string,
  count: number,
): Promise<{ readonly store: Store; readonly plain: Database.Database }> {
  const folder = join(cache, `rows-${count}`);
  const [begun, whole] = [join(folder, 'bench-begun'), join(folder, 'bench-whole')];
  const stamp = stampOf(count);
  const holds = (file: string): boolean => existsSync(file) && readFileSync(file, 'utf8') === stamp;
  if (!holds(whole)) {
    if (!holds(begun)) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(begun, stamp);
    await fill(folder, count);
    writeFileSync(whole, stamp);
  }
  const opened = openStore({ folder, key });
  if (!opened.ok) throw new Error(opened.error.code);
  const plain = new Database(join(folder, 'plain.db'), { readonly: true });
  plain.pragma('cache_size=-65536');
  return { store: opened.value, plain };
}
