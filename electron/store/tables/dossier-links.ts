import type { DossierId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A tie between two files: what `other` is to `dossier`. */
export type DossierLinkRow = { readonly dossier: DossierId; readonly other: DossierId; readonly kind: string };

/** Every tie of a file, those another file was tied by included; `back` says that this file is the other one. */
export function linksOf(db: ReadDb, id: DossierId): readonly (DossierLinkRow & { readonly back: boolean })[] {
  const rows = db.all<DossierLinkRow>(
    'SELECT dossier, other, kind FROM dossier_link WHERE dossier = ? OR other = ? ORDER BY dossier, other, kind',
    id,
    id,
  );
  return rows.map((row) => ({ ...row, back: row.other === id }));
}

/** Keeps a tie; the same one twice is one. */
export function putLink(tx: WriteDb, { dossier, other, kind }: DossierLinkRow): void {
  tx.run(
    'INSERT INTO dossier_link (dossier, other, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    dossier,
    other,
    kind,
  );
}

/** Takes every tie between two files away, whichever of them was tied to the other. */
export function dropLinks(tx: WriteDb, one: DossierId, two: DossierId): void {
  tx.run(
    'DELETE FROM dossier_link WHERE (dossier = ? AND other = ?) OR (dossier = ? AND other = ?)',
    ...[one, two, two, one],
  );
}
