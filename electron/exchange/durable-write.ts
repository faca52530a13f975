import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** File systems without it (FAT, SMB, Windows) answer these when a folder is synced; their names are written through. */
const noFolderSync = new Set(['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP', 'EACCES', 'EBADF']);

/** The error code of a file system error, or undefined when it is none. */
export function fileErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === undefined || !noFolderSync.has(code)) throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file so that a reader finds all of it or nothing, also after a power cut: temporary name in the same folder,
 * fsync, rename, fsync of the folder. Several writers of the same name do not disturb each other.
 */
export async function durableWrite(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.new`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}
