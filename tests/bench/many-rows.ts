import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { numberSortKey, searchTextOf } from '#electron/services/dossier/search-text.ts';
import { databasePath } from '#electron/store/database-file.ts';
import type { WriteDb } from '#electron/store/db.ts';
import { initial } from '#electron/store/migrations/0001-initial.ts';
import { openStore } from '#electron/store/open.ts';
import { gramsOf } from '#electron/store/search/grams.ts';
import { putSearchText, type SearchText } from '#electron/store/search/search-index.ts';
import type { Store } from '#electron/store/store.ts';
import { putDeadline } from '#electron/store/tables/deadlines.ts';
import { type DossierRow, putDossier } from '#electron/store/tables/dossiers.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { madeUpFile } from './made-up-words.ts';

/** The day the measured lists are asked on. */
export const benchToday = localDate('2026-11-20');

const key = new Uint8Array(32).fill(7);
const perTransaction = 10_000;

type Filled = { readonly row: DossierRow; readonly text: SearchText };

function fileOf(n: number): Filled {
  const { number, worker, employer, summary, status, dueIn, receivedIn } = madeUpFile(n);
  const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as DossierId;
  const nextDue = dueIn === null ? null : addDays(benchToday, dueIn);
  const row: DossierRow = {
    ...{ id, side: 'arb', status, windowNo: `青收${n + 1}`, caseNo: number, numberKey: numberSortKey(number) },
    ...{ title: `${worker} 与 ${employer}`, cause: '追索劳动报酬', handler: null, channel: 'window' },
    ...{ receivedOn: addDays(benchToday, receivedIn), acceptedOn: null, closedOn: null, closeType: null, nextDue },
    ...{ nextDeadline: nextDue === null ? null : `${id}:ARB.LIMIT`, openRequests: 0, revision: n + 1 },
    ...{ stage: 'APPLIED', leadNo: null },
  };
  const party = (name: string, type: 'person' | 'unit') => ({ name, type, uscc: '', legalRep: '' });
  const parties = [party(worker, 'person'), party(employer, 'unit')];
  return { row, text: searchTextOf({ ...row, parties, texts: [summary] }) };
}

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

/** The plain file knows nothing of the product: the same rows and texts, the indexes a person would make by hand. */
const plainTables = `
CREATE TABLE dossier (n INTEGER PRIMARY KEY, id TEXT, status TEXT, window_no TEXT, case_no TEXT, title TEXT, cause TEXT,
  received_on TEXT, next_due TEXT);
CREATE INDEX by_due ON dossier (status, next_due, n);
CREATE TABLE texts (n INTEGER PRIMARY KEY, text TEXT);
CREATE VIRTUAL TABLE grams USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO grams (grams, rank) VALUES ('hashsize', 16777216);
`;

type Plain = { readonly begin: () => void; readonly put: (filled: Filled) => void; readonly end: () => void };

function plainInto(path: string): Plain & { readonly close: () => void } {
  const isNew = !existsSync(path);
  const database = new Database(path);
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=OFF');
  if (isNew) database.exec(plainTables);
  const row = database.prepare('INSERT OR REPLACE INTO dossier VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const text = database.prepare('INSERT OR REPLACE INTO texts VALUES (?, ?)');
  const grams = database.prepare('INSERT OR REPLACE INTO grams (rowid, body) VALUES (?, ?)');
  return {
    begin: () => void database.exec('BEGIN'),
    put: ({ row: of, text: { short, long } }) => {
      const named = [of.windowNo, of.caseNo, of.title, of.cause, of.receivedOn, of.nextDue];
      row.run(of.revision, of.id, of.status, ...named);
      text.run(of.revision, `${short}\n${long}`);
      grams.run(of.revision, gramsOf(`${short}\n${long}`));
    },
    end: () => void database.exec('COMMIT'),
    close: () => void database.close(),
  };
}

/** Fills both files, from where an interrupted filling stopped. */
function fill(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const opened = openStore({ folder, key, mode: existsSync(databasePath(folder)) ? 'open' : 'create' });
  if (!opened.ok) throw new Error(opened.error.code);
  const plain = plainInto(join(folder, 'plain.db'));
  const begun = opened.value.db.get<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM dossier')?.n ?? 0;
  for (let start = begun; start < count; start += perTransaction) {
    const filled = Array.from({ length: Math.min(perTransaction, count - start) }, (_, at) => fileOf(start + at));
    // The plain file first: what is there twice after an interruption is replaced by the same.
    plain.begin();
    for (const file of filled) plain.put(file);
    plain.end();
    const written = transaction(opened.value, (tx) => {
      for (const file of filled) putFile(tx, file);
      return ok(undefined);
    });
    if (!written.ok) throw new Error(written.error.code);
    if (start % 50_000 === 0) console.log(`  loading ${start} of ${count}`);
  }
  opened.value.close();
  plain.close();
}

const filledTables = ['dossier', 'dossier_kind', 'dossier_key', 'deadline', 'search_text', 'search_index', 'person'];

/** The statements that make the tables filled here and their indexes; the other tables stay empty. */
function schemaOfFilled(): string {
  const statements = initial.sql.split(';').map((statement) => statement.replaceAll(/^\s*--.*$/gm, '').trim());
  const about = new RegExp(`^(CREATE (VIRTUAL TABLE|TABLE|INDEX \\w+ ON)|INSERT INTO) (${filledTables.join('|')})\\b`);
  return statements.filter((statement) => about.test(statement)).join(';\n');
}

/** What the cached data depends on: the tables that are filled, what fills them and this folder's own files. */
function stampOf(count: number): string {
  const digest = createHash('sha256').update(`${count}\n${schemaOfFilled()}\n`);
  const files = ['./many-rows.ts', './made-up-words.ts', '../../electron/store/search/grams.ts'];
  for (const file of [...files, '../../electron/store/search/place.ts']) {
    digest.update(readFileSync(new URL(file, import.meta.url)));
  }
  return digest.digest('hex');
}

/** The same `count` made-up files twice: in our encrypted store, and in a plain file beside it, both kept in `cache`. */
export function manyRows(cache: string, count: number): { readonly store: Store; readonly plain: Database.Database } {
  const folder = join(cache, `rows-${count}`);
  const [begun, whole] = [join(folder, 'bench-begun'), join(folder, 'bench-whole')];
  const stamp = stampOf(count);
  const holds = (file: string): boolean => existsSync(file) && readFileSync(file, 'utf8') === stamp;
  if (!holds(whole)) {
    if (!holds(begun)) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(begun, stamp);
    fill(folder, count);
    writeFileSync(whole, stamp);
  }
  const opened = openStore({ folder, key });
  if (!opened.ok) throw new Error(opened.error.code);
  const plain = new Database(join(folder, 'plain.db'), { readonly: true });
  plain.pragma('cache_size=-65536');
  return { store: opened.value, plain };
}
