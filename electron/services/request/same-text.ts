import type { ReadDb } from '#electron/store/db.ts';
import type { PaperRow } from '#electron/store/tables/papers.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { OfficeContext } from '../context.ts';
import { nextRevision } from '../session/revision.ts';

/**
 * Whether the text that would be replaced is the one the form was opened on. A text that has left is not replaced; any
 * other that was handed in meanwhile is a conflict that says by whom and when.
 */
export function onSameText(
  db: ReadDb,
  context: OfficeContext,
  before: PaperRow | undefined,
  base: string | null,
): Result<void, Failure> {
  const waiting = before === undefined || before.stage === 'sent' ? null : before;
  if (waiting === null || waiting.hash === base) return ok(undefined);
  const drafted = waiting.steps.findLast((step) => step.step === 'draft');
  return err({
    kind: 'conflict',
    code: 'conflict.text-replaced',
    conflict: {
      ...{ revision: nextRevision(context), fields: ['base'], stored: { base: waiting.hash } },
      ...{ by: peopleNames(db).get(drafted?.person ?? '') ?? '', at: (drafted?.at ?? waiting.submitted).slice(0, 16) },
    },
  });
}
