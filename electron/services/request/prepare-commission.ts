import type { ReadDb } from '#electron/store/db.ts';
import { type DossierRow, findDossier } from '#electron/store/tables/dossiers.ts';
import type { DossierId, OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { type CommissionLetter, commissionLetter } from '#shared/contract/letter.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import type { OfficeContext } from '../context.ts';
import { type CommissionContent, commissionContent } from './letter-content.ts';
import { checkedFiles } from './letter-files.ts';
import { addressee, ourOffice, type Recipient, recipientOf } from './letter-offices.ts';
import { badField } from './refusals.ts';
import { cleanTyped } from './typed-text.ts';

/** A commission ready to be shown or submitted: checked, cleaned, and exactly what will leave. */
export type Prepared = {
  readonly dossier: DossierRow;
  readonly recipient: Recipient;
  readonly content: CommissionContent;
  /** Codes of what was removed from typed text. */
  readonly removed: readonly string[];
};

/** What a person hands in for a commission. */
export type CommissionInput = {
  readonly dossier: DossierId;
  readonly partner: OfficeId;
  readonly letter: CommissionLetter;
};

function checkLetter(dossier: DossierRow, letter: CommissionLetter): Result<void, Failure> {
  if (dossier.status === 'closed') return err(refused('request.dossier-closed'));
  if (requestKind(letter.kind)?.office !== dossier.side) return err(refused('request.kind-of-other-side'));
  const ids = letter.items.map((item) => item.id);
  if (new Set(ids).size !== ids.length) return err(badField('request.item-twice', 'letter.items'));
  if ((letter.kind === 'LSI_ASSIST') !== (letter.inspection !== null)) {
    return err(badField('request.inspection-part', 'letter.inspection'));
  }
  return ok(undefined);
}

/** Checks and cleans a commission; the same way for preview and submission, so that what is shown is what is kept. */
export function prepareCommission(
  db: ReadDb,
  context: Pick<OfficeContext, 'open'>,
  input: CommissionInput,
): Result<Prepared, Failure> {
  const dossier = findDossier(db, input.dossier);
  if (!dossier) return err(notFound('dossier'));
  const cleaned = cleanTyped(input.letter, commissionLetter);
  if (!cleaned.ok) return cleaned;
  const fits = checkLetter(dossier, cleaned.value.value);
  if (!fits.ok) return fits;
  const recipient = recipientOf(db, context, input.partner, cleaned.value.value.kind);
  if (!recipient.ok) return recipient;
  const files = checkedFiles(db, cleaned.value.value.files);
  if (!files.ok) return files;
  const from = ourOffice(db);
  if (!from.ok) return from;
  const letter = { ...cleaned.value.value, files: files.value };
  const content = commissionContent(from.value, addressee(recipient.value.row), letter);
  return ok({ dossier, recipient: recipient.value, content, removed: cleaned.value.removed });
}
