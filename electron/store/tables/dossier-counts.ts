import type { ReadDb, SqlValue, WriteDb } from '../db.ts';

/** What files are counted by. */
type Counted = { readonly side: string; readonly status: string; readonly handler: string | null };

function add(tx: WriteDb, { side, status, handler }: Counted, by: number): void {
  tx.run(
    `INSERT INTO dossier_count (side, status, handler, n) VALUES (?, ?, ?, ?)
     ON CONFLICT (side, status, handler) DO UPDATE SET n = n + excluded.n`,
    ...[side, status, handler ?? '', by],
  );
}

/** Counts a file that is about to be put, in place of how it was counted until now. */
export function countDossier(tx: WriteDb, row: Counted & { readonly id: string }): void {
  const before = tx.get<Counted>('SELECT side, status, handler FROM dossier WHERE id = ?', row.id);
  if (before && before.side === row.side && before.status === row.status && before.handler === row.handler) return;
  if (before) add(tx, before, -1);
  add(tx, row, 1);
}

/** How many files there are of a kind; null and 'all' are any. */
export function dossierTotal(
  db: ReadDb,
  of: {
    readonly side: string;
    readonly statuses: readonly string[];
    readonly handler: string | null;
  },
): number {
  const values: SqlValue[] = [JSON.stringify(of.statuses)];
  let where = 'status IN (SELECT value FROM json_each(?))';
  if (of.side !== 'all') {
    where += ' AND side = ?';
    values.push(of.side);
  }
  if (of.handler !== null) {
    where += ' AND handler = ?';
    values.push(of.handler);
  }
  return db.get<{ n: number }>(`SELECT coalesce(sum(n), 0) AS n FROM dossier_count WHERE ${where}`, ...values)?.n ?? 0;
}
