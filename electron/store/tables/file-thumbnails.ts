import type { ManifestId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A small picture of a file; without bytes where none could be made. It lies in the encrypted database like all else. */
export type FileThumbnail = { readonly mime: string; readonly bytes: Uint8Array };

/** The small picture of a file; undefined while none was made. */
export function thumbnailOf(db: ReadDb, manifest: ManifestId): FileThumbnail | undefined {
  return db.get('SELECT mime, bytes FROM file_thumbnail WHERE manifest = ?', manifest);
}

/** Keeps the small picture of a file in the place of an earlier one. */
export function putThumbnail(tx: WriteDb, manifest: ManifestId, { mime, bytes }: FileThumbnail): void {
  tx.arrange(
    `INSERT INTO file_thumbnail (manifest, mime, bytes) VALUES (?, ?, ?)
     ON CONFLICT (manifest) DO UPDATE SET mime = excluded.mime, bytes = excluded.bytes`,
    ...[manifest, mime, bytes],
  );
}
