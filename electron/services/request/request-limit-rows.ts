import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { type DeadlineRow, dropOtherDeadlines, putDeadline } from '#electron/store/tables/deadlines.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { deadlineRow } from '../deadline/recompute-deadlines.ts';
import { loadRequest } from './chains.ts';
import { computeRequestLimits, type LimitTraits } from './limits.ts';

/** Id of the computed limit of a request under one rule. */
export function requestLimitId(request: RequestId, ruleId: string): string {
  return `${request}:${ruleId}`;
}

/** What the limits of a request depend on, as far as it is known here. */
export function limitTraits(db: ReadDb, state: RequestState, storedOn: LocalDate | null): LimitTraits {
  const own = findOffice(db);
  const region = (office: OfficeId | null | undefined): string => {
    if (office === own?.id) return own?.region ?? '';
    return office ? (findPartner(db, office)?.region ?? '') : '';
  };
  const { opening } = state;
  return { requesterRegion: region(opening?.requester), executorRegion: region(opening?.executor), storedOn };
}

/** The whole computation of every limit of a request, for the strip that explains it. */
export function explainRequestLimits(
  db: ReadDb,
  request: RequestId,
  storedOn: LocalDate | null,
  today: LocalDate,
): readonly Deadline[] {
  const { state } = loadRequest(db, request);
  return computeRequestLimits(state, limitTraits(db, state, storedOn), calendarInForce(db), today);
}

/** Computes the limits of a request anew and keeps the results; `today` decides nothing that is kept. */
export function keepRequestLimits(
  tx: WriteDb,
  request: RequestId,
  state: RequestState,
  known: { readonly storedOn: LocalDate | null; readonly today: LocalDate },
): readonly DeadlineRow[] {
  const traits = limitTraits(tx, state, known.storedOn);
  const rows = computeRequestLimits(state, traits, calendarInForce(tx), known.today).map((deadline) =>
    deadlineRow(requestLimitId(request, deadline.rule.id), { about: 'request', id: request, of: '' }, deadline),
  );
  for (const row of rows) putDeadline(tx, row);
  dropOtherDeadlines(
    tx,
    request,
    rows.map(({ id }) => id),
  );
  return rows;
}
