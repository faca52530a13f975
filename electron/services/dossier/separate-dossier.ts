import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { type ClaimRow, claimsOf } from '#electron/store/tables/claims.ts';
import { type DossierRow, dossierText } from '#electron/store/tables/dossiers.ts';
import { type PartyRow, partiesOf } from '#electron/store/tables/parties.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { type LocalDate, localDate, yearOf } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { receive } from '#shared/domain/dossier/lifecycle.ts';
import { checkSeparation } from '#shared/domain/dossier/separation.ts';
import { foldSteps } from '#shared/domain/dossier/steps/file-state.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { knownDossier, lifecycleFailure } from './dossier-now.ts';
import { dossierAccepted, dossierReceived, type NamedClaim, type NamedParty } from './facts.ts';
import { fileNow } from './file-now.ts';
import { checkBranch, checkFree, giveNumber } from './give-number.ts';
import { type Decision, readDecision } from './join-dossiers.ts';
import { movedMeanwhile } from './moved-meanwhile.ts';
import { prepareAcceptance } from './prepare-acceptance.ts';
import { newId } from './read-input.ts';
import { storedClaim } from './stored-claim.ts';
import { roleOf, storedParty } from './stored-party.ts';

type Said = Omit<HandlerInput<'dossier.separate'>, keyof Decision> & Decision;
type Into = { readonly tx: WriteDb; readonly context: OfficeContext; readonly said: Said };

const dayOf = (receivedOn: string): LocalDate => localDate(receivedOn.slice(0, 10));

/** Parties of the file among some ids, in the order of the file. */
function partiesAmong(db: ReadDb, { dossier }: Said, ids: readonly string[]): readonly PartyRow[] {
  const among = new Set(ids);
  return partiesOf(db, dossier).filter(({ id }) => among.has(id));
}

function claimsAmong(db: ReadDb, { dossier, claims }: Said): readonly ClaimRow[] {
  const among = new Set(claims);
  return claimsOf(db, dossier).filter(({ id }) => among.has(id));
}

/**
 * What goes over, under ids of its own: a party or claim stands on one file alone. Those who leave come first, in the order
 * the fact of the separation names them in.
 */
function members({ tx, context, said }: Into): {
  readonly parties: readonly NamedParty[];
  readonly claims: readonly NamedClaim[];
} {
  const parties = [...partiesAmong(tx, said, said.goes), ...partiesAmong(tx, said, said.both)];
  const claims = claimsAmong(tx, said);
  return {
    parties: parties.map((row) => ({ ...storedParty(row), id: newId(context) })),
    claims: claims.map((row) => ({ ...storedClaim(row), id: newId(context) })),
  };
}

/** The branch that has the file, while it gives numbers; otherwise the office itself. */
function givingBranch(db: ReadDb, { branch }: DossierRow): string {
  return checkBranch(db, branch).ok ? branch : '';
}

/** The new file as received: when, how and by whom the one it comes out of was. */
function receiveNew(into: Into, from: DossierRow, id: DossierId): Result<string, Failure> {
  const { tx, context } = into;
  const { side, channel, handler, cause, receivedOn: on } = from;
  const branch = givingBranch(tx, from);
  const next = receive({ side, channel, on: dayOf(on) }, latestDay(tx, context.moment));
  if (!next.ok) return err(lifecycleFailure(next.error));
  const number = giveNumber(tx, { series: 'window', year: yearOf(dayOf(on)), branch });
  const free = checkFree(tx, number);
  if (!free.ok) return free;
  const { summary } = dossierText(tx, from.id);
  const { clocks } = next.value;
  const said = { dossier: id, side, on, number, branch, channel, handler, cause, summary, clocks };
  append(tx, context, [dossierReceived({ ...said, ...members(into) })]);
  return ok(number.text);
}

/** The new file as accepted, on the day the one it comes out of was: the limit of the case began then. */
function acceptNew(
  { tx, context, said }: Into,
  from: DossierRow,
  acceptedOn: string,
  id: DossierId,
): Result<string, Failure> {
  const on = localDate(acceptedOn);
  const { branch, under } = said.under
    ? { branch: from.branch, under: from.id }
    : { branch: givingBranch(tx, from), under: null };
  const ready = prepareAcceptance(tx, context, { dossier: id, on, branch, under });
  if (!ready.ok) return ready;
  const { number, clocks } = ready.value;
  const accepted = { dossier: id, on, number, branch, handler: from.handler, approvedBy: said.decidedBy };
  append(tx, context, [dossierAccepted({ ...accepted, paper: said.paper, clocks })]);
  return ok(number.text);
}

function checked({ tx, context, said }: Into): Result<DossierRow, Failure> {
  const row = knownDossier(tx, said.dossier);
  if (!row.ok) return row;
  const now = fileNow(tx, row.value);
  const moved = movedMeanwhile(tx, row.value, now, said.base);
  if (!moved.ok) return moved;
  const known = new Set(claimsOf(tx, said.dossier).map(({ id }) => id));
  if (!said.claims.every((id) => known.has(id))) return err({ ...notFound('claim'), field: 'claims' });
  const { side, receivedOn } = row.value;
  const { stage } = foldSteps(now, now.steps);
  const parties = now.parties.map(({ id, role }) => ({ id, role: roleOf(role) }));
  const file = { side, stage, receivedOn: dayOf(receivedOn), parties };
  const may = checkSeparation(file, said, said.on, latestDay(tx, context.moment));
  if (may.ok) return row;
  const { code, field } = may.error;
  return err(field === undefined ? refused(code) : { ...refused(code), field });
}

function write(into: Into, id: DossierId): Result<string, Failure> {
  const { tx, context, said } = into;
  const from = checked(into);
  if (!from.ok) return from;
  const received = receiveNew(into, from.value, id);
  if (!received.ok) return received;
  const { acceptedOn } = from.value;
  const number = acceptedOn === null ? received : acceptNew(into, from.value, acceptedOn, id);
  if (!number.ok) return number;
  const { on, ground, decidedBy, paper } = said;
  const gone = { parties: partiesAmong(tx, said, said.goes), claims: claimsAmong(tx, said) };
  const idOf = ({ id: own }: { readonly id: string }): string => own;
  const facts = {
    ...{ dossier: said.dossier, other: id },
    ...{ parties: gone.parties.map(idOf), claims: gone.claims.map(idOf) },
  };
  append(tx, context, [{ kind: 'dossier.separated', on, facts, content: { ground, decidedBy, paper } }]);
  return number;
}

/** 分出另案: parties of a file go over into a new one, which keeps the days of the old; all of it or nothing. */
export const separateDossier: Handler<'dossier.separate'> = (context, input) => {
  const decision = readDecision(input);
  if (!decision.ok) return decision;
  // Row ids and file ids have one form; the brand says what this one stands for.
  const id = newId(context) as DossierId;
  const said = { ...input, ...decision.value };
  const written = inOneTransaction(context, (tx) => write({ tx, context, said }, id));
  return written.ok ? ok({ id, revision: nextRevision(context), number: written.value }) : written;
};
