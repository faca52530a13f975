import { discardState, discardDraft as removeDraft } from '#electron/store/tables/drafts.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';

/** Removes what this window typed in a form and what it began from; nothing happens when there is nothing. */
export const discardDraft: Handler<'draft.discard'> = (context, { key, writer, over }) =>
  inOneTransaction(context, (tx) => {
    removeDraft(tx, key, writer);
    if (over !== null) discardState(tx, key, over);
    return ok({});
  });
