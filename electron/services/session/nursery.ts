import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { databasePath } from '#electron/store/database-file.ts';

const nursery = 'setting-up';

/**
 * An empty folder inside the data folder in which an office's data is made until it is whole. What an interrupted
 * attempt left there is put out of the way and not deleted. `at`: milliseconds since 1970, part of the new name.
 */
export function openNursery(folder: string, at: number): string {
  const path = join(folder, nursery);
  if (existsSync(path)) renameSync(path, join(folder, `set-aside-${at}`));
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** Gives the finished files their places, the database last: a kill in between leaves a folder that counts as empty. */
export function moveIn(from: string, folder: string): void {
  const database = basename(databasePath(from));
  const names = readdirSync(from).toSorted((a, b) => Number(a === database) - Number(b === database));
  for (const name of names) renameSync(join(from, name), join(folder, name));
  rmSync(from, { recursive: true });
}
