import { existsSync } from 'node:fs';
import { copyFile, lstat, mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { chunkSize } from './chunks/cipher.ts';
import { type Cancelled, unwatched, type Work } from './work.ts';

/** Names of the chunks in a folder that holds chunks in folders of two digits. */
export async function chunkNames(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => basename(name)).filter((name) => /^[0-9a-f]{64}$/.test(name));
}

/** Bytes of a file itself; undefined for what is not there, and for a link, pipe or folder somebody laid in its place. */
export async function plainSize(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

/** No chunk is larger: its plain bytes and what the cipher adds. */
const largestChunk = chunkSize + 4_096;

function placeOf(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name);
}

/** Bytes of the chunks in a folder together. */
export async function chunkBytes(folder: string, names: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const name of names) bytes += (await plainSize(placeOf(folder, name))) ?? 0;
  return bytes;
}

/** Makes a written file's bytes survive a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}

/**
 * Copies chunks from one chunk folder to another; what is there already is not copied again, and what is no chunk by its
 * size or a link is left. Answers the bytes copied.
 * Can be called off between two chunks; each step is said in bytes after `before` of `total`.
 */
export async function copyChunks(
  from: string,
  to: string,
  names: readonly string[],
  watched: { readonly work: Work; readonly before: number; readonly total: number } = {
    work: unwatched,
    before: 0,
    total: 0,
  },
): Promise<Result<number, Cancelled>> {
  let bytes = 0;
  for (const name of names) {
    if (watched.work.cancelled()) return err({ code: 'cancelled' });
    const source = placeOf(from, name);
    const target = placeOf(to, name);
    const size = await plainSize(source);
    if (existsSync(target) || size === undefined || size > largestChunk) continue;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(source, `${target}.new`);
    await syncPath(`${target}.new`);
    await rename(`${target}.new`, target);
    bytes += (await stat(target)).size;
    watched.work.step(watched.before + bytes, watched.total);
  }
  return ok(bytes);
}
