import type { ReadDb } from '#electron/store/db.ts';
import { unclockedDossiers } from '#electron/store/tables/dossier-list.ts';
import { type DueDays, dueDays, resumable } from '#electron/store/tables/due-days.ts';
import { papersAt } from '#electron/store/tables/papers.ts';
import { requestsWaiting } from '#electron/store/tables/requests.ts';
import { addDays, type LocalDate, weekday } from '#shared/base/local-date.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { deadlineLine } from '../deadline/deadline-line.ts';
import { dossierLines } from '../dossier/dossier-rows.ts';
import { deadlineItem, paperItem, requestItem, type TodayItem, unclockedItem } from './today-items.ts';

/** One of the lists of the day. */
export type TodayList = HandlerInput<'today.list'>['list'];

/** Where a page begins and how many lines it has. */
export type Page = { readonly offset: number; readonly limit: number };

/** A page of a list of the day, and how many lines the whole list has. */
export type TodayPage = { readonly total: number; readonly rows: TodayItem[] };

const due: Readonly<Partial<Record<TodayList, DueDays>>> = {
  overdue: 'overdue',
  dueToday: 'today',
  dueThisWeek: 'week',
};

/** Letters on their way through an office are few; whether one still waits hangs on its request, so all are looked at. */
const mostPapers = 10_000;

function papersWaiting(db: ReadDb, { offset, limit }: Page): TodayPage {
  const all = papersAt(db, ['review', 'sign', 'seal', 'send', 'back'], mostPapers).flatMap((paper) =>
    paperItem(db, paper),
  );
  return { total: all.length, rows: all.slice(offset, offset + limit) };
}

/** A page of one list of the day as of `today`. */
export function todayPage(db: ReadDb, list: TodayList, today: LocalDate, page: Page): TodayPage {
  const days = due[list];
  if (days !== undefined) {
    const found = dueDays(db, days, { today, sunday: addDays(today, 7 - weekday(today)) }, page);
    return { total: found.total, rows: found.rows.map((row) => deadlineItem(db, deadlineLine(db, row, today))) };
  }
  if (list === 'toResume') {
    const found = resumable(db, today, page);
    const rows = found.rows.map((row) => ({ ...deadlineItem(db, deadlineLine(db, row, today)), todo: 'resume' }));
    return { total: found.total, rows };
  }
  if (list === 'inApproval') return papersWaiting(db, page);
  if (list === 'unclocked') {
    const found = unclockedDossiers(db, page);
    return { total: found.total, rows: dossierLines(db, found.rows, today).map(unclockedItem) };
  }
  const unread = list === 'arrived';
  const found = requestsWaiting(db, unread ? 'unread' : 'us', page);
  const rows = found.rows.map((row) => requestItem(db, row, today, ...(unread ? ['read'] : [])));
  return { total: found.total, rows };
}
