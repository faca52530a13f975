import type { DossierId, ManifestId, UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A document put on a file; its bytes lie in the chunk store under `manifest`. `size` in bytes. */
export type DossierFileRow = {
  readonly id: string;
  readonly dossier: DossierId;
  readonly manifest: ManifestId;
  readonly name: string;
  readonly size: number;
  readonly mime: string;
  /** Main volume 正卷 or sub volume 副卷. */
  readonly volume: 'main' | 'sub';
  readonly addedOn: string;
  readonly person: UserId;
  readonly note: string;
};

const columns = 'id, dossier, manifest, name, size, mime, volume, added_on AS addedOn, person, note';

/** The documents of a file in the order they were put there. */
export function dossierFilesOf(db: ReadDb, dossier: DossierId): readonly DossierFileRow[] {
  return db.all<DossierFileRow>(`SELECT ${columns} FROM dossier_file WHERE dossier = ? ORDER BY id`, dossier);
}

/** The names a document bears in dossiers, each once; none when it stands in letters only. */
export function namesOfDocument(db: ReadDb, manifest: ManifestId): readonly string[] {
  const rows = db.all<{ name: string }>(
    'SELECT DISTINCT name FROM dossier_file WHERE manifest = ? ORDER BY name',
    manifest,
  );
  return rows.map(({ name }) => name);
}

/** One document, when it belongs to the file. */
export function findDossierFile(db: ReadDb, dossier: DossierId, id: string): DossierFileRow | undefined {
  return db.get<DossierFileRow>(`SELECT ${columns} FROM dossier_file WHERE id = ? AND dossier = ?`, id, dossier);
}

/** Puts a document on a file. */
export function addDossierFile(tx: WriteDb, row: DossierFileRow): void {
  tx.run(
    `INSERT INTO dossier_file (id, dossier, manifest, name, size, mime, volume, added_on, person, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[row.id, row.dossier, row.manifest, row.name, row.size, row.mime, row.volume, row.addedOn, row.person, row.note],
  );
}

/** Takes a document off its file; the bytes stay as long as a fact names them. */
export function removeDossierFile(tx: WriteDb, dossier: DossierId, id: string): void {
  tx.run('DELETE FROM dossier_file WHERE id = ? AND dossier = ?', id, dossier);
}
