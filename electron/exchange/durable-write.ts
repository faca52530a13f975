import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

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

/** Makes the folders below `root` one by one; `root` itself never, also when it vanishes at this very moment. */
async function folderWithin(root: string, names: readonly string[]): Promise<string> {
  let path = root;
  for (const name of names) {
    path = join(path, name);
    await mkdir(path).catch((error: unknown) => {
      if (fileErrorCode(error) !== 'EEXIST') throw error;
    });
  }
  return path;
}

/** Where a file lies: an existing folder, the folders below it, and the file's name. */
export type FilePlace = { readonly root: string; readonly folders: readonly string[]; readonly name: string };

/**
 * Writes a file so that a reader finds all of it or nothing, also after a power cut: temporary name in the same folder,
 * fsync, rename, fsync of the folder. Several writers of the same name do not disturb each other.
 */
export async function durableWrite({ root, folders, name }: FilePlace, bytes: Uint8Array): Promise<void> {
  const folder = await folderWithin(root, folders);
  const path = join(folder, name);
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
