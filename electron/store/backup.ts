import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import {
  type BackupAbout,
  backupFolderName,
  backupNames,
  isBackupLeftover,
  unfinishedName,
  writeBackupAbout,
} from './backup-about.ts';
import { checkPlace, type PlaceFailure } from './backup-place.ts';
import { chunkBytes, chunkNames, copyChunks, syncPath } from './chunk-copies.ts';
import { chunkFolder, onDisk, syncFolderLater } from './chunks/chunk-files.ts';
import { openCipher } from './database-file.ts';
import type { StoreFailure } from './failure.ts';
import { schemaVersion } from './migrate.ts';
import { connectionOf, type Store } from './store.ts';
import { entryCount } from './tables/entries.ts';
import { readMeta } from './tables/meta.ts';
import { type Cancelled, unwatched, type Work } from './work.ts';

/** Where a finished backup lies and how many bytes it has. */
export type Backup = { readonly path: string; readonly bytes: number };

/** Why there is no backup. backup-unverified: the copy was made but could not be read back; it was removed. */
export type BackupFailure = StoreFailure | PlaceFailure | Cancelled | { readonly code: 'backup-unverified' };

/** Hex SHA-256 of a file, read with bounded memory. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(1_048_576);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

/** Opens the copy with its key and compares: every page sound, the same schema, the same number of entries. */
function isSoundCopy(store: Store, path: string): boolean {
  const { database, key } = connectionOf(store);
  const copy = openCipher(path, key, { readonly: true });
  try {
    const counted = copy.prepare<[], { n: number }>('SELECT count(*) AS n FROM entry').get();
    return (
      copy.pragma('quick_check(1)', { simple: true }) === 'ok' &&
      schemaVersion(copy) === schemaVersion(database) &&
      counted?.n === entryCount(store.db)
    );
  } catch {
    return false;
  } finally {
    copy.close();
  }
}

/** Bytes a copy will take at the most: the whole database file and every chunk, and a little for names and the rest. */
async function bytesNeeded(store: Store, chunks: readonly string[]): Promise<number> {
  const { database } = connectionOf(store);
  const pages = Number(database.pragma('page_count', { simple: true }));
  const pageBytes = Number(database.pragma('page_size', { simple: true }));
  return pages * pageBytes + (await chunkBytes(chunkFolder(store.folder), chunks)) + 65_536;
}

type Copying = {
  readonly madeAt: number;
  readonly custody: JsonObject;
  readonly chunks: readonly string[];
  /** Bytes the copy will have at the most. */
  readonly total: number;
  readonly work: Work;
};

async function writeCopy(store: Store, folder: string, copying: Copying): Promise<Result<number, BackupFailure>> {
  const { madeAt, custody, chunks, total, work } = copying;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const path = join(folder, backupNames.database);
  const { database } = connectionOf(store);
  database.prepare('VACUUM INTO ?').run(path);
  await syncPath(path);
  if (!isSoundCopy(store, path)) return err({ code: 'backup-unverified' });
  const entries = entryCount(store.db);
  const size = statSync(path).size;
  work.step(size, total);
  const to = join(folder, backupNames.chunks);
  const copied = await copyChunks(chunkFolder(store.folder), to, chunks, { work, before: size, total });
  if (!copied.ok) return copied;
  const about: BackupAbout = {
    ...{ v: 1, madeAt, schema: schemaVersion(database), entries, size },
    ...{ sha256: await fileHash(path), chunks: chunks.length, custody },
  };
  await writeFile(join(folder, backupNames.about), writeBackupAbout(about));
  await syncPath(join(folder, backupNames.about));
  await syncFolderLater(folder);
  return work.cancelled() ? err({ code: 'cancelled' }) : ok(size + copied.value);
}

/** A name in `into` that no other copy bears, also when the clock stands still or was set back. */
function freePath(into: string, madeAt: number): string {
  const path = join(into, backupFolderName(madeAt));
  return existsSync(path) ? freePath(into, madeAt + 1) : path;
}

/** Writes the copy and gives it its name; what the disk of `into` refuses is said as what is wrong with that folder. */
async function writeNamed(
  store: Store,
  into: string,
  path: string,
  copying: Copying,
): Promise<Result<number, BackupFailure>> {
  const unfinished = unfinishedName(path, lifeOf(store));
  try {
    const copied = await onDisk(async () => {
      const written = await writeCopy(store, unfinished, copying);
      if (written.ok) {
        await rename(unfinished, path);
        await syncFolderLater(into);
      }
      return written;
    });
    if (copied.ok && copied.value.ok) return copied.value;
    const failure = copied.ok ? copied.value : copied;
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    const place = await checkPlace(into, copying.total);
    return !failure.ok && ofThePlace.has(failure.error.code) && !place.ok ? place : failure;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

function lifeOf(store: Store): string {
  return readMeta(store.db, 'incarnation') ?? '00000000';
}

/**
 * Removes what killed backups of this data left in `into`. One that cannot be removed stays: it keeps no new copy from
 * being made. Within one life of the data a single process writes one copy at a time, so none of these is being written.
 */
async function clearLeftovers(store: Store, into: string, madeAt: number): Promise<void> {
  const names = await readdir(into).catch(() => []);
  for (const name of names.filter((one) => isBackupLeftover(one, lifeOf(store), madeAt))) {
    await rm(join(into, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

const ofThePlace: ReadonlySet<string> = new Set(['disk-full', 'folder-read-only', 'disk-error']);

/**
 * Copies everything into a new folder inside `into`: the database, still encrypted, read back and compared, and the
 * attachment chunks. `into` must exist: making it would fill the place where a stick was. `custody` tells how its key is
 * opened (the wrap for the recovery key). A backup that is not whole never bears the name of one, and nothing of it
 * stays; what a killed one left is removed by the next into the same place. Its progress is said in bytes; called off, it
 * is removed.
 */
export async function makeBackup(
  store: Store,
  into: string,
  madeAt: number,
  custody: JsonObject,
  work: Work = unwatched,
): Promise<Result<Backup, BackupFailure>> {
  await clearLeftovers(store, into, madeAt);
  const chunks = await chunkNames(chunkFolder(store.folder));
  const total = await bytesNeeded(store, chunks);
  const place = await checkPlace(into, total);
  if (!place.ok) return place;
  work.step(0, total);
  const path = freePath(into, madeAt);
  const done = await writeNamed(store, into, path, { madeAt, custody, chunks, total, work });
  return done.ok ? ok({ path, bytes: done.value }) : done;
}
