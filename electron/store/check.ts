import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { companionSuffixes, databasePath } from './database-file.ts';
import { syncFolder } from './durable-file.ts';
import { type StoreFailure, storeFailureOf } from './failure.ts';
import { folderMoment } from './folder-moment.ts';
import { connectionOf, type Store } from './store.ts';

/**
 * Reads every page and checks it; run it after the first screen has answered, since it takes about half a second for
 * 100 000 dossiers. A damaged file is not changed.
 */
export function checkStore(store: Store): Result<void, StoreFailure> {
  try {
    const answer = connectionOf(store).database.pragma('quick_check(1)', { simple: true });
    return answer === 'ok' ? ok(undefined) : err({ code: 'database-damaged' });
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure) return err(failure);
    throw error;
  }
}

/**
 * Sets a database that failed its check aside by renaming it, with its log, into 'quarantine'; nothing is deleted.
 * `at` in milliseconds since 1970 names the folder, which is answered. Close the store first; hold the folder's lock.
 */
export function quarantineDatabase(folder: string, at: number): Result<string, StoreFailure> {
  const target = join(folder, 'quarantine', folderMoment(at));
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    for (const suffix of [...companionSuffixes, '']) {
      const path = databasePath(folder) + suffix;
      if (existsSync(path)) renameSync(path, join(target, `xieban.db${suffix}`));
    }
    syncFolder(target);
    syncFolder(folder);
    return ok(target);
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure) return err(failure);
    throw error;
  }
}
