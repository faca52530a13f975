import { err, type Result } from '#shared/base/result.ts';
import type { WriteDb } from './db.ts';
import { type StoreFailure, storeFailureOf } from './failure.ts';
import { finishIndex, forgetIndex } from './search/search-index.ts';
import { connectionOf, type Store } from './store.ts';

/**
 * When what a transaction wrote is safe from a power cut: before it answers, or with the next one that is safe at once,
 * for long work that says it is done by such a one. A killed process loses neither.
 */
export type Safety = 'at-once' | 'with-the-next';

/**
 * Runs `work` in one transaction: all of it is on disk when this answers ok, or none of it.
 * A refusal answered by `work`, a full disk, a damaged page: everything is undone and the refusal is answered.
 * Anything else thrown is a bug: everything is undone and it is thrown on. Transactions do not nest.
 */
export function transaction<T, E = never>(
  store: Store,
  work: (tx: WriteDb) => Result<T, E>,
  safety: Safety = 'at-once',
): Result<T, E | StoreFailure> {
  const { database, write } = connectionOf(store);
  if (database.inTransaction) throw new Error('transactions do not nest');
  const later = safety === 'with-the-next';
  try {
    if (later) database.pragma('synchronous = NORMAL');
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
    if (later) database.pragma('synchronous = FULL');
    forgetIndex(write);
  }
}
