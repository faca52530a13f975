import { err, type Result } from '#shared/base/result.ts';
import type { WriteDb } from './db.ts';
import { type StoreFailure, storeFailureOf } from './failure.ts';
import { finishIndex, forgetIndex } from './search/search-index.ts';
import { connectionOf, type Store } from './store.ts';

/**
 * Runs `work` in one transaction: all of it is on disk when this answers ok, or none of it.
 * A refusal answered by `work`, a full disk, a damaged page: everything is undone and the refusal is answered.
 * Anything else thrown is a bug: everything is undone and it is thrown on. Transactions do not nest.
 */
export function transaction<T, E = never>(
  store: Store,
  work: (tx: WriteDb) => Result<T, E>,
): Result<T, E | StoreFailure> {
  const { database, write } = connectionOf(store);
  if (database.inTransaction) throw new Error('transactions do not nest');
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = work(write);
    if (result.ok) finishIndex(write);
    database.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    // A full disk may already have undone everything by itself.
    if (database.inTransaction) database.exec('ROLLBACK');
    const failure = storeFailureOf(error);
    if (failure) return err(failure);
    throw error;
  } finally {
    forgetIndex(write);
  }
}
