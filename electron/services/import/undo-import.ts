import { setImmediate as turn } from 'node:timers/promises';
import { countImported, findImport, importedFiles } from '#electron/store/tables/imports.ts';
import type { Work } from '#electron/store/work.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { correctionTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { filesWithdrawn, importUndone } from './facts.ts';
import { mayTakeBack } from './list-imports.ts';

/** Files that leave in one transaction: other calls wait no longer than for these. */
const perStep = 25;

function begin(context: OfficeContext, id: string, reason: string): Result<undefined, Failure> {
  return inOneTransaction(context, (tx) => {
    const row = findImport(tx, id);
    if (row === undefined) return err(notFound('import'));
    if (!mayTakeBack(tx, row, context.me)) return err(refused('import.not-yours'));
    if (countImported(tx, id) === 0) return err(refused('import.nothing-left'));
    // Taking back that was interrupted goes on without saying it anew.
    if (row.state !== 'undone') append(tx, context, [importUndone(id, context.moment.today, reason)]);
    return ok(undefined);
  });
}

/** Withdraws what nobody worked on, a few files at a time; answers how many files left. */
async function withdraw(context: OfficeContext, id: string, work: Work): Promise<Result<number, Failure>> {
  const total = countImported(context.open.store.db, id);
  let [after, seen, gone] = [0, 0, 0];
  for (;;) {
    const step = inOneTransaction(context, (tx) => {
      const rows = importedFiles(tx, id, after, perStep);
      const free = rows.filter(({ worked }) => !worked).map(({ dossier }) => dossier);
      if (free.length > 0) append(tx, context, [filesWithdrawn(id, context.moment.today, free)]);
      return ok({ rows, left: free.length });
    });
    if (!step.ok) return step;
    const { rows, left } = step.value;
    gone += left;
    seen += rows.length;
    work.step(seen, total);
    const last = rows.at(-1);
    if (last === undefined || work.cancelled()) return ok(gone);
    after = last.line;
    await turn();
  }
}

/** Takes a whole import back. What is interrupted goes on when it is asked for again. */
export const undoImport: Handler<'import.undo'> = async (context, input) => {
  const clean = cleanTexts({ reason: input.reason }, correctionTexts);
  if (!clean.ok) return clean;
  const { reason } = clean.value.texts;
  if (reason === '') return err(badInput({ code: 'import.reason-empty', field: 'reason' }));
  const begun = begin(context, input.import, reason);
  if (!begun.ok) return begun;
  const withdrawn = await context.session.works.run('take-back', (work) => withdraw(context, input.import, work));
  if (!withdrawn.ok) return withdrawn;
  const kept = countImported(context.open.store.db, input.import);
  return ok({ withdrawn: withdrawn.value, kept, revision: nextRevision(context) });
};
