import type { WriteDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { type DeadlineRow, dropOtherDeadlines, putDeadline } from '#electron/store/tables/deadlines.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { readLimitKey } from '#shared/domain/deadline/limit-key.ts';
import { runsOut } from '#shared/domain/deadline/runs-out.ts';
import { computeLimit, limitId } from './compute-limit.ts';

/**
 * What a list says of a file's clocks: the nearest last day of the office, and the deadline that is next, suspended ones
 * included. A time that ends by itself is next only where nothing else waits, and has no day to be ordered by.
 */
export type NextDeadline = { readonly nextDue: LocalDate | null; readonly nextDeadline: string | null };

/** How a stored limit names the rules it was computed by, for example 'CN+33@2026.1'. */
export function packLabel({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}

/** The stored form of a computed limit. */
export function deadlineRow(
  id: string,
  subject: { readonly about: DeadlineRow['about']; readonly id: string; readonly of: string },
  deadline: Deadline,
): DeadlineRow {
  const { rule, status } = deadline;
  return {
    ...{ id, about: subject.about, subject: subject.id, ruleId: rule.id, of: subject.of },
    ...{ due: deadline.legal, target: deadline.target, soonFrom: deadline.soonFrom, resumeBy: deadline.resumeBy },
    ...{ state: status },
    provisional: deadline.provisional,
    // A day counted over years that are to be checked is to be checked, however sure its rule is.
    confidence: deadline.uncheckedYears.length > 0 ? 'default' : rule.confidence,
    ...{ calendarVersion: deadline.calendar, packVersion: packLabel(deadline.pack) },
  };
}

function nextOf(rows: readonly DeadlineRow[]): NextDeadline {
  const running = rows
    .filter((row) => row.state === 'running' && row.due !== null)
    .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
  const nearest = running.find((row) => !runsOut(row.ruleId));
  const waiting = rows.find((row) => row.state === 'suspended');
  return { nextDue: nearest?.due ?? null, nextDeadline: (nearest ?? waiting ?? running[0])?.id ?? null };
}

/** Computes every limit of a file anew from its clock events and keeps the results. Knows no present day. */
export function recomputeDeadlines(tx: WriteDb, dossier: DossierId): NextDeadline {
  const rows: DeadlineRow[] = [];
  for (const [text, events] of clockEventsOf(tx, dossier)) {
    const key = readLimitKey(text);
    const deadline = computeLimit(tx, key.rule, events);
    if (!deadline) continue;
    rows.push(deadlineRow(limitId(dossier, key), { about: 'dossier', id: dossier, of: key.of }, deadline));
  }
  for (const row of rows) putDeadline(tx, row);
  dropOtherDeadlines(
    tx,
    dossier,
    rows.map(({ id }) => id),
  );
  return nextOf(rows);
}
