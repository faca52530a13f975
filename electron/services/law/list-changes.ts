import { lawChanges } from '#electron/store/tables/law-changes.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { changeView } from './change-view.ts';

/** Proposals and decided changes, newest first. */
export const listChanges: Handler<'law.changes'> = ({ open, me }, { about, offset, limit }) => {
  const { db } = open.store;
  const { total, rows } = lawChanges(db, `${about}/`, offset, limit);
  return ok({ total, rows: rows.map((row) => changeView(db, row, me)) });
};
