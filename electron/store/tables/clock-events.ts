import type { DossierId, EntryId } from '#shared/base/ids.ts';
import type { ClockEvent, ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import { type LimitKey, limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A clock event of one limit of a file. */
export type ClockEventRow = {
  readonly dossier: DossierId;
  readonly event: ClockEvent;
  readonly note: string;
} & LimitKey;

type Row = {
  readonly id: string;
  readonly type: ClockEventType;
  readonly on: string;
  readonly amount: number | null;
  readonly ground: string;
  readonly basis: string;
  readonly decidedBy: string;
  readonly paper: string;
};

function toEvent(row: Row): ClockEvent {
  const { id, type, on, amount, ground, basis, decidedBy, paper } = row;
  return {
    id,
    type,
    on,
    ...(amount === null ? {} : { amount }),
    ...(ground === '' ? {} : { ground }),
    ...(basis === '' ? {} : { basis }),
    ...(decidedBy === '' ? {} : { decidedBy }),
    ...(paper === '' ? {} : { paper }),
  };
}

/**
 * The events of a file by limit (`limitKeyText`), each limit's in the order of the acts they stand for; withdrawn ones
 * left out. One that was put right, or written anew by a correction, stands where the wrong one stood.
 */
export function clockEventsOf(db: ReadDb, dossier: DossierId): ReadonlyMap<string, readonly ClockEvent[]> {
  const rows = db.all<Row & LimitKey>(
    `SELECT id, rule_id AS rule, of_part AS of, type, on_date AS "on", amount, ground, basis, decided_by AS decidedBy, paper
     FROM clock_event WHERE dossier = ? AND withdrawn_by = '' ORDER BY position, rowid`,
    dossier,
  );
  const byLimit = Map.groupBy(rows, limitKeyText);
  return new Map([...byLimit].map(([key, events]) => [key, events.map(toEvent)]));
}

/**
 * Adds an event; recorded once, never changed. `position` is the number in the order of arrival of the act it stands for:
 * for an event that takes the place of another one, of the act that recorded the other.
 */
export function addClockEvent(tx: WriteDb, row: ClockEventRow & { readonly position: number }): void {
  const { event } = row;
  tx.run(
    `INSERT INTO clock_event (id, dossier, rule_id, of_part, type, on_date, amount, ground, basis, decided_by, paper, note,
       position, withdrawn_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')`,
    ...[event.id, row.dossier, row.rule, row.of, event.type, event.on, event.amount ?? null, event.ground ?? ''],
    ...[event.basis ?? '', event.decidedBy ?? '', event.paper ?? '', row.note, row.position],
  );
}

/** Limits begun by an act that is no step, each with the place of its START or RESTART; a step's events bear a '#'. */
export function limitsBegunByHand(
  db: ReadDb,
  dossier: DossierId,
): readonly (LimitKey & { readonly position: number })[] {
  return db.all(
    `SELECT rule_id AS rule, of_part AS "of", position FROM clock_event
     WHERE dossier = ? AND withdrawn_by = '' AND type IN ('START', 'RESTART') AND instr(id, '#') = 0 ORDER BY position`,
    dossier,
  );
}

/** Place of an event among those of its file, as `addClockEvent` was told it; undefined when there is no such event. */
export function clockEventPosition(db: ReadDb, id: string): number | undefined {
  return db.get<{ position: number }>('SELECT position FROM clock_event WHERE id = ?', id)?.position;
}

/** Takes one event out of the count; `by` is the act that withdrew it. */
export function withdrawClockEvent(tx: WriteDb, dossier: DossierId, id: string, by: EntryId): void {
  tx.run(
    "UPDATE clock_event SET withdrawn_by = ? WHERE id = ? AND dossier = ? AND withdrawn_by = ''",
    ...[by, id, dossier],
  );
}

/** Lets a withdrawn event count again. */
export function reinstateClockEvent(tx: WriteDb, dossier: DossierId, id: string): void {
  tx.run("UPDATE clock_event SET withdrawn_by = '' WHERE id = ? AND dossier = ?", id, dossier);
}

/** An event that no longer counts, with the act that withdrew it. */
export type WithdrawnEventRow = { readonly event: ClockEvent; readonly by: EntryId } & LimitKey;

/** The withdrawn events of a file, in the order they were recorded. */
export function withdrawnEventsOf(db: ReadDb, dossier: DossierId): readonly WithdrawnEventRow[] {
  const rows = db.all<Row & LimitKey & { readonly by: EntryId }>(
    `SELECT id, rule_id AS rule, of_part AS "of", type, on_date AS "on", amount, ground, basis, decided_by AS decidedBy,
       paper, withdrawn_by AS "by"
     FROM clock_event WHERE dossier = ? AND withdrawn_by <> '' ORDER BY position, rowid`,
    dossier,
  );
  return rows.map((row) => ({ event: toEvent(row), by: row.by, rule: row.rule, of: row.of }));
}

/** Takes every event a step of a file wrote out of the count: its own ones, and those a correction wrote for it. */
export function withdrawStepEvents(tx: WriteDb, dossier: DossierId, step: EntryId, by: EntryId): void {
  tx.run(
    `UPDATE clock_event SET withdrawn_by = ? WHERE dossier = ? AND withdrawn_by = ''
     AND (instr(id, ?) = 1 OR instr(id, ?) > 0)`,
    ...[by, dossier, `${step}#`, `#${step}.`],
  );
}

/** Files with a clock that was started and of which no limit was computed: no rule was known for it. */
export function dossiersWithoutLimit(db: ReadDb): readonly DossierId[] {
  const rows = db.all<{ dossier: DossierId }>(
    `SELECT DISTINCT dossier FROM clock_event
     WHERE type = 'START' AND withdrawn_by = '' AND NOT EXISTS (
       SELECT 1 FROM deadline WHERE subject = dossier AND deadline.rule_id = clock_event.rule_id
         AND deadline.of_part = clock_event.of_part)
     ORDER BY dossier`,
  );
  return rows.map(({ dossier }) => dossier);
}
