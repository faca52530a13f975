import type { EntryId, ManifestId, OfficeId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** Notes the files a stored entry names. */
export function noteFilesNamed(tx: WriteDb, entry: number, files: readonly ManifestId[]): void {
  for (const manifest of files) {
    tx.run('INSERT INTO entry_file (entry, manifest) VALUES (?, ?) ON CONFLICT DO NOTHING', entry, manifest);
  }
}

/** A place in a stream at which a file is named, with the entry that names it. */
export type Grant = { readonly n: number; readonly entry: EntryId };

/**
 * Every place of our stream to an office that names a file; none when the office was never told of it. What a device before
 * this one told it counts as place 0: what the office lacks of that it asks for. CROSS JOIN makes it begin at the few entries
 * that name the file, not at the whole stream.
 */
export function grantsOf(db: ReadDb, office: OfficeId, manifest: ManifestId): readonly Grant[] {
  return db.all(
    `SELECT stream_out.n AS n, entry.id AS entry FROM entry_file
     CROSS JOIN stream_out ON stream_out.entry = entry_file.entry AND stream_out.office = ?
     JOIN entry ON entry.n = entry_file.entry WHERE entry_file.manifest = ?
     UNION ALL
     SELECT 0, entry.id FROM entry_file
     CROSS JOIN stream_past ON stream_past.entry = entry_file.entry AND stream_past.office = ?
     JOIN entry ON entry.n = entry_file.entry WHERE entry_file.manifest = ? ORDER BY 1`,
    ...[office, manifest, office, manifest],
  );
}

/**
 * Files that our stream to an office names beyond a place, in their order, at most `limit`. Entries older than the first one there, which
 * were put into the stream again, are left out: what the office lacks of their files it asks for.
 */
export function filesBeyond(db: ReadDb, office: OfficeId, above: number, limit: number): readonly ManifestId[] {
  const rows = db.all<{ manifest: ManifestId }>(
    `SELECT manifest FROM entry_file
     JOIN stream_out ON stream_out.entry = entry_file.entry AND stream_out.office = ? AND stream_out.n > ?
     WHERE entry_file.entry >= (SELECT entry FROM stream_out WHERE office = ? AND n > ? AND entry IS NOT NULL ORDER BY n LIMIT 1)
     GROUP BY manifest ORDER BY min(stream_out.n) LIMIT ?`,
    ...[office, above, office, above, limit],
  );
  return rows.map(({ manifest }) => manifest);
}

/** The request a file belongs to, and the newest entry of it that names the file. */
export type FileRequest = {
  readonly request: string;
  readonly entry: EntryId;
  readonly urgency: string;
  readonly title: string;
};

/** The requests with an office that name a file, the most urgent first. */
export function requestsWithFile(db: ReadDb, office: OfficeId, manifest: ManifestId): readonly FileRequest[] {
  return db.all(
    `SELECT request.id AS request, entry.id AS entry, urgency, title FROM entry_file
     JOIN entry ON entry.n = entry_file.entry JOIN chain ON chain.n = entry.chain
     JOIN request ON request.id = substr(chain.name, 9, 36)
     WHERE manifest = ? AND chain.name LIKE 'request/%' AND request.partner = ?
     ORDER BY CASE urgency WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END, entry.n DESC`,
    ...[manifest, office],
  );
}
