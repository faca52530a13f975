import { listDrafts as keptDrafts } from '#electron/store/tables/drafts.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { localMoment } from '../recorded-at.ts';

/** Forms left open, newest first. */
export const listDrafts: Handler<'draft.list'> = ({ open }) =>
  ok(keptDrafts(open.store.db).map(({ key, title, savedAt }) => ({ key, title, savedAt: localMoment(savedAt) })));
