import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type StoreFailure, storeFailureOf } from '../failure.ts';

/** Folder of the chunk store inside the data folder. */
export function chunkFolder(folder: string): string {
  return join(folder, 'chunks');
}

/** Place of a chunk: its hash is its name, so nothing on disk tells what a file was called. */
export function chunkPath(folder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('a chunk is named by its hash');
  return join(chunkFolder(folder), hash.slice(0, 2), hash);
}

/** Carries out file work and answers what the disk refuses. */
export async function onDisk<T>(work: () => Promise<T>): Promise<Result<T, StoreFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure) return err(failure);
    throw error;
  }
}

/** Makes the names inside a folder survive a power cut, where the file system of a stick knows how to. */
export async function syncFolderLater(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    const unknown = error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP');
    if (!unknown) throw error;
  } finally {
    await handle.close();
  }
}

/** Writes bytes to a new file and makes them survive a power cut. */
export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Moves a synced file to the place of a chunk. The folder's name is synced by the caller. */
export async function moveToPlace(folder: string, path: string, hash: string): Promise<string> {
  const target = chunkPath(folder, hash);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await rename(path, target);
  return dirname(target);
}

/** Writes one chunk whole or not at all. */
export async function writeChunkFile(folder: string, hash: string, bytes: Uint8Array): Promise<void> {
  const target = chunkPath(folder, hash);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await writeSynced(`${target}.new`, bytes);
  await rename(`${target}.new`, target);
  await syncFolderLater(dirname(target));
}

/** Reads one chunk's bytes; undefined when it is not here. */
export async function readChunkFile(folder: string, hash: string): Promise<Uint8Array | undefined> {
  const path = chunkPath(folder, hash);
  const known = await stat(path).catch(() => undefined);
  return known ? readFile(path) : undefined;
}
