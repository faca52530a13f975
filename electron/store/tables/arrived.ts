import type { EntryId, ManifestId, OfficeId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** Keeps a bundle's sealed bytes until an earlier run of its stream is here. */
export function holdBundle(tx: WriteDb, id: string, office: OfficeId, bytes: Uint8Array): void {
  tx.run('INSERT INTO held_bundle (id, office, bytes) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING', id, office, bytes);
}

/** The bytes of a held bundle. */
export function heldBundleBytes(db: ReadDb, id: string): Uint8Array | undefined {
  return db.get<{ bytes: Uint8Array }>('SELECT bytes FROM held_bundle WHERE id = ?', id)?.bytes;
}

/** Forgets a held bundle: its run was taken in, or it is asked for again. */
export function dropHeldBundle(tx: WriteDb, id: string): void {
  tx.run('DELETE FROM held_bundle WHERE id = ?', id);
}

/** Notes that this version cannot read a stored entry of a partner. */
export function noteNotUnderstood(tx: WriteDb, entry: EntryId, office: OfficeId): void {
  tx.run('INSERT INTO not_understood (entry, office) VALUES (?, ?) ON CONFLICT (entry) DO NOTHING', entry, office);
}

/** Entries of a partner this version cannot read, at most `limit`. */
export function notUnderstoodFrom(db: ReadDb, office: OfficeId, limit: number): readonly EntryId[] {
  const rows = db.all<{ entry: EntryId }>('SELECT entry FROM not_understood WHERE office = ? LIMIT ?', office, limit);
  return rows.map(({ entry }) => entry);
}

/** Every entry that no version here could read yet, with the office that wrote it. */
export function allNotUnderstood(db: ReadDb): readonly { readonly entry: EntryId; readonly office: OfficeId }[] {
  return db.all('SELECT entry, office FROM not_understood');
}

/** Notes that an entry can be read by now. */
export function dropNotUnderstood(tx: WriteDb, entry: EntryId): void {
  tx.run('DELETE FROM not_understood WHERE entry = ?', entry);
}

/** Notes that a partner described a file to us; several may, and each is asked for what is missing of it. */
export function noteFileSource(tx: WriteDb, manifest: ManifestId, office: OfficeId): void {
  tx.run('INSERT INTO file_source (manifest, office) VALUES (?, ?) ON CONFLICT DO NOTHING', manifest, office);
}

/** Files a partner described of which chunks are still missing, at most `limit`. */
export function missingFilesFrom(db: ReadDb, office: OfficeId, limit: number): readonly ManifestId[] {
  const rows = db.all<{ manifest: ManifestId }>(
    `SELECT file.manifest FROM file JOIN file_source ON file_source.manifest = file.manifest
     WHERE file_source.office = ? AND file.missing > 0 ORDER BY file.n LIMIT ?`,
    ...[office, limit],
  );
  return rows.map(({ manifest }) => manifest);
}
