import { findLawChange } from '#electron/store/tables/law-changes.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { lawDropped } from './facts.ts';
import { reasonText } from './propose-change.ts';

/** Withdraws or refuses an open change. */
export const dropChange: Handler<'law.drop'> = (context, { id, reason }) => {
  const clean = cleanTexts({ reason }, reasonText);
  if (!clean.ok) return clean;
  const written = inOneTransaction(context, (tx) => {
    const change = findLawChange(tx, id);
    if (!change) return err(notFound('law-change'));
    if (change.state !== 'open') return err(refused('law.decided'));
    append(tx, context, [lawDropped(context.moment.today, id, clean.value.texts.reason)]);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
