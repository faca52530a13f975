import type { ReadDb, SqlValue, WriteDb } from '../db.ts';
import { type Slot, slotOf } from '../search/place.ts';
import { indexLater } from '../search/search-index.ts';

/** What makes the kind of a file: what lists filter by. */
type Kind = {
  readonly side: string;
  readonly status: 'received' | 'accepted' | 'closed';
  readonly handler: string | null;
};

function countMore(tx: WriteDb, { side, status, handler }: Kind): number {
  const row = tx.get<{ id: number }>(
    `INSERT INTO dossier_kind (side, status, handler, n) VALUES (?, ?, ?, 1)
     ON CONFLICT (side, status, handler) DO UPDATE SET n = n + 1 RETURNING id`,
    ...[side, status, handler ?? ''],
  );
  if (row === undefined) throw new Error('no kind');
  return row.id;
}

type Before = { readonly kind: number; readonly slot: Slot };

/** Keeps what lists sort and filter the file with number `n` by, and counts it among its kind alone. */
export function putDossierKey(tx: WriteDb, file: Kind & { readonly n: number; readonly nextDue: string | null }): void {
  const slot = slotOf(file.nextDue, file.status);
  const before = tx.get<Before>('SELECT kind, slot FROM dossier_key WHERE n = ?', file.n);
  if (before?.slot !== slot) indexLater(tx, file.n);
  if (before !== undefined) tx.run('UPDATE dossier_kind SET n = n - 1 WHERE id = ?', before.kind);
  tx.run(
    `INSERT INTO dossier_key (n, kind, slot) VALUES (?, ?, ?)
     ON CONFLICT (n) DO UPDATE SET kind = excluded.kind, slot = excluded.slot`,
    ...[file.n, countMore(tx, file), slot],
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

/** How many files there are in all. */
export function countFiles(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT coalesce(sum(n), 0) AS n FROM dossier_kind')?.n ?? 0;
}
