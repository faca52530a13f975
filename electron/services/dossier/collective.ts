import type { ReadDb } from '#electron/store/db.ts';
import { aboutAfter, newestAbout } from '#electron/store/tables/about.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { findCollective } from '#electron/store/tables/dossier-collective.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { partiesOf } from '#electron/store/tables/parties.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { type DossierId, timeOrderedId } from '#shared/base/ids.ts';
import { type LocalDate, later } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { readLimitKey } from '#shared/domain/deadline/limit-key.ts';
import { type CollectiveKind, collectiveKinds, mayRepresent } from '#shared/domain/dossier/collective.ts';
import { stepTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { computeLimit } from '../deadline/compute-limit.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import type { Fact } from '../journal/fact.ts';
import { latestDay } from '../latest-day.ts';
import { recordedAt } from '../recorded-at.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { collectiveSubject } from './collective-marks.ts';
import { openDossier } from './dossier-now.ts';
import { clockRecorded } from './facts.ts';

const kindOf = (text: string): CollectiveKind | null => collectiveKinds.find((kind) => kind === text) ?? null;

/** What was recorded of a collective case; null when the file is none. */
export function collectiveOf(db: ReadDb, dossier: DossierId): CallOutput<'dossier.get'>['collective'] {
  const row = findCollective(db, dossier);
  const kind = kindOf(row?.kind ?? '');
  if (row === undefined || kind === null) return null;
  const { on, decidedBy, note, electedOn, electedPaper } = row;
  // Written by the projector as a list of ids.
  const representatives = JSON.parse(row.representatives) as string[];
  return { kind, on, decidedBy, note, representatives, electedOn, electedPaper };
}

/** Refuses a change of what somebody recorded after the base, and a day before receipt or after today. */
function mayRecord(
  db: ReadDb,
  row: DossierRow,
  said: { readonly base: number; readonly on: LocalDate },
  today: LocalDate,
): Result<undefined, Failure> {
  if (row.side !== 'arb') return err(refused('collective.no-arbitration'));
  if (said.on > today) return err({ ...refused('dossier.in-future'), field: 'on' });
  if (said.on < row.receivedOn.slice(0, 10)) return err({ ...refused('step.before-receipt'), field: 'on' });
  const last = aboutAfter(db, collectiveSubject(row.id), said.base).at(-1);
  const entry = last === undefined ? undefined : findEntry(db, last);
  if (entry === undefined) return ok(undefined);
  const { actor, at } = entry.parsed;
  return err({
    kind: 'conflict',
    code: 'conflict.changed-meanwhile',
    conflict: {
      ...{ revision: row.revision, fields: ['collective'], stored: {} },
      ...{ by: peopleNames(db).get(actor) ?? '', at: recordedAt(at) },
    },
  });
}

const basedOn = (db: ReadDb, dossier: DossierId) => {
  const known = newestAbout(db, collectiveSubject(dossier));
  return known === undefined ? {} : { basedOn: [known] };
};

/** The limit of the one notice (办案规则64) ends with the mark, for no step of the file could end it any more. */
function noticeStopped(
  db: ReadDb,
  { moment, random }: OfficeContext,
  { dossier, on, decidedBy }: { readonly dossier: DossierId; readonly on: LocalDate; readonly decidedBy: string },
): readonly Fact[] {
  return [...clockEventsOf(db, dossier)].flatMap(([text, events]) => {
    const key = readLimitKey(text);
    const limit = key.rule === 'ARB.COLL_NOTICE' ? computeLimit(db, key.rule, events) : undefined;
    if (!limit || limit.startedOn === null || limit.status === 'stopped') return [];
    const id = timeOrderedId(moment.at, random.bytes(10));
    const event = { id, type: 'STOP' as const, on: later(on, limit.startedOn), decidedBy };
    return [clockRecorded({ dossier, ...key }, event, '')];
  });
}

/** A person decides that a file is a collective case, or that it is none. */
export const markCollective: Handler<'collective.mark'> = (context, { dossier, base, on, kind, ...typed }) => {
  const clean = cleanTexts(typed, { decidedBy: stepTexts.decidedBy, note: { max: 2000, multiline: true } });
  if (!clean.ok) return clean;
  if (clean.value.texts.decidedBy === '') return err(badInput({ code: 'joining.decidedBy-empty', field: 'decidedBy' }));
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    const may = mayRecord(tx, row.value, { base, on }, latestDay(tx, context.moment));
    if (!may.ok) return may;
    if ((collectiveOf(tx, dossier)?.kind ?? null) === kind) return err(refused('collective.marked-so'));
    const facts = { dossier, kind: kind ?? '' };
    const said = { dossier, on, decidedBy: clean.value.texts.decidedBy };
    append(tx, context, [
      ...(kind === null ? noticeStopped(tx, context, said) : []),
      { kind: 'collective.marked', on, ...basedOn(tx, dossier), facts, content: { ...clean.value.texts } },
    ]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: dossier, revision: nextRevision(context) }) : written;
};

/** Whom the workers of a collective case elected. How many there should be is said on the page and stops nothing. */
export const recordRepresentatives: Handler<'collective.represent'> = (context, input) => {
  const { dossier, base, on, representatives } = input;
  const clean = cleanTexts({ paper: input.paper }, { paper: stepTexts.paper });
  if (!clean.ok) return clean;
  const chosen = [...new Set(representatives)];
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    const may = mayRecord(tx, row.value, { base, on }, latestDay(tx, context.moment));
    if (!may.ok) return may;
    if (collectiveOf(tx, dossier) === null) return err(refused('collective.none'));
    const able = new Set(mayRepresent(partiesOf(tx, dossier)));
    if (!chosen.every((id) => able.has(id))) {
      return err({ ...refused('collective.no-worker'), field: 'representatives' });
    }
    const facts = { dossier, representatives: chosen };
    append(tx, context, [
      { kind: 'collective.represented', on, ...basedOn(tx, dossier), facts, content: { ...clean.value.texts } },
    ]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: dossier, revision: nextRevision(context) }) : written;
};
