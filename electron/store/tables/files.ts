import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A file known here: its manifest, the key of its chunks, and how many chunks are still missing. */
export type FileRow = {
  readonly manifest: ManifestId;
  /** Canonical JSON of the manifest. */
  readonly text: string;
  /** 32 bytes; only here and inside sealed bundles. */
  readonly key: Uint8Array;
  /** Plain bytes. */
  readonly size: number;
  /** Hex hash of the plain bytes, where this office took the file in; finds a second copy of the same file. */
  readonly plainHash: string | null;
  readonly missing: number;
};

const columns = 'manifest, text, key, size, plain_hash AS plainHash, missing';

/** Keeps a file with the hashes of its chunks; `stored` tells whether they are all on disk. A known file stays as it is. */
export function insertFile(
  tx: WriteDb,
  file: Omit<FileRow, 'missing'>,
  chunks: readonly string[],
  stored: boolean,
): void {
  const { changes, rowid } = tx.run(
    `INSERT INTO file (manifest, text, key, size, plain_hash, missing) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (manifest) DO NOTHING`,
    file.manifest,
    file.text,
    file.key,
    file.size,
    file.plainHash,
    stored ? 0 : chunks.length,
  );
  if (changes === 0) return;
  for (const [position, hash] of chunks.entries()) {
    const sql = 'INSERT INTO file_chunk (file, position, hash, stored) VALUES (?, ?, ?, ?)';
    tx.run(sql, rowid, position, hash, stored ? 1 : 0);
  }
}

/** The file with this manifest. */
export function findFile(db: ReadDb, manifest: ManifestId): FileRow | undefined {
  return db.get(`SELECT ${columns} FROM file WHERE manifest = ?`, manifest);
}

/** A whole file with these plain bytes, taken in before. */
export function fileByPlainHash(db: ReadDb, plainHash: string): FileRow | undefined {
  return db.get(`SELECT ${columns} FROM file WHERE plain_hash = ? AND missing = 0 ORDER BY n LIMIT 1`, plainHash);
}

/** Files that still lack chunks, oldest first. */
export function incompleteFiles(db: ReadDb): readonly { readonly manifest: ManifestId; readonly missing: number }[] {
  return db.all('SELECT manifest, missing FROM file WHERE missing > 0 ORDER BY n');
}

/** Hashes of the chunks of a file that are still missing, in order. */
export function missingChunks(db: ReadDb, manifest: ManifestId): readonly string[] {
  const rows = db.all<{ hash: string }>(
    `SELECT hash FROM file_chunk WHERE file = (SELECT n FROM file WHERE manifest = ?) AND stored = 0
     ORDER BY position`,
    manifest,
  );
  return rows.map((row) => row.hash);
}

/** Positions of the chunks of a file that are not here. */
export function missingPositions(db: ReadDb, manifest: ManifestId): readonly number[] {
  const rows = db.all<{ position: number }>(
    `SELECT position FROM file_chunk WHERE file = (SELECT n FROM file WHERE manifest = ?) AND stored = 0
     ORDER BY position`,
    manifest,
  );
  return rows.map(({ position }) => position);
}

/** Which chunks of a file are here, one bit each, first chunk in the highest bit; what resuming asks for and answers. */
export function chunkBitmap(db: ReadDb, manifest: ManifestId): Uint8Array {
  const rows = db.all<{ stored: number }>(
    'SELECT stored FROM file_chunk WHERE file = (SELECT n FROM file WHERE manifest = ?) ORDER BY position',
    manifest,
  );
  const bitmap = new Uint8Array(Math.ceil(rows.length / 8));
  for (const [position, { stored }] of rows.entries()) {
    const byte = position >> 3;
    if (stored === 1) bitmap[byte] = (bitmap[byte] ?? 0) | (0x80 >> (position & 7));
  }
  return bitmap;
}

/** Whether any file here has a chunk with this hash that is not on disk yet. */
export function isChunkWanted(db: ReadDb, hash: string): boolean {
  return db.get('SELECT 1 FROM file_chunk WHERE hash = ? AND stored = 0', hash) !== undefined;
}

/** Files that have a chunk with this hash. */
export function filesWithChunk(db: ReadDb, hash: string): readonly ManifestId[] {
  const rows = db.all<{ manifest: ManifestId }>(
    'SELECT DISTINCT manifest FROM file JOIN file_chunk ON file_chunk.file = file.n WHERE hash = ?',
    hash,
  );
  return rows.map(({ manifest }) => manifest);
}

/** Whether a chunk was here once: it is noted as being on disk, or was found gone or damaged. */
export function wasChunkHere(db: ReadDb, hash: string): boolean {
  return db.get('SELECT 1 FROM file_chunk WHERE hash = ? AND (stored = 1 OR lost = 1)', hash) !== undefined;
}

/** A chunk that should be on disk, and the files it is a part of. */
export type StoredChunk = { readonly hash: string; readonly files: readonly ManifestId[] };

/** How many chunks `storedChunks` answers. */
export function storedChunkCount(db: ReadDb): number {
  const sql = 'SELECT count(DISTINCT hash) AS n FROM file_chunk WHERE stored = 1 OR lost = 1';
  return db.get<{ n: number }>(sql)?.n ?? 0;
}

/** Every chunk that should be on disk, also those found gone or damaged since. */
export function storedChunks(db: ReadDb): readonly StoredChunk[] {
  const hashes = db.all<{ hash: string }>(
    'SELECT DISTINCT hash FROM file_chunk WHERE stored = 1 OR lost = 1 ORDER BY hash',
  );
  return hashes.map(({ hash }) => ({ hash, files: filesWithChunk(db, hash) }));
}

/** Whether an office described a file to us, so that its chunks are that office's to hand over. */
export function fileWasDescribedBy(db: ReadDb, manifest: ManifestId, office: OfficeId): boolean {
  return db.get('SELECT 1 FROM file_source WHERE manifest = ? AND office = ?', manifest, office) !== undefined;
}

/** Notes that a chunk is on disk, and answers the files that are whole because of it. */
export function markChunkStored(tx: WriteDb, hash: string): readonly ManifestId[] {
  const files = tx.all<{ file: number; count: number }>(
    'SELECT file, count(*) AS count FROM file_chunk WHERE hash = ? AND stored = 0 GROUP BY file',
    hash,
  );
  tx.run('UPDATE file_chunk SET stored = 1, lost = 0 WHERE hash = ?', hash);
  const whole: ManifestId[] = [];
  for (const { file, count } of files) {
    tx.run('UPDATE file SET missing = missing - ? WHERE n = ?', count, file);
    const row = tx.get<{ manifest: ManifestId; missing: number }>(
      'SELECT manifest, missing FROM file WHERE n = ?',
      file,
    );
    if (row?.missing === 0) whole.push(row.manifest);
  }
  return whole;
}

/** Notes that a chunk that was here is gone or damaged, so that it is asked for again and its files say so. */
export function markChunkLost(tx: WriteDb, hash: string): void {
  tx.run(
    `UPDATE file SET missing = missing + (SELECT count(*) FROM file_chunk WHERE file = file.n AND hash = ? AND stored = 1)
     WHERE n IN (SELECT file FROM file_chunk WHERE hash = ?)`,
    hash,
    hash,
  );
  tx.run('UPDATE file_chunk SET stored = 0, lost = 1 WHERE hash = ? AND stored = 1', hash);
}

/** How many chunks of a file are here, how many were and are lost, and how many it has; undefined while its manifest is not here. */
export function chunkProgress(
  db: ReadDb,
  manifest: ManifestId,
): { readonly size: number; readonly have: number; readonly lost: number; readonly of: number } | undefined {
  return db.get(
    `SELECT size, count(file_chunk.hash) - missing AS have, coalesce(sum(lost), 0) AS lost,
            count(file_chunk.hash) AS of FROM file
     LEFT JOIN file_chunk ON file_chunk.file = file.n WHERE manifest = ? GROUP BY file.n`,
    manifest,
  );
}
