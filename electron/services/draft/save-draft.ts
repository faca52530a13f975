import { saveDraft as keepDraft } from '#electron/store/tables/drafts.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { localMoment } from '../recorded-at.ts';

/** Keeps what was typed in a form so that a crash or a lock loses nothing. Never a fact. */
export const saveDraft: Handler<'draft.save'> = (context, { key, title, text }) => {
  const savedAt = context.moment.at;
  const written = inOneTransaction(context, (tx) => {
    keepDraft(tx, { key, title, text, savedAt });
    return ok(undefined);
  });
  return written.ok ? ok({ savedAt: localMoment(savedAt) }) : written;
};
