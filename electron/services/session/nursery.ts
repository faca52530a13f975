import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { companionSuffixes, databasePath } from '#electron/store/database-file.ts';
import { syncFolder } from '#electron/store/durable-file.ts';
import { storeFailureOf } from '#electron/store/failure.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
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
function moveIn(from: string, folder: string, at: number): readonly string[] {
  const database = basename(databasePath(from));
  const names = readdirSync(from).toSorted((a, b) => Number(a === database) - Number(b === database));
  for (const name of names) {
    const place = join(folder, name);
    if (existsSync(place)) renameSync(place, join(asideFolder(folder, at), name));
    if (name === database) syncFolder(folder);
    renameSync(join(from, name), place);
  }
  syncFolder(folder);
  return names;
}

/** Takes out what was moved in, the database first, so that the folder counts as empty again whenever a kill comes. */
function takeOut(names: readonly string[], folder: string, to: string): void {
  const database = basename(databasePath(folder));
  const companions = companionSuffixes.map((suffix) => database + suffix);
  for (const name of [database, ...companions, ...names.filter((one) => one !== database)]) {
    const place = join(folder, name);
    if (existsSync(place)) renameSync(place, join(to, name));
  }
  syncFolder(folder);
  rmSync(to, { recursive: true, force: true });
}

/** What the disk refuses while the data is opened is a refusal like any other. */
function opening<O>(open: () => Result<O, Failure>): Result<O, Failure> {
  try {
    return open();
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure) return err(storageFailure(failure));
    throw error;
  }
}

/** How an office's data is made, and opened in its place. */
type Making<T, O> = {
  readonly make: (aside: string) => Promise<Result<T, Failure>>;
  readonly open: (made: T) => Result<O, Failure>;
};

/**
 * Makes an office's data in a folder without any: `make` works in an empty folder inside it, whose content is moved in
 * when it is whole and opened there. A refusal of either leaves the folder as it was, so that there is never an office
 * whose recovery key nobody was told; an office that is there already is never touched.
 * `at`: milliseconds since 1970, names the place of what an interrupted attempt left.
 */
export async function madeAside<T, O>(
  folder: string,
  at: number,
  { make, open }: Making<T, O>,
): Promise<Result<{ readonly made: T; readonly opened: O }, Failure>> {
  if (existsSync(databasePath(folder))) return err({ kind: 'conflict', code: 'session.office-exists' });
  try {
    const aside = openNursery(folder, at);
    const made = await make(aside);
    if (!made.ok) {
      rmSync(aside, { recursive: true, force: true });
      return made;
    }
    const names = moveIn(aside, folder, at);
    const opened = opening(() => open(made.value));
    if (!opened.ok) {
      takeOut(names, folder, aside);
      return opened;
    }
    rmSync(aside, { recursive: true });
    return ok({ made: made.value, opened: opened.value });
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure) return err(storageFailure(failure));
    throw error;
  }
}
