import type { DossierId, ManifestId, UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { workedOn } from './worked-on.ts';

/** Where a table that is taken in stands: begun and perhaps not ended, ended, or taken back. */
export type ImportState = 'open' | 'done' | 'undone';

/** A table that was taken in, and how it was read. */
export type ImportRow = {
  readonly id: string;
  readonly n: number;
  readonly person: UserId;
  readonly at: string;
  /** Name of the file, in the body of its fact. */
  readonly name: string;
  readonly manifest: ManifestId;
  /** '' where the program tells it. */
  readonly charset: string;
  readonly sheet: string;
  readonly head: number;
  readonly side: 'arb' | 'lsi';
  /** Fields by column, as JSON text. */
  readonly columns: string;
  readonly planned: number;
  readonly state: ImportState;
  readonly undoneBy: string;
  readonly undoneAt: string;
  readonly reason: string;
  readonly withdrawn: number;
};

const columns = `id, n, person, at, name, manifest, charset, sheet, head, side, columns, planned, state,
  undone_by AS undoneBy, undone_at AS undoneAt, reason, withdrawn`;

/** Keeps a table that begins to be taken in. */
export function addImport(
  tx: WriteDb,
  row: Omit<ImportRow, 'state' | 'undoneBy' | 'undoneAt' | 'reason' | 'withdrawn'>,
): void {
  tx.run(
    `INSERT INTO import_batch (id, n, person, at, name, manifest, charset, sheet, head, side, columns, planned, state,
       undone_by, undone_at, reason, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', '', '', '', 0)
     ON CONFLICT (id) DO NOTHING`,
    ...[row.id, row.n, row.person, row.at, row.name, row.manifest, row.charset, row.sheet, row.head, row.side],
    ...[row.columns, row.planned],
  );
}

/** One table that was taken in. */
export function findImport(db: ReadDb, id: string): ImportRow | undefined {
  return db.get<ImportRow>(`SELECT ${columns} FROM import_batch WHERE id = ?`, id);
}

/** The tables that were taken in, the newest first. */
export function importPage(db: ReadDb, offset: number, limit: number): readonly ImportRow[] {
  return db.all<ImportRow>(`SELECT ${columns} FROM import_batch ORDER BY n DESC LIMIT ? OFFSET ?`, limit, offset);
}

/** How many tables were taken in. */
export function importCount(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM import_batch')?.n ?? 0;
}

/** Notes that a table was taken in to its end. */
export function endImport(tx: WriteDb, id: string): void {
  tx.run("UPDATE import_batch SET state = 'done' WHERE id = ? AND state = 'open'", id);
}

/** Notes that a table is taken back. */
export function undoImport(
  tx: WriteDb,
  id: string,
  said: { readonly by: string; readonly at: string; readonly reason: string },
): void {
  tx.run(
    "UPDATE import_batch SET state = 'undone', undone_by = ?, undone_at = ?, reason = ? WHERE id = ?",
    ...[said.by, said.at, said.reason, id],
  );
}

/** Notes a fact of an import about a file; only the first one names the line the file came with. */
export function noteImportFile(
  tx: WriteDb,
  of: { readonly batch: string; readonly line: number | null; readonly dossier: DossierId; readonly n: number },
): void {
  if (of.line === null) {
    tx.run('UPDATE import_file SET n = ? WHERE dossier = ? AND batch = ?', of.n, of.dossier, of.batch);
    return;
  }
  tx.run(
    'INSERT INTO import_file (batch, line, dossier, n) VALUES (?, ?, ?, ?) ON CONFLICT (batch, line) DO NOTHING',
    ...[of.batch, of.line, of.dossier, of.n],
  );
}

/** Forgets that a file came with an import, and counts it as withdrawn. */
export function dropImportFile(tx: WriteDb, batch: string, dossier: DossierId): void {
  tx.run('DELETE FROM import_file WHERE dossier = ? AND batch = ?', dossier, batch);
  tx.run('UPDATE import_batch SET withdrawn = withdrawn + 1 WHERE id = ?', batch);
}

/** Lines of a table whose files are here. */
export function linesIn(db: ReadDb, batch: string): ReadonlySet<number> {
  const rows = db.all<{ line: number }>('SELECT line FROM import_file WHERE batch = ?', batch);
  return new Set(rows.map(({ line }) => line));
}

/** How many files of an import are here. */
export function countImported(db: ReadDb, batch: string): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM import_file WHERE batch = ?', batch)?.n ?? 0;
}

/** A file of an import, and whether it stays when that is taken back. */
export type ImportedFile = { readonly line: number; readonly dossier: DossierId; readonly worked: boolean };

/** Whether a number of the file `f` is borne, with -1 or 之一 behind it, by a file that does not leave with its import. */
const leads = `EXISTS (
  SELECT 1 FROM given_number AS lead
  JOIN given_number AS under ON under.series = lead.series AND under.year = lead.year AND under.seq = lead.seq AND under.part > 0
  LEFT JOIN import_file AS g ON g.dossier = under.dossier AND g.batch = f.batch
  WHERE lead.dossier = f.dossier AND lead.part = 0 AND under.dossier <> f.dossier AND (g.dossier IS NULL OR ${workedOn('g.dossier', 'g.n')}))`;

/**
 * Files of an import by line, those behind `after`. Worked on is also a file under whose number another one stands that
 * stays: the number itself would be gone from above it.
 */
export function importedFiles(db: ReadDb, batch: string, after: number, limit: number): readonly ImportedFile[] {
  const rows = db.all<{ line: number; dossier: DossierId; worked: number }>(
    `SELECT line, dossier, ${workedOn('f.dossier', 'f.n')} OR ${leads} AS worked
     FROM import_file AS f WHERE batch = ? AND line > ? ORDER BY line LIMIT ?`,
    ...[batch, after, limit],
  );
  return rows.map((row) => ({ ...row, worked: row.worked === 1 }));
}
