import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type BackupAbout, backupFolderName, backupNames, writeBackupAbout } from './backup-about.ts';
import { chunkFolder, onDisk, syncFolderLater } from './chunks/chunk-files.ts';
import { openCipher } from './database-file.ts';
import type { StoreFailure } from './failure.ts';
import { schemaVersion } from './migrate.ts';
import { connectionOf, type Store } from './store.ts';
import { entryCount } from './tables/entries.ts';

/** Where a finished backup lies and how many bytes it has. */
export type Backup = { readonly path: string; readonly bytes: number };

/** Why there is no backup. backup-unverified: the copy was made but could not be read back; it was removed. */
export type BackupFailure = StoreFailure | { readonly code: 'backup-unverified' };

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

/** Names of the chunks in a folder that holds chunks in folders of two digits. */
export async function chunkNames(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => basename(name)).filter((name) => /^[0-9a-f]{64}$/.test(name));
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}

/** Copies chunks from one chunk folder to another; what is there already is not copied again. Answers the bytes copied. */
export async function copyChunks(from: string, to: string, names: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const name of names) {
    const source = join(from, name.slice(0, 2), name);
    const target = join(to, name.slice(0, 2), name);
    if (existsSync(target) || !existsSync(source)) continue;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(source, `${target}.new`);
    await syncPath(`${target}.new`);
    await rename(`${target}.new`, target);
    bytes += statSync(target).size;
  }
  return bytes;
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

async function writeCopy(
  store: Store,
  folder: string,
  madeAt: number,
  custody: JsonObject,
): Promise<Result<number, BackupFailure>> {
  // The folder above must exist: making it would fill the place where a stick was.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const path = join(folder, backupNames.database);
  const { database } = connectionOf(store);
  database.prepare('VACUUM INTO ?').run(path);
  await syncPath(path);
  if (!isSoundCopy(store, path)) return err({ code: 'backup-unverified' });
  const chunks = await chunkNames(chunkFolder(store.folder));
  const copied = await copyChunks(chunkFolder(store.folder), join(folder, backupNames.chunks), chunks);
  const size = statSync(path).size;
  const about: BackupAbout = {
    v: 1,
    madeAt,
    schema: schemaVersion(database),
    entries: entryCount(store.db),
    size,
    sha256: await fileHash(path),
    chunks: chunks.length,
    custody,
  };
  await writeFile(join(folder, backupNames.about), writeBackupAbout(about));
  await syncPath(join(folder, backupNames.about));
  await syncFolderLater(folder);
  return ok(size + copied);
}

/** A name in `into` that no other copy bears, also when the clock stands still or was set back. */
function freePath(into: string, madeAt: number): string {
  const path = join(into, backupFolderName(madeAt));
  return existsSync(path) ? freePath(into, madeAt + 1) : path;
}

/**
 * Copies everything into a new folder inside `into`: the database, still encrypted, read back and compared, and the
 * attachment chunks. `into` must exist. `custody` tells how its key is opened (the wrap for the recovery key). A backup that is not whole
 * never bears the name of one.
 */
export async function makeBackup(
  store: Store,
  into: string,
  madeAt: number,
  custody: JsonObject,
): Promise<Result<Backup, BackupFailure>> {
  const path = freePath(into, madeAt);
  const unfinished = `${path}.part`;
  const written = await onDisk(async () => {
    const copied = await writeCopy(store, unfinished, madeAt, custody);
    if (copied.ok) {
      await rename(unfinished, path);
      await syncFolderLater(into);
    }
    return copied;
  });
  const done = written.ok ? written.value : written;
  if (!done.ok) await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  return done.ok ? ok({ path, bytes: done.value }) : done;
}
