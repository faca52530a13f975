import { findLawChange } from '#electron/store/tables/law-changes.ts';
import { changeInForce } from '#electron/store/tables/law-slots.ts';
import { err } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { proposeChange } from './propose-change.ts';

/** Proposes to put back what a change replaced. */
export const restoreFormer: Handler<'law.restore'> = (context, { id, reason }) => {
  const { db } = context.open.store;
  const change = findLawChange(db, id);
  if (!change) return err(notFound('law-change'));
  if (changeInForce(db, change.slot) !== id) return err(refused('law.not-in-force'));
  const content = findLawChange(db, change.base)?.content ?? '';
  return proposeChange(context, { slot: change.slot, content, reason });
};
