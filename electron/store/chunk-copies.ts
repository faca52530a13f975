import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Cancelled, unwatched, type Work } from './work.ts';

/** Names of the chunks in a folder that holds chunks in folders of two digits. */
export async function chunkNames(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => basename(name)).filter((name) => /^[0-9a-f]{64}$/.test(name));
}

function placeOf(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name);
}

/** Bytes of the chunks in a folder together. */
export async function chunkBytes(folder: string, names: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const name of names) bytes += (await stat(placeOf(folder, name)).catch(() => undefined))?.size ?? 0;
  return bytes;
}

/** Makes a written file's bytes survive a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}

/**
 * Copies chunks from one chunk folder to another; what is there already is not copied again. Answers the bytes copied.
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
    if (existsSync(target) || !existsSync(source)) continue;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(source, `${target}.new`);
    await syncPath(`${target}.new`);
    await rename(`${target}.new`, target);
    bytes += (await stat(target)).size;
    watched.work.step(watched.before + bytes, watched.total);
  }
  return ok(bytes);
}
