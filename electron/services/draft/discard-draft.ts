import { discardDraft as removeDraft } from '#electron/store/tables/drafts.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';

/** Removes what was typed in a form; nothing happens when there is nothing. */
export const discardDraft: Handler<'draft.discard'> = (context, { key }) =>
  inOneTransaction(context, (tx) => {
    removeDraft(tx, key);
    return ok({});
  });
