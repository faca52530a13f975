import type { ReadDb } from '#electron/store/db.ts';
import { findDeadline } from '#electron/store/tables/deadlines.ts';
import { type DossierRow, dossiersByN } from '#electron/store/tables/dossiers.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dueBriefOf } from '../deadline/due-brief.ts';

/** A file as lists show it. */
export type DossierLine = CallOutput<'dossier.list'>['rows'][number];

/** One file as lists show it on a day; `names` are those of the office's people by id. */
export function dossierLine(
  db: ReadDb,
  row: DossierRow,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
): DossierLine {
  const next = row.nextDeadline === null ? undefined : findDeadline(db, row.nextDeadline);
  return {
    ...{ id: row.id, side: row.side, status: row.status, windowNo: row.windowNo, caseNo: row.caseNo },
    ...{ title: row.title, cause: row.cause, handler: names.get(row.handler ?? '') ?? '' },
    ...{ receivedOn: row.receivedOn, acceptedOn: row.acceptedOn, closedOn: row.closedOn },
    ...{ next: next ? dueBriefOf(next, today) : null, openRequests: row.openRequests },
  };
}

/** The files with these numbers as lists show them, in the same order. */
export function dossierLines(db: ReadDb, ns: readonly number[], today: LocalDate): readonly DossierLine[] {
  const names = peopleNames(db);
  const rows = new Map(dossiersByN(db, ns).map(({ n, ...row }) => [n, row]));
  return ns.flatMap((n) => {
    const row = rows.get(n);
    return row ? [dossierLine(db, row, names, today)] : [];
  });
}
