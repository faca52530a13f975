import { findLawChange, type LawChangeRow } from '#electron/store/tables/law-changes.ts';
import { putLawSlot } from '#electron/store/tables/law-slots.ts';
import { transaction } from '#electron/store/transaction.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { recomputeStale } from '../deadline/recompute-stale.ts';
import { storageFailure } from '../journal/append.ts';
import { type MovedLine, movedLines } from './moved-lines.ts';

/** Lines of a preview at most; all of them are counted, and all are listed once the change is confirmed. */
const shown = 200;

type Preview = { readonly total: number; readonly rows: MovedLine[] };

/** Computes everything as if the change were in force, looks, and undoes it: the same code says what confirming does. */
function asIf(open: OpenOffice, { id, slot }: LawChangeRow): Result<Preview, Failure> {
  const tried = transaction<never, Preview>(open.store, (tx) => {
    putLawSlot(tx, { slot, change: id });
    const moved = recomputeStale(tx, open.office, true);
    return err({ total: moved.length, rows: movedLines(tx, moved.slice(0, shown)) });
  });
  // The work refuses always, so that the transaction is undone: a preview or a refusal of the disk comes back.
  if (tried.ok) throw new Error('a preview was written');
  return 'total' in tried.error ? ok(tried.error) : err(storageFailure(tried.error));
}

/** The last days an open change would move. */
export const previewChange: Handler<'law.preview'> = ({ open }, { id }) => {
  const change = findLawChange(open.store.db, id);
  if (!change) return err(notFound('law-change'));
  if (change.state !== 'open') return err(refused('law.decided'));
  return asIf(open, change);
};
