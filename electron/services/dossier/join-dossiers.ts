import type { ReadDb } from '#electron/store/db.ts';
import { type JoiningRow, joiningsOf } from '#electron/store/tables/dossier-joinings.ts';
import { type DossierRow, findDossier } from '#electron/store/tables/dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import {
  checkJoin,
  checkPart,
  checkRestore,
  checkStrike,
  type JoiningRefusal,
} from '#shared/domain/dossier/joining.ts';
import { joiningTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import type { Fact } from '../journal/fact.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { knownDossier } from './dossier-now.ts';
import { fileNow } from './file-now.ts';
import { joinedFile, joiningIn } from './joining-view.ts';
import { movedMeanwhile } from './moved-meanwhile.ts';

const failureOf = ({ code, field }: JoiningRefusal): Failure =>
  field === undefined ? refused(code) : { ...refused(code), field };

/** What was decided of files heard together or apart. */
export type Decision = { readonly ground: string; readonly decidedBy: string; readonly paper: string };

/** What was decided, fit to be stored: why and by whom are never left out. */
export function readDecision(typed: Decision): Result<Decision, Failure> {
  const { ground, decidedBy, paper } = typed;
  const clean = cleanTexts({ ground, decidedBy, paper }, joiningTexts);
  if (!clean.ok) return clean;
  const empty = (['ground', 'decidedBy'] as const).find((field) => clean.value.texts[field] === '');
  if (empty !== undefined) return err(badInput({ code: `joining.${empty}-empty`, field: empty }));
  return ok(clean.value.texts);
}

/** A joining one of the two files is part of, with both as they stand. */
function known(
  db: ReadDb,
  dossier: DossierId,
  joining: string,
): Result<{ readonly row: JoiningRow; readonly lead: DossierRow; readonly other: DossierRow }, Failure> {
  const row = joiningsOf(db, dossier).find(({ id }) => id === joining);
  const [lead, other] = [row && findDossier(db, row.lead), row && findDossier(db, row.other)];
  return row && lead && other ? ok({ row, lead, other }) : err(notFound('joining'));
}

const about = ({ lead, other, id }: JoiningRow): Fact['facts'] => ({ dossier: lead, other, joining: id });

/** Has two files heard together; the act stands in the history of both. */
export const joinDossiers: Handler<'dossier.join'> = (context, { dossier, base, other, lead, on, ...typed }) => {
  const said = readDecision(typed);
  if (!said.ok) return said;
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    const moved = movedMeanwhile(tx, row.value, fileNow(tx, row.value), base);
    if (!moved.ok) return moved;
    const there = findDossier(tx, other);
    if (!there) return err({ ...notFound('dossier'), field: 'other' });
    const [first, second] = lead === 'this' ? [row.value, there] : [there, row.value];
    const may = checkJoin(joinedFile(tx, first), joinedFile(tx, second), on, latestDay(tx, context.moment));
    if (!may.ok) return err(failureOf(may.error));
    const facts = { dossier: first.id, other: second.id };
    append(tx, context, [{ kind: 'dossier.joined', on, facts, content: { ...said.value } }]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: other, revision: nextRevision(context) }) : written;
};

/** The fact that has files heard apart from a day on by a decision; refused when they are apart already. */
export function joiningParted(
  db: ReadDb,
  of: Pick<JoiningMistake, 'dossier' | 'joining'>,
  said: { readonly on: LocalDate; readonly decision: Decision; readonly today: LocalDate },
): Result<Fact, Failure> {
  const found = known(db, of.dossier, of.joining);
  if (!found.ok) return found;
  const { row } = found.value;
  const may = checkPart(joiningIn(row), said.on, said.today);
  if (!may.ok) return err(failureOf(may.error));
  return ok({ kind: 'dossier.parted', on: said.on, facts: about(row), content: { ...said.decision } });
}

/** Has files that are heard together heard apart again. */
export const partDossiers: Handler<'dossier.part'> = (context, { dossier, joining, on, ...typed }) => {
  const said = readDecision(typed);
  if (!said.ok) return said;
  const written = inOneTransaction(context, (tx) => {
    const today = latestDay(tx, context.moment);
    const fact = joiningParted(tx, { dossier, joining }, { on, decision: said.value, today });
    if (!fact.ok) return fact;
    append(tx, context, [fact.value]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: joining, revision: nextRevision(context) }) : written;
};

/** What was recorded wrongly of files heard together: that they are, that they no longer are, or the striking of that. */
export type JoiningMistake = {
  readonly dossier: DossierId;
  readonly joining: string;
  readonly what: 'joining' | 'parting' | 'striking';
};

/**
 * The fact that strikes a joining, its parting, or the striking of a joining, with the reason; refused when the files no
 * longer allow it.
 */
export function joiningStruck(
  db: ReadDb,
  of: JoiningMistake,
  said: { readonly on: LocalDate; readonly reason: string },
): Result<Fact, Failure> {
  const found = known(db, of.dossier, of.joining);
  if (!found.ok) return found;
  const { row, lead, other } = found.value;
  const files = { lead: joinedFile(db, lead), other: joinedFile(db, other) };
  const may =
    of.what === 'striking' ? checkRestore(joiningIn(row), files) : checkStrike(joiningIn(row), of.what, files);
  if (!may.ok) return err(failureOf(may.error));
  const facts = { ...about(row), what: of.what };
  return ok({ kind: 'dossier.joining-struck', on: said.on, facts, content: { reason: said.reason } });
}

/** Strikes what was recorded wrongly by an act of its own with the reason; both stay in the history. */
export const strikeJoining: Handler<'dossier.strikeJoining'> = (context, { dossier, joining, what, reason }) => {
  const clean = cleanTexts({ reason }, { reason: joiningTexts.ground });
  if (!clean.ok) return clean;
  if (clean.value.texts.reason === '') return err(badInput({ code: 'step.reason-empty', field: 'reason' }));
  const written = inOneTransaction(context, (tx) => {
    const said = { on: context.moment.today, reason: clean.value.texts.reason };
    const fact = joiningStruck(tx, { dossier, joining, what }, said);
    if (!fact.ok) return fact;
    append(tx, context, [fact.value]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: joining, revision: nextRevision(context) }) : written;
};
