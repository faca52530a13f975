import { findDraft } from '#electron/store/tables/drafts.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { localMoment } from '../recorded-at.ts';

/** What was typed in a form and not yet submitted. */
export const getDraft: Handler<'draft.get'> = ({ open }, { key }) => {
  const draft = findDraft(open.store.db, key);
  return ok(draft ? { text: draft.text, savedAt: localMoment(draft.savedAt) } : null);
};
