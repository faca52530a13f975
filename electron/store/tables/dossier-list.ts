import type { ReadDb } from '../db.ts';
import { walkedPage } from '../search/walk.ts';
import { foundPage } from './dossier-hits.ts';
import { kindsOf } from './dossier-keys.ts';
import { type DossierPage, type DossierQuery, dossierParts } from './dossier-order.ts';

/** One page of a list. `forced`: hits are found by walking, which only tests say. */
export function dossierPage(
  db: ReadDb,
  query: DossierQuery,
  offset: number,
  limit: number,
  forced?: 'walk',
): DossierPage {
  const kinds = kindsOf(db, query);
  const kind = kinds.reduce((sum, { n }) => sum + n, 0);
  if (kind === 0) return { total: 0, more: false, ns: [] };
  if (query.words.length > 0) return foundPage(db, { query, kinds }, { offset, limit }, forced);
  const ns = walkedPage(db, { name: JSON.stringify(query), parts: dossierParts(query) }, offset, limit);
  return { total: kind, more: false, ns };
}

/** Numbers of open files on which no clock runs or is suspended, oldest first: a page of them, and how many there are. */
export function unclockedDossiers(
  db: ReadDb,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly number[] } {
  const from = `FROM dossier INDEXED BY dossier_unclocked WHERE next_deadline IS NULL AND status <> 'closed'`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`)?.n ?? 0;
  const rows = db.all<{ n: number }>(
    `SELECT n ${from} ORDER BY received_on, id LIMIT ? OFFSET ?`,
    ...[page.limit, page.offset],
  );
  return { total, rows: rows.map((row) => row.n) };
}
