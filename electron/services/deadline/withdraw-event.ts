import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { aboutAfter } from '#electron/store/tables/about.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { timeOrderedId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { type ClockEvent, dateOfMoment } from '#shared/domain/deadline/clock-event.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import { ruleOn } from '#shared/domain/deadline/pack.ts';
import { eventsOfRun } from '#shared/domain/deadline/replay.ts';
import { movesAfterClosing } from '#shared/domain/dossier/steps/step-clocks.ts';
import { clockTexts, correctionTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { checkRewritten } from '../dossier/check-clocks.ts';
import { knownDossier } from '../dossier/dossier-now.ts';
import { clockWithdrawn } from '../dossier/facts.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { readText } from '../read-fields.ts';
import { recordedAt } from '../recorded-at.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { computeLimit } from './compute-limit.ts';
import { checkCounts, eventOf, eventsOfLimit, type Said } from './record-clock-event.ts';
import { rulesInForce } from './rules-in-force.ts';
import { withdrawable } from './who-decided.ts';

type Input = HandlerInput<'clock.withdraw'>;

/** Acts that may have moved any limit of their file. */
const movesAny = /^dossier\.(?:received|imported|accepted|closed|stepped|step-corrected)$/;

/** Refuses when somebody moved the limit after the base: the person was shown another clock than there is. */
function clockMoved(db: ReadDb, row: DossierRow, { base, ruleId, of }: Input): Result<undefined, Failure> {
  const key = limitKeyText({ rule: ruleId, of });
  const moved = aboutAfter(db, row.id, base)
    .map((id) => findEntry(db, id)?.parsed)
    .filter((entry) => entry !== undefined)
    .filter(({ kind, facts }) => {
      const about = limitKeyText({ rule: readText(facts, 'rule'), of: readText(facts, 'of') });
      return movesAny.test(kind) || (kind.startsWith('clock.') && about === key);
    });
  const last = moved.at(-1);
  if (last === undefined) return ok(undefined);
  return err({
    kind: 'conflict',
    code: 'conflict.changed-meanwhile',
    conflict: {
      ...{ revision: row.revision, fields: ['event'], stored: {} },
      ...{ by: peopleNames(db).get(last.actor) ?? '', at: recordedAt(last.at) },
    },
  });
}

/** What was typed in place of the wrong event, as something said of its limit. */
function saidInstead(input: Input, wrong: ClockEvent): Said | null {
  const { dossier, ruleId, of, instead } = input;
  return instead && { ...{ dossier, ruleId, of, type: wrong.type, note: '' }, ...instead };
}

/**
 * The events that go: the wrong one, and with a start that nothing replaces what was recorded by hand about that run of
 * the limit. A second start that never counted takes nothing with it.
 */
function going(db: ReadDb, ruleId: string, wrong: ClockEvent, events: readonly ClockEvent[]): readonly string[] {
  const deadline = computeLimit(db, ruleId, events);
  const counted = deadline === undefined || deadline.changes.some(({ event }) => event === wrong.id);
  if (wrong.type !== 'START' || !counted) return [wrong.id];
  const run = eventsOfRun(deadline?.rule ?? {}, events, wrong.id);
  return [wrong.id, ...run.map(({ id }) => id).filter(withdrawable)];
}

/** The wrong event with all of its limit; refused where there is none, and where the file keeps what it says. */
function wrongOf(db: ReadDb, row: DossierRow, input: Input): Result<Wrong, Failure> {
  const events = eventsOfLimit(db, input);
  const wrong = events.find(({ id }) => id === input.event);
  const moves = wrong !== undefined && movesAfterClosing(input.ruleId, wrong.type, row.stage);
  if (row.status === 'closed' && !moves) return err(refused('dossier.already-closed'));
  const moved = clockMoved(db, row, input);
  if (!moved.ok) return moved;
  if (wrong === undefined) return err(notFound('clock-event'));
  return withdrawable(wrong.id) ? ok({ wrong, events }) : err(refused('clock.of-a-step'));
}

type Wrong = { readonly wrong: ClockEvent; readonly events: readonly ClockEvent[] };

function write(tx: WriteDb, context: OfficeContext, input: Input): Result<undefined, Failure> {
  const { dossier, ruleId: rule, of, reason } = input;
  const row = knownDossier(tx, dossier);
  const found = row.ok ? wrongOf(tx, row.value, input) : row;
  if (!found.ok) return found;
  const { wrong, events } = found.value;
  const said = saidInstead(input, wrong);
  const id = timeOrderedId(context.moment.at, context.random.bytes(10));
  const begun = events.find(({ type }) => type === 'START' && said?.type !== 'START')?.on ?? said?.on ?? wrong.on;
  const on = dateOfMoment(begun);
  const instead = said && eventOf(said, id, on && ruleOn(rulesInForce(tx), rule, on));
  const record = (withdrawn: readonly string[]): void => {
    const what = { on: context.moment.today, withdrawn, instead, reason };
    append(tx, context, [clockWithdrawn({ dossier, rule, of }, what)]);
  };
  if (said === null || instead === null) {
    record(going(tx, rule, wrong, events));
    return ok(undefined);
  }
  const replaced = events.map((event) => (event.id === wrong.id ? instead : event));
  const counts = checkCounts(tx, said, instead, replaced, context.moment);
  // What steps of the file wrote about the limit must count as it did before.
  return counts.ok ? checkRewritten(tx, dossier, () => record([wrong.id])) : counts;
}

const { decidedBy, paper } = clockTexts;

/** Texts made fit to be stored; a correction without a reason is refused. */
function cleaned(input: Input): Result<Input, Failure> {
  const { instead } = input;
  const typed = { reason: input.reason, decidedBy: instead?.decidedBy ?? '', paper: instead?.paper ?? '' };
  const clean = cleanTexts(typed, { ...correctionTexts, decidedBy, paper });
  if (!clean.ok) return clean;
  const { reason, ...texts } = clean.value.texts;
  if (reason === '') return err(badInput({ code: 'step.reason-empty', field: 'reason' }));
  return ok({ ...input, reason, instead: instead && { ...instead, ...texts } });
}

/** Takes a wrong clock event out of the count, or puts another one in its place; the history keeps both. */
export const withdrawEvent: Handler<'clock.withdraw'> = (context, input) => {
  const clean = cleaned(input);
  if (!clean.ok) return clean;
  const written = inOneTransaction(context, (tx) => write(tx, context, clean.value));
  return written.ok ? ok({ id: input.dossier, revision: nextRevision(context) }) : written;
};
