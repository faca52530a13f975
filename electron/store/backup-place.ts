import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { err, ok, type Result } from '#shared/base/result.ts';

/**
 * Why a copy cannot be put into a folder; nothing was written there.
 * - folder-missing: there is no such folder, perhaps because the stick is not in. not-a-folder: it is a file.
 * - not-writable: writing is not allowed. no-space: `needed` and `free` in bytes.
 */
export type PlaceFailure =
  | { readonly code: 'folder-missing' | 'not-a-folder' | 'not-writable' }
  | { readonly code: 'no-space'; readonly needed: number; readonly free: number };

const codes: Readonly<Record<string, 'folder-missing' | 'not-a-folder' | 'not-writable'>> = {
  ENOENT: 'folder-missing',
  ENODEV: 'folder-missing',
  // No folder can have that name, or its links lead nowhere.
  ENAMETOOLONG: 'folder-missing',
  ELOOP: 'folder-missing',
  ENXIO: 'folder-missing',
  ESTALE: 'folder-missing',
  ENOTDIR: 'not-a-folder',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
};

/** What a thrown error of the file system says about the folder; undefined when it says nothing of it. */
export function placeFailureOf(error: unknown): PlaceFailure | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = typeof code === 'string' ? codes[code] : undefined;
  return known ? { code: known } : undefined;
}

/** Bytes that are free in a folder for this user; undefined where the file system does not say. */
async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    // Some network file systems answer nothing but zeros.
    return blocks === 0 ? undefined : bavail * bsize;
  } catch {
    return undefined;
  }
}

/** That there is not room for `needed` bytes, with what is free; undefined when there is, or nobody can tell. */
export async function spaceFailure(folder: string, needed: number): Promise<PlaceFailure | undefined> {
  const free = await freeBytes(folder);
  return free === undefined || free >= needed ? undefined : { code: 'no-space', needed, free };
}

/** Looks at a folder before `needed` bytes are written into it: there, a folder, writable, with room enough. */
export async function checkPlace(folder: string, needed: number): Promise<Result<void, PlaceFailure>> {
  try {
    if (!(await stat(folder)).isDirectory()) return err({ code: 'not-a-folder' });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const failure = placeFailureOf(error);
    if (failure) return err(failure);
    throw error;
  }
  const full = await spaceFailure(folder, needed);
  return full ? err(full) : ok(undefined);
}
