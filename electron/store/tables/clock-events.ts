import type { DossierId } from '#shared/base/ids.ts';
import type { ClockEvent, ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A clock event of one limit of a file. */
export type ClockEventRow = {
  readonly dossier: DossierId;
  readonly ruleId: string;
  readonly event: ClockEvent;
  readonly note: string;
};

type Row = {
  readonly id: string;
  readonly ruleId: string;
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

/** The events of a file by rule, each rule's in the order they were recorded. */
export function clockEventsOf(db: ReadDb, dossier: DossierId): ReadonlyMap<string, readonly ClockEvent[]> {
  const rows = db.all<Row>(
    `SELECT id, rule_id AS ruleId, type, on_date AS "on", amount, ground, basis, decided_by AS decidedBy, paper
     FROM clock_event WHERE dossier = ? ORDER BY rowid`,
    dossier,
  );
  const byRule = Map.groupBy(rows, (row) => row.ruleId);
  return new Map([...byRule].map(([rule, events]) => [rule, events.map(toEvent)]));
}

/** Adds an event; recorded once, never changed. */
export function addClockEvent(tx: WriteDb, row: ClockEventRow): void {
  const { event } = row;
  tx.run(
    `INSERT INTO clock_event (id, dossier, rule_id, type, on_date, amount, ground, basis, decided_by, paper, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[event.id, row.dossier, row.ruleId, event.type, event.on, event.amount ?? null, event.ground ?? ''],
    ...[event.basis ?? '', event.decidedBy ?? '', event.paper ?? '', row.note],
  );
}

/** Files with a clock of which no limit was computed: no rule was known for it. */
export function dossiersWithoutLimit(db: ReadDb): readonly DossierId[] {
  const rows = db.all<{ dossier: DossierId }>(
    `SELECT DISTINCT dossier FROM clock_event
     WHERE NOT EXISTS (SELECT 1 FROM deadline WHERE subject = dossier AND deadline.rule_id = clock_event.rule_id)
     ORDER BY dossier`,
  );
  return rows.map(({ dossier }) => dossier);
}
