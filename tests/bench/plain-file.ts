import { existsSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { gramsOf } from '#electron/store/search/grams.ts';
import { filledFile } from './filled-file.ts';

const perTransaction = 10_000;

/** The plain file knows nothing of the product: the same rows and texts, the indexes a person would make by hand. */
const plainTables = `
CREATE TABLE dossier (n INTEGER PRIMARY KEY, id TEXT, side TEXT, status TEXT, window_no TEXT, case_no TEXT, title TEXT,
  cause TEXT, handler TEXT, received_on TEXT, accepted_on TEXT, closed_on TEXT, open_requests INTEGER, stage TEXT,
  lead_no TEXT, next_due TEXT, next_deadline TEXT);
CREATE TABLE deadline (id TEXT PRIMARY KEY, rule_id TEXT, of_part TEXT, due TEXT, target TEXT, soon_from TEXT,
  resume_by TEXT, state TEXT, provisional INTEGER, confidence TEXT) WITHOUT ROWID;
CREATE INDEX by_due ON dossier (status, next_due, n);
CREATE TABLE texts (n INTEGER PRIMARY KEY, text TEXT);
CREATE VIRTUAL TABLE grams USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO grams (grams, rank) VALUES ('hashsize', 16777216);
`;

function openPlain(path: string): Database.Database {
  const isNew = !existsSync(path);
  const database = new Database(path);
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=OFF');
  if (isNew) database.exec(plainTables);
  return database;
}

/** Fills the plain file, from where an interrupted filling stopped. */
function fill(path: string, count: number): void {
  const database = openPlain(path);
  const row = database.prepare('INSERT INTO dossier VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const limit = database.prepare('INSERT INTO deadline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const text = database.prepare('INSERT INTO texts VALUES (?, ?)');
  const grams = database.prepare('INSERT INTO grams (rowid, body) VALUES (?, ?)');
  const begun = database.prepare<[], { n: number }>('SELECT coalesce(max(n), 0) AS n FROM dossier').get()?.n ?? 0;
  for (let start = begun; start < count; start += perTransaction) {
    database.exec('BEGIN');
    for (let n = start; n < Math.min(count, start + perTransaction); n += 1) {
      const { row: of, text: texts } = filledFile(n);
      const body = `${texts.short}\n${texts.long}`;
      row.run(
        ...[of.revision, of.id, of.side, of.status, of.windowNo, of.caseNo, of.title, of.cause, of.handler],
        ...[of.receivedOn, of.acceptedOn, of.closedOn, of.openRequests, of.stage, of.leadNo],
        ...[of.nextDue, of.nextDeadline],
      );
      if (of.nextDeadline !== null) {
        limit.run(of.nextDeadline, 'ARB.LIMIT', '', of.nextDue, null, null, null, 'running', 0, 'certain');
      }
      text.run(of.revision, body);
      grams.run(of.revision, gramsOf(body));
    }
    database.exec('COMMIT');
  }
  database.close();
}

/** Fills the plain file at `path` with `count` files in a thread of its own, beside the filling of the other one. */
export function fillPlain(path: string, count: number): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { path, count } });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

if (!isMainThread) fill(workerData.path, workerData.count);
