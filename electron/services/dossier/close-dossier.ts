import { newestClosing } from '#electron/store/tables/dossier-steps.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import { actOfClosing, deciders, lacksDecision } from '#shared/domain/dossier/deciders.ts';
import { close } from '#shared/domain/dossier/lifecycle.ts';
import { stepTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { checkClocks } from './check-clocks.ts';
import { knownDossier, lifecycleFailure } from './dossier-now.ts';
import { dossierClosed } from './facts.ts';
import { fileNow } from './file-now.ts';

const missing = { decidedBy: 'step.decider-missing', paper: 'step.paper-missing' } as const;

/**
 * 结案, or the end of a file that was never accepted. Requests that are still open do not stop it: a partner's silence
 * must not keep a case from being closed.
 */
export const closeDossier: Handler<'dossier.close'> = (context, { dossier, on, type, absent, ...typed }) => {
  const clean = cleanTexts(typed, stepTexts);
  if (!clean.ok) return clean;
  const { texts } = clean.value;
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    const next = close(fileNow(tx, row.value), { on, type, absent }, latestDay(tx, context.moment));
    if (!next.ok) return err(lifecycleFailure(next.error));
    const counted = checkClocks(tx, dossier, next.value.clocks);
    if (!counted.ok) return counted;
    const lacks = lacksDecision(deciders[row.value.side][actOfClosing(type)], texts);
    if (lacks !== null) return err({ ...refused(missing[lacks]), field: lacks });
    append(tx, context, [dossierClosed({ dossier, on, type, absent, ...texts, clocks: next.value.clocks })]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: dossier, revision: nextRevision(context) }) : written;
};

/** Who decided the closing last entered on a side. */
export const lastDecider: Handler<'dossier.lastDecider'> = ({ open }, { side }) =>
  ok({ decidedBy: newestClosing(open.store.db, side)?.decidedBy ?? '' });
