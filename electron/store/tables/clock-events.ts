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

/** The events of a file by limit (`limitKeyText`), each limit's in the order they were recorded; withdrawn ones left out. */
export function clockEventsOf(db: ReadDb, dossier: DossierId): ReadonlyMap<string, readonly ClockEvent[]> {
  const rows = db.all<Row & LimitKey>(
    `SELECT id, rule_id AS rule, of_part AS of, type, on_date AS "on", amount, ground, basis, decided_by AS decidedBy, paper
     FROM clock_event WHERE dossier = ? AND withdrawn_by = '' ORDER BY rowid`,
    dossier,
  );
  const byLimit = Map.groupBy(rows, limitKeyText);
  return new Map([...byLimit].map(([key, events]) => [key, events.map(toEvent)]));
}

/** Adds an event; recorded once, never changed. */
export function addClockEvent(tx: WriteDb, row: ClockEventRow): void {
  const { event } = row;
  tx.run(
    `INSERT INTO clock_event (id, dossier, rule_id, of_part, type, on_date, amount, ground, basis, decided_by, paper, note,
       withdrawn_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')`,
    ...[event.id, row.dossier, row.rule, row.of, event.type, event.on, event.amount ?? null, event.ground ?? ''],
    ...[event.basis ?? '', event.decidedBy ?? '', event.paper ?? '', row.note],
  );
}

/** Takes every event a step of a file wrote out of the count: its own ones, and those a correction wrote for it. */
export function withdrawStepEvents(tx: WriteDb, dossier: DossierId, step: EntryId, by: EntryId): void {
  tx.run(
    `UPDATE clock_event SET withdrawn_by = ? WHERE dossier = ? AND withdrawn_by = ''
     AND (instr(id, ?) = 1 OR instr(id, ?) > 0)`,
    ...[by, dossier, `${step}#`, `#${step}.`],
  );
}

/** Files with a clock of which no limit was computed: no rule was known for it. */
export function dossiersWithoutLimit(db: ReadDb): readonly DossierId[] {
  const rows = db.all<{ dossier: DossierId }>(
    `SELECT DISTINCT dossier FROM clock_event
     WHERE NOT EXISTS (SELECT 1 FROM deadline WHERE subject = dossier AND deadline.rule_id = clock_event.rule_id
         AND deadline.of_part = clock_event.of_part)
     ORDER BY dossier`,
  );
  return rows.map(({ dossier }) => dossier);
}
