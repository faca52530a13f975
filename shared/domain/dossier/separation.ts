import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { PartyRole } from '../party/party.ts';
import type { DossierSide } from './dossier.ts';
import { type Stage, statusOf } from './steps/stages.ts';

/** What is looked at of a file that some of its parties are to be taken out of (分出另案). */
export type SeparatedFile = {
  readonly side: DossierSide;
  readonly stage: Stage;
  /** The day it was received. */
  readonly receivedOn: LocalDate;
  readonly parties: readonly { readonly id: string; readonly role: PartyRole }[];
};

/** Who goes over into the new file, and who stands on both from then on; ids of parties. */
export type SeparatedParties = { readonly goes: readonly string[]; readonly both: readonly string[] };

/** Why parties cannot be taken out; `field` names the input that would have to change. */
export type SeparationRefusal = {
  readonly code:
    | 'separation.no-arbitration'
    | 'separation.closed'
    | 'separation.unknown-party'
    | 'separation.nobody-goes'
    | 'separation.nobody-stays'
    | 'separation.no-respondent'
    | 'separation.in-future'
    | 'separation.before-receipt';
  readonly field?: 'goes' | 'both' | 'on';
};

type Checked = Result<undefined, SeparationRefusal>;
const refuse = (code: SeparationRefusal['code'], field?: SeparationRefusal['field']): Checked =>
  err(field === undefined ? { code } : { code, field });

function checkParties({ parties }: SeparatedFile, { goes, both }: SeparatedParties): Checked {
  const of = new Map(parties.map(({ id, role }) => [id, role]));
  const [gone, shared] = [new Set(goes), new Set(both)];
  const known = [...gone, ...shared].every((id) => of.has(id)) && goes.every((id) => !shared.has(id));
  if (!known) return refuse('separation.unknown-party', 'goes');
  const has = (role: PartyRole, ids: Iterable<string>): boolean => [...ids].some((id) => of.get(id) === role);
  const stays = parties.filter(({ id }) => !gone.has(id)).map(({ id }) => id);
  if (!has('applicant', gone)) return refuse('separation.nobody-goes', 'goes');
  if (!has('applicant', stays)) return refuse('separation.nobody-stays', 'goes');
  // A file without any respondent yet stays one; otherwise both files have somebody to answer.
  if (!has('respondent', of.keys())) return ok(undefined);
  const answered = has('respondent', [...gone, ...shared]) && has('respondent', stays);
  return answered ? ok(undefined) : refuse('separation.no-respondent', 'both');
}

/**
 * Whether parties may be taken out of a file into one of their own on a day: an arbitration file without a result, on both
 * of which somebody asks and, where there is a respondent at all, somebody answers. No article of the rules says what that
 * does to limits; who decides is local practice.
 */
export function checkSeparation(file: SeparatedFile, said: SeparatedParties, on: LocalDate, today: LocalDate): Checked {
  if (file.side !== 'arb') return refuse('separation.no-arbitration');
  if (statusOf(file.stage) === 'closed') return refuse('separation.closed');
  if (on > today) return refuse('separation.in-future', 'on');
  if (on < file.receivedOn) return refuse('separation.before-receipt', 'on');
  return checkParties(file, said);
}
