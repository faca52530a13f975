import type { ReadDb } from '#electron/store/db.ts';
import { findDeadline } from '#electron/store/tables/deadlines.ts';
import { dossiersWithNext, type LineRow, type NextLimit } from '#electron/store/tables/dossier-lines.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dueBriefOf } from '../deadline/due-brief.ts';

/** A file as lists show it. */
export type DossierLine = CallOutput<'dossier.list'>['rows'][number];

type Names = ReadonlyMap<string, string>;

function lineOf(row: LineRow, next: NextLimit | undefined, names: Names, today: LocalDate): DossierLine {
  // One object, field by field: a list makes it for every row it shows, and spreading costs more than reading the row.
  return {
    id: row.id,
    side: row.side,
    status: row.status,
    windowNo: row.windowNo,
    caseNo: row.caseNo,
    title: row.title,
    cause: row.cause,
    handler: names.get(row.handler ?? '') ?? '',
    receivedOn: row.receivedOn,
    acceptedOn: row.acceptedOn,
    closedOn: row.closedOn,
    next: next ? dueBriefOf(next, today) : null,
    openRequests: row.openRequests,
    stage: row.stage,
    leadNo: row.leadNo,
  };
}

/** One file as lists show it on a day; `names` are those of the office's people by id. */
export function dossierLine(db: ReadDb, row: DossierRow, names: Names, today: LocalDate): DossierLine {
  return lineOf(row, row.nextDeadline === null ? undefined : findDeadline(db, row.nextDeadline), names, today);
}

/** The files with these numbers as lists show them, in the same order: two statements however many they are. */
export function dossierLines(db: ReadDb, ns: readonly number[], today: LocalDate): readonly DossierLine[] {
  const names = peopleNames(db);
  const files = dossiersWithNext(db, ns);
  return ns.flatMap((n) => {
    const file = files.get(n);
    return file ? [lineOf(file.row, file.next, names, today)] : [];
  });
}
