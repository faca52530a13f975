import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { databasePath } from '#electron/store/database-file.ts';
import { syncFolder } from '#electron/store/durable-file.ts';
import { storeFailureOf } from '#electron/store/failure.ts';
import { err, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { storageFailure } from '../journal/append.ts';

const nursery = 'setting-up';

/** Where things go that an interrupted attempt left; they are put out of the way and not deleted. */
function asideFolder(folder: string, at: number): string {
  const path = join(folder, `set-aside-${at}`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

function openNursery(folder: string, at: number): string {
  const path = join(folder, nursery);
  if (existsSync(path)) renameSync(path, join(asideFolder(folder, at), nursery));
  mkdirSync(path, { mode: 0o700 });
  return path;
}

/** Gives the finished files their places, the database last: a kill in between leaves a folder that counts as empty. */
function moveIn(from: string, folder: string, at: number): void {
  const database = basename(databasePath(from));
  const names = readdirSync(from).toSorted((a, b) => Number(a === database) - Number(b === database));
  for (const name of names) {
    const place = join(folder, name);
    if (existsSync(place)) renameSync(place, join(asideFolder(folder, at), name));
    if (name === database) syncFolder(folder);
    renameSync(join(from, name), place);
  }
  syncFolder(folder);
  rmSync(from, { recursive: true });
}

/**
 * Makes an office's data in a folder without any: `make` works in an empty folder inside it, whose content is moved in
 * when it is whole. A refusal leaves the folder as it was; an office that is there already is never touched.
 * `at`: milliseconds since 1970, names the place of what an interrupted attempt left.
 */
export async function madeAside<T>(
  folder: string,
  at: number,
  make: (aside: string) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  if (existsSync(databasePath(folder))) return err({ kind: 'conflict', code: 'session.office-exists' });
  try {
    const aside = openNursery(folder, at);
    const made = await make(aside);
    if (made.ok) moveIn(aside, folder, at);
    else rmSync(aside, { recursive: true, force: true });
    return made;
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure) return err(storageFailure(failure));
    throw error;
  }
}
