import { findLawChange } from '#electron/store/tables/law-changes.ts';
import { lawMoved, lawMovedCount } from '#electron/store/tables/law-moved.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { movedLines } from './moved-lines.ts';

/** The last days a confirmed change moved. */
export const listMoved: Handler<'law.moved'> = ({ open }, { id, offset, limit }) => {
  const { db } = open.store;
  if (!findLawChange(db, id)) return err(notFound('law-change'));
  return ok({ total: lawMovedCount(db, id), rows: movedLines(db, lawMoved(db, id, offset, limit)) });
};
