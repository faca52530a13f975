import type { DossierId, ManifestId, UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import type { TextState } from './file-texts.ts';

/** A version of a document put on a file; its bytes lie in the chunk store under `manifest`. `size` in bytes. */
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
  /** Id of the first version; all versions of a document share it. */
  readonly series: string;
  /** 1 for the first version. */
  readonly version: number;
  /** Place in its volume; those with one place keep the order they came in. */
  readonly position: number;
};

/** A version with what is known of its bytes; `pages` is null where there are none or they are not counted. */
export type DossierFileSeen = DossierFileRow & {
  readonly sha256: string;
  readonly pages: number | null;
  readonly text: TextState;
};

const columns =
  'id, dossier, manifest, name, size, mime, volume, added_on AS addedOn, person, note, series, version, position';
const seen = columns
  .split(', ')
  .map((column) => `dossier_file.${column}`)
  .join(', ');

/** The documents of a file in their newest version, the main volume first, each volume in its order. */
export function dossierFilesOf(db: ReadDb, dossier: DossierId): readonly DossierFileRow[] {
  return db.all<DossierFileRow>(
    `SELECT ${columns} FROM dossier_file WHERE dossier = ? AND newest = 1 ORDER BY volume, position, id`,
    dossier,
  );
}

/** All versions of the documents of a file, ordered as the documents are, the newest version of each first. */
export function fileVersionsOf(db: ReadDb, dossier: DossierId): readonly DossierFileSeen[] {
  return db.all<DossierFileSeen>(
    `SELECT ${seen}, coalesce(file.plain_hash, '') AS sha256, file_text.pages AS pages,
       coalesce(file_text.state, 'waiting') AS text FROM dossier_file
     LEFT JOIN file ON file.manifest = dossier_file.manifest
     LEFT JOIN file_text ON file_text.manifest = dossier_file.manifest
     WHERE dossier = ? ORDER BY volume, position, series, version DESC`,
    dossier,
  );
}

/** The names a document bears in dossiers, each once; none when it stands in letters only. */
export function namesOfDocument(db: ReadDb, manifest: ManifestId): readonly string[] {
  const rows = db.all<{ name: string }>(
    'SELECT DISTINCT name FROM dossier_file WHERE manifest = ? ORDER BY name',
    manifest,
  );
  return rows.map(({ name }) => name);
}

/** The newest version of a document with this id, when it belongs to the file. */
export function findDossierFile(db: ReadDb, dossier: DossierId, id: string): DossierFileRow | undefined {
  return db.get<DossierFileRow>(
    `SELECT ${columns} FROM dossier_file WHERE id = ? AND dossier = ? AND newest = 1`,
    ...[id, dossier],
  );
}

/** The place behind the last document of a volume. */
export function nextFilePosition(db: ReadDb, dossier: DossierId, volume: 'main' | 'sub'): number {
  const last = db.get<{ last: number | null }>(
    'SELECT max(position) AS last FROM dossier_file WHERE dossier = ? AND volume = ?',
    ...[dossier, volume],
  );
  return (last?.last ?? 0) + 1;
}

/** Puts a document, or its next version, on a file. */
export function addDossierFile(tx: WriteDb, row: DossierFileRow): void {
  tx.run(
    `INSERT INTO dossier_file (id, dossier, manifest, name, size, mime, volume, added_on, person, note, series, version,
     position, newest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    ...[row.id, row.dossier, row.manifest, row.name, row.size, row.mime, row.volume, row.addedOn, row.person, row.note],
    ...[row.series, row.version, row.position],
  );
}

/** Changes what is written of a document; its older versions move with it. */
export function changeDossierFile(tx: WriteDb, row: DossierFileRow): void {
  tx.run('UPDATE dossier_file SET name = ?, note = ? WHERE id = ?', row.name, row.note, row.id);
  tx.run(
    'UPDATE dossier_file SET volume = ?, position = ? WHERE dossier = ? AND series = ?',
    ...[row.volume, row.position, row.dossier, row.series],
  );
}

/** Makes every version of a document so far an older one. */
export function replaceDossierFile(tx: WriteDb, dossier: DossierId, series: string): void {
  tx.run('UPDATE dossier_file SET newest = 0 WHERE dossier = ? AND series = ?', dossier, series);
}

/** Takes a document off its file with all its versions; the bytes stay as long as a fact names them. */
export function removeDossierFile(tx: WriteDb, dossier: DossierId, series: string): void {
  tx.run('DELETE FROM dossier_file WHERE dossier = ? AND series = ?', dossier, series);
}

/** Takes the newest version of a document off its file; the one before it is the newest again. */
export function removeNewestVersion(tx: WriteDb, dossier: DossierId, series: string): void {
  const newest = 'SELECT max(version) FROM dossier_file WHERE dossier = ? AND series = ?';
  const all = [dossier, series, dossier, series] as const;
  tx.run(`DELETE FROM dossier_file WHERE dossier = ? AND series = ? AND version = (${newest})`, ...all);
  tx.run(`UPDATE dossier_file SET newest = 1 WHERE dossier = ? AND series = ? AND version = (${newest})`, ...all);
}

/** Numbers of other dossiers a document lies on, `most` at most. */
export function otherDossiersWith(db: ReadDb, manifest: ManifestId, but: DossierId, most: number): readonly string[] {
  const rows = db.all<{ number: string }>(
    `SELECT DISTINCT coalesce(dossier.case_no, dossier.window_no) AS number FROM dossier_file
     JOIN dossier ON dossier.id = dossier_file.dossier
     WHERE dossier_file.manifest = ? AND dossier_file.dossier <> ? ORDER BY number LIMIT ?`,
    ...[manifest, but, most],
  );
  return rows.map(({ number }) => number);
}
