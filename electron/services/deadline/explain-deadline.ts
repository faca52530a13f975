import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { type DeadlineRow, findDeadline } from '#electron/store/tables/deadlines.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { DossierId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import type { Exposure } from '#shared/domain/deadline/exposure.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import type { Handler } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { loadRequest } from '../request/chains.ts';
import { explainRequestLimits } from '../request/request-limit-rows.ts';
import { computeLimit } from './compute-limit.ts';
import { dueBriefOf } from './due-brief.ts';
import { exposureOfFile } from './exposure-of-file.ts';
import { decidersOfFile, decidersOfRequest, type StripEvents } from './who-decided.ts';

type Explained = {
  readonly deadline: Deadline | undefined;
  readonly about: string;
  readonly events: StripEvents;
  readonly exposure: Exposure | null;
};

function ofDossier(db: ReadDb, { subject, ruleId, of }: DeadlineRow, today: LocalDate): Explained {
  // A row about a file names the file it was computed for.
  const id = subject as DossierId;
  const row = findDossier(db, id);
  const events = clockEventsOf(db, id).get(limitKeyText({ rule: ruleId, of })) ?? [];
  const deadline = computeLimit(db, ruleId, events, today);
  return {
    deadline,
    about: row?.caseNo ?? row?.windowNo ?? '',
    ...{ events: decidersOfFile(db, events), exposure: exposureOfFile(db, id, deadline, events, today) },
  };
}

function ofRequest(db: ReadDb, { subject, ruleId }: DeadlineRow, today: LocalDate): Explained {
  // A row about a request names the request it was computed for.
  const id = subject as RequestId;
  const row = findRequest(db, id);
  const limits = explainRequestLimits(db, id, row?.storedOn ?? null, today);
  const deadline = limits.find((limit) => limit.rule.id === ruleId);
  const events = deadline ? decidersOfRequest(db, loadRequest(db, id), deadline) : [];
  return { deadline, about: row?.number ?? '', events, exposure: null };
}

/** The whole computation of one deadline as of today: rule, days, reasons, what the date was before. */
export const explainDeadline: Handler<'deadline.explain'> = ({ open, moment }, { id }) => {
  const { db } = open.store;
  const row = findDeadline(db, id);
  if (!row) return err(notFound('deadline'));
  const today = latestDay(db, moment);
  const explain = row.about === 'request' ? ofRequest : ofDossier;
  const { deadline, about, events, exposure } = explain(db, row, today);
  if (!deadline) return err(notFound('deadline'));
  const of =
    row.about === 'request' ? { dossier: null, request: row.subject } : { dossier: row.subject, request: null };
  return ok({ brief: dueBriefOf(row, today), deadline, about, ...of, events, exposure });
};
