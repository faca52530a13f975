import { findDraft, othersWrite } from '#electron/store/tables/drafts.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { localMoment } from '../recorded-at.ts';

/** What was typed in a form and not yet submitted. */
export const getDraft: Handler<'draft.get'> = ({ open }, { key, writer }) => {
  const { db } = open.store;
  const draft = findDraft(db, key, writer);
  if (draft === undefined) return ok(null);
  const mark = { writer: draft.writer, saves: draft.saves };
  const others = othersWrite(db, key, writer, draft.writer);
  return ok({ text: draft.text, savedAt: localMoment(draft.savedAt), mark, others });
};
