import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { dossiersWithoutLimit } from '#electron/store/tables/clock-events.ts';
import { computedBy, deadlinesOf, subjectsComputedBy } from '#electron/store/tables/deadlines.ts';
import { findDossier, putDossier } from '#electron/store/tables/dossiers.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { DossierId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { limitKeyText, readLimitKey } from '#shared/domain/deadline/limit-key.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';
import { refreshRequest } from '../request/request-row.ts';
import { calendarInForce } from './calendar-in-force.ts';
import { packLabel, recomputeDeadlines } from './recompute-deadlines.ts';
import { rulesInForce } from './rules-in-force.ts';

/** A limit whose last day another calendar or another rule moved; null where it has none. */
export type MovedLimit = {
  readonly about: 'dossier' | 'request';
  readonly subject: string;
  readonly rule: string;
  /** What within the file it is about; '' for the whole file. */
  readonly of: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

type Stale = { readonly dossiers: readonly DossierId[]; readonly requests: readonly RequestId[] };

/** The label a limit computed today would bear in place of this one. */
function labelNow(db: ReadDb, about: 'dossier' | 'request', label: string): string {
  if (about === 'dossier') return packLabel(rulesInForce(db));
  const id = label.slice(0, label.lastIndexOf('@'));
  return packLabel(rulesFor(id.slice(id.lastIndexOf('+') + 1)));
}

/** The files and requests with a limit that another calendar or another version of the rules computed. */
function staleSubjects(db: ReadDb, revived: boolean): Stale {
  const calendar = calendarInForce(db).version;
  const stale = computedBy(db).filter(
    ({ about, calendarVersion, packVersion }) =>
      calendarVersion !== calendar || packVersion !== labelNow(db, about, packVersion),
  );
  const of = (about: 'dossier' | 'request'): readonly string[] =>
    stale.filter((one) => one.about === about).flatMap((one) => subjectsComputedBy(db, one));
  // A row names the file or the request it was computed for.
  const dossiers = of('dossier').map((id) => id as DossierId);
  const unlimited = revived || stale.length > 0 ? dossiersWithoutLimit(db) : [];
  return {
    dossiers: [...new Set([...dossiers, ...unlimited])],
    requests: of('request').map((id) => id as RequestId),
  };
}

function moved(about: MovedLimit['about'], db: ReadDb, subject: string, recompute: () => void): readonly MovedLimit[] {
  const dues = (): ReadonlyMap<string, LocalDate | null> =>
    new Map(deadlinesOf(db, subject).map(({ ruleId: rule, of, due }) => [limitKeyText({ rule, of }), due]));
  const before = dues();
  recompute();
  const after = dues();
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [from, to] = [before.get(key) ?? null, after.get(key) ?? null];
    return from === to ? [] : [{ about, subject, ...readLimitKey(key), from, to }];
  });
}

function recomputeFile(tx: WriteDb, id: DossierId): void {
  const row = findDossier(tx, id);
  if (!row) return;
  const next = recomputeDeadlines(tx, id);
  // Nothing a file is found by follows from its limits, so its texts are left alone.
  if (next.nextDue !== row.nextDue || next.nextDeadline !== row.nextDeadline) putDossier(tx, { ...row, ...next });
}

function recomputeRequest(tx: WriteDb, id: RequestId, office: OfficeId): void {
  const row = findRequest(tx, id);
  // Its row says everything else already: nothing was heard, and the day it was stored is known.
  const date = row?.storedOn ?? row?.heardOn ?? row?.sentOn;
  if (row && date) refreshRequest(tx, id, { office, n: row.revision, date: date as LocalDate, heard: false });
}

/**
 * Computes every limit anew that was computed by another calendar or another version of the rules than are in
 * force, and answers which days moved. What the present ones computed is left alone, so that in a rebuild, where all of
 * it is, this does nothing. Nothing but limits and what lists sort by changes. `revived` looks also at files with clocks
 * but no limit at all: a rule they lacked may be there again.
 */
export function recomputeStale(tx: WriteDb, office: OfficeId, revived = false): readonly MovedLimit[] {
  const { dossiers, requests } = staleSubjects(tx, revived);
  return [
    ...dossiers.flatMap((id) => moved('dossier', tx, id, () => recomputeFile(tx, id))),
    ...requests.flatMap((id) => moved('request', tx, id, () => recomputeRequest(tx, id, office))),
  ];
}

/** Whether any limit was computed by another calendar or other rules than are in force. */
export function hasStaleLimits(db: ReadDb): boolean {
  const { dossiers, requests } = staleSubjects(db, false);
  return dossiers.length + requests.length > 0;
}
