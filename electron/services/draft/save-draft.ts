import { discardState, saveDraft as keepDraft, othersWrite } from '#electron/store/tables/drafts.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { localMoment } from '../recorded-at.ts';

/** Keeps what was typed in a form so that a crash or a lock loses nothing. Never a fact. */
export const saveDraft: Handler<'draft.save'> = (context, { key, title, text, writer, over }) => {
  const savedAt = context.moment.at;
  return inOneTransaction(context, (tx) => {
    if (over !== null && over.writer !== writer) discardState(tx, key, over);
    keepDraft(tx, { key, writer, title, text, savedAt });
    return ok({ savedAt: localMoment(savedAt), others: othersWrite(tx, key, writer, writer) });
  });
};
