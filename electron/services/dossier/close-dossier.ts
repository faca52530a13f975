import { err, ok } from '#shared/base/result.ts';
import { close } from '#shared/domain/dossier/lifecycle.ts';
import { decisionTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { checkClocks } from './check-clocks.ts';
import { knownDossier, lifecycleFailure } from './dossier-now.ts';
import { dossierClosed } from './facts.ts';
import { fileNow } from './file-now.ts';

/**
 * 结案, or the end of a file that was never accepted. Requests that are still open do not stop it: a partner's silence
 * must not keep a case from being closed.
 */
export const closeDossier: Handler<'dossier.close'> = (context, { dossier, on, type, absent, note }) => {
  const clean = cleanTexts({ note }, { note: decisionTexts.note });
  if (!clean.ok) return clean;
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    const next = close(fileNow(tx, row.value), { on, type, absent }, latestDay(tx, context.moment));
    if (!next.ok) return err(lifecycleFailure(next.error));
    const counted = checkClocks(tx, dossier, next.value.clocks);
    if (!counted.ok) return counted;
    append(tx, context, [
      dossierClosed({ dossier, on, type, absent, ...clean.value.texts, clocks: next.value.clocks }),
    ]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: dossier, revision: nextRevision(context) }) : written;
};
