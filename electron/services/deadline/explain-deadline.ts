import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { type DeadlineRow, deadlinesOf, findDeadline } from '#electron/store/tables/deadlines.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { DossierId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import type { Exposure } from '#shared/domain/deadline/exposure.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import { movesAfterClosing } from '#shared/domain/dossier/steps/step-clocks.ts';
import type { Handler } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { loadRequest } from '../request/chains.ts';
import { explainRequestLimits } from '../request/request-limit-rows.ts';
import { computeLimit } from './compute-limit.ts';
import { limitPartName } from './deadline-line.ts';
import { dueBriefOf } from './due-brief.ts';
import { exposureOfFile } from './exposure-of-file.ts';
import { decidersOfFile, decidersOfRequest, type StripEvents, withdrawnOfFile } from './who-decided.ts';

type Explained = {
  readonly deadline: Deadline | undefined;
  readonly about: string;
  readonly events: StripEvents;
  readonly exposure: Exposure | null;
  readonly base: number;
};

function ofDossier(db: ReadDb, { subject, ruleId, of }: DeadlineRow, today: LocalDate): Explained {
  // A row about a file names the file it was computed for.
  const id = subject as DossierId;
  const row = findDossier(db, id);
  const events = clockEventsOf(db, id).get(limitKeyText({ rule: ruleId, of })) ?? [];
  const deadline = computeLimit(db, ruleId, events, today);
  const stays = (type: ClockEventType): boolean =>
    row === undefined || (row.status === 'closed' && !movesAfterClosing(ruleId, type, row.stage));
  return {
    deadline,
    about: row?.caseNo ?? row?.windowNo ?? '',
    events: decidersOfFile(db, events, stays),
    ...{ exposure: exposureOfFile(db, id, deadline, events, today), base: row?.revision ?? 0 },
  };
}

function ofRequest(db: ReadDb, { subject, ruleId }: DeadlineRow, today: LocalDate): Explained {
  // A row about a request names the request it was computed for.
  const id = subject as RequestId;
  const row = findRequest(db, id);
  const limits = explainRequestLimits(db, id, row?.storedOn ?? null, today);
  const deadline = limits.find((limit) => limit.rule.id === ruleId);
  const events = deadline ? decidersOfRequest(db, loadRequest(db, id), deadline) : [];
  return { deadline, about: row?.number ?? '', events, exposure: null, base: 0 };
}

type Explanation = CallOutput<'deadline.explain'>;

function explain(db: ReadDb, row: DeadlineRow, today: LocalDate): Explanation | undefined {
  const found = row.about === 'request' ? ofRequest(db, row, today) : ofDossier(db, row, today);
  if (!found.deadline) return undefined;
  const { deadline, about, events, exposure, base } = found;
  const of =
    row.about === 'request' ? { dossier: null, request: row.subject } : { dossier: row.subject, request: null };
  // `about` says that the subject is a file.
  const file = row.about === 'request' ? undefined : (row.subject as DossierId);
  const part = file === undefined ? '' : limitPartName(db, file, row.of);
  const key = limitKeyText({ rule: row.ruleId, of: row.of });
  const withdrawn = (file === undefined ? undefined : withdrawnOfFile(db, file).get(key)) ?? [];
  return { brief: dueBriefOf(row, today), deadline, about, part, ...of, events, exposure, base, withdrawn };
}

/** The whole computation of one deadline as of today: rule, days, reasons, what the date was before. */
export const explainDeadline: Handler<'deadline.explain'> = ({ open, moment }, { id }) => {
  const { db } = open.store;
  const row = findDeadline(db, id);
  const explained = row && explain(db, row, latestDay(db, moment));
  return explained ? ok(explained) : err(notFound('deadline'));
};

/** Every limit of a file explained, those that run first and the nearest before the others. */
export const explainFile: Handler<'deadline.file'> = ({ open, moment }, { dossier }) => {
  const { db } = open.store;
  const row = findDossier(db, dossier);
  if (!row) return err(notFound('dossier'));
  const today = latestDay(db, moment);
  const rank = { running: 0, suspended: 1, stopped: 2, 'not-started': 3 } as const;
  const rows = deadlinesOf(db, dossier).toSorted(
    (a, b) => rank[a.state] - rank[b.state] || (a.due ?? '').localeCompare(b.due ?? ''),
  );
  const limits = rows.map((one) => explain(db, one, today)).filter((one) => one !== undefined);
  const known = new Set(limits.map(({ brief }) => limitKeyText({ rule: brief.ruleId, of: brief.of })));
  const gone = [...withdrawnOfFile(db, dossier)].flatMap(([key, events]) => (known.has(key) ? [] : events));
  return ok({ about: row.caseNo ?? row.windowNo, title: row.title, limits, gone });
};
