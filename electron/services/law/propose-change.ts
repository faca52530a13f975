import { findLawChange, openLawChange } from '#electron/store/tables/law-changes.ts';
import { changeInForce } from '#electron/store/tables/law-slots.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { lawProposed } from './facts.ts';

/** Why a change is proposed, withdrawn or refused, in words. */
export const reasonText = { reason: { max: 500, multiline: true } } as const;

/**
 * Records a proposal over what is in force in its slot now. Refused while another one for the slot is undecided, and when
 * it would change nothing.
 */
export function proposeChange(
  context: OfficeContext,
  proposal: { readonly slot: string; readonly content: string; readonly reason: string },
): Result<{ id: string; revision: number }, Failure> {
  const clean = cleanTexts({ reason: proposal.reason }, reasonText);
  if (!clean.ok) return clean;
  const { slot, content } = proposal;
  const written = inOneTransaction(context, (tx) => {
    if (openLawChange(tx, slot)) return err(refused('law.already-proposed'));
    const base = changeInForce(tx, slot);
    if ((findLawChange(tx, base)?.content ?? '') === content) return err(refused('law.nothing-changes'));
    const said = { slot, base, content, reason: clean.value.texts.reason };
    const [entry] = append(tx, context, [lawProposed(context.moment.today, said)]);
    return ok(entry?.id ?? '');
  });
  return written.ok ? ok({ id: written.value, revision: nextRevision(context) }) : written;
}
