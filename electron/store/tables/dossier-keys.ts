import type { ReadDb, SqlValue, WriteDb } from '../db.ts';

/** What makes the kind of a file: what lists filter by. */
type Kind = { readonly side: string; readonly status: string; readonly handler: string | null };

/** A day as lists sort by it, 20261120 for '2026-11-20'. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 10).replaceAll('-', ''));
}

function countMore(tx: WriteDb, { side, status, handler }: Kind): number {
  const row = tx.get<{ id: number }>(
    `INSERT INTO dossier_kind (side, status, handler, n) VALUES (?, ?, ?, 1)
     ON CONFLICT (side, status, handler) DO UPDATE SET n = n + 1 RETURNING id`,
    ...[side, status, handler ?? ''],
  );
  if (row === undefined) throw new Error('no kind');
  return row.id;
}

/** Keeps what lists sort and filter the file with number `n` by, and counts it among its kind alone. */
export function putDossierKey(tx: WriteDb, file: Kind & { readonly n: number; readonly nextDue: string | null }): void {
  const due = file.nextDue === null ? null : dayNumber(file.nextDue);
  const before = tx.get<{ kind: number }>('SELECT kind FROM dossier_key WHERE n = ?', file.n);
  if (before !== undefined) tx.run('UPDATE dossier_kind SET n = n - 1 WHERE id = ?', before.kind);
  tx.run(
    `INSERT INTO dossier_key (n, kind, due) VALUES (?, ?, ?)
     ON CONFLICT (n) DO UPDATE SET kind = excluded.kind, due = excluded.due`,
    ...[file.n, countMore(tx, file), due],
  );
}

/** One kind among those a list shows, with how many files are of it. */
export type KindRow = { readonly id: number; readonly status: string; readonly n: number };

/** The kinds that have files and fit; 'all' and null are any. */
export function kindsOf(
  db: ReadDb,
  of: { readonly side: string; readonly statuses: readonly string[]; readonly handler: string | null },
): readonly KindRow[] {
  const values: SqlValue[] = [JSON.stringify(of.statuses)];
  let where = 'n > 0 AND status IN (SELECT value FROM json_each(?))';
  if (of.side !== 'all') {
    where += ' AND side = ?';
    values.push(of.side);
  }
  if (of.handler !== null) {
    where += ' AND handler = ?';
    values.push(of.handler);
  }
  return db.all<KindRow>(`SELECT id, status, n FROM dossier_kind WHERE ${where}`, ...values);
}
