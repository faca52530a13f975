import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileErrorCode } from './durable-write.ts';

/** These mean that a name stands for nothing that can be read as a file: gone, a link, a folder. */
const noFile = new Set(['ENOENT', 'ELOOP', 'EMLINK', 'EISDIR']);

// Windows has neither; there a link is told by looking first.
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function orNoFile<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (noFile.has(fileErrorCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** What lies under a name when it is a file itself, no link, folder or pipe; undefined otherwise. */
export async function plainFile(path: string): Promise<Stats | undefined> {
  const found = await orNoFile(() => lstat(path));
  return found?.isFile() ? found : undefined;
}

/**
 * Opens a file that others can put there and works on it. A link is not followed and a pipe not waited for, also where
 * somebody puts one in its place at this very moment; both answer undefined, like a file that is gone. `size`: its bytes.
 */
export async function withPlainFile<T>(
  path: string,
  work: (file: FileHandle, size: number) => Promise<T>,
): Promise<T | undefined> {
  if (!(await plainFile(path))) return undefined;
  const file = await orNoFile(() => open(path, readOnly));
  if (!file) return undefined;
  try {
    const found = await file.stat();
    return found.isFile() ? await work(file, found.size) : undefined;
  } finally {
    await file.close();
  }
}

async function readWhole(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

/**
 * The bytes of a file that others can put there, as many as it had when it was opened, however it grows meanwhile;
 * undefined when it is no file or has more than `most` bytes.
 */
export function readPlainFile(path: string, most: number): Promise<Uint8Array | undefined> {
  return withPlainFile(path, (file, size) => (size > most ? Promise.resolve(undefined) : readWhole(file, size)));
}

/**
 * Goes down from a folder somebody chose: each of `names` must be a folder itself. A link in its place leads somewhere
 * nobody chose and fails like a file in its place; one that is not there fails as not there.
 */
export async function checkFolders(root: string, names: readonly string[]): Promise<void> {
  let path = root;
  for (const name of names) {
    path = join(path, name);
    if ((await lstat(path)).isDirectory()) continue;
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  }
}
