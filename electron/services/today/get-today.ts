import type { ReadDb } from '#electron/store/db.ts';
import { overdueDeadlines, runningDeadlines } from '#electron/store/tables/deadlines.ts';
import { unclockedDossiers } from '#electron/store/tables/dossier-list.ts';
import { listDrafts } from '#electron/store/tables/drafts.ts';
import { papersAt } from '#electron/store/tables/papers.ts';
import { requestsWaiting } from '#electron/store/tables/requests.ts';
import { addDays, type LocalDate, weekday } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { holidayNames } from '#shared/domain/calendar/holiday.ts';
import { dayKind } from '#shared/domain/calendar/work-calendar.ts';
import type { Handler } from '../context.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { deadlineLine } from '../deadline/deadline-line.ts';
import { dossierLines } from '../dossier/dossier-rows.ts';
import { latestDay } from '../latest-day.ts';
import { localMoment } from '../recorded-at.ts';
import { toSend } from './to-send.ts';
import { deadlineItem, paperItem, requestItem, type TodayItem, unclockedItem } from './today-items.ts';

/** No list of the day is longer; the sections behind them page through everything. */
const longest = 50;
/** A target may lie this many calendar days before the last day: the longest run of days off is eight. */
const targetDays = 16;

/** Files before requests: a limit of the law comes before one that was agreed. */
function byWeight(a: TodayItem, b: TodayItem): number {
  if (a.about !== b.about) return a.about === 'dossier' ? -1 : 1;
  return (a.due?.due ?? '') < (b.due?.due ?? '') ? -1 : 1;
}

/** What must be done today, also because only days off lie between today and the last day; and what follows until Sunday. */
function dueSoon(db: ReadDb, today: LocalDate): { readonly dueToday: TodayItem[]; readonly dueThisWeek: TodayItem[] } {
  const sunday = addDays(today, 7 - weekday(today));
  const range = { from: today, to: addDays(today, targetDays) };
  const items = runningDeadlines(db, range, 0, longest * 4).rows.map((row) =>
    deadlineItem(db, deadlineLine(db, row, today)),
  );
  const isToday = (item: TodayItem): boolean => item.due?.lamp === 'today';
  const inWeek = (item: TodayItem): boolean => !isToday(item) && (item.due?.target ?? item.due?.due ?? '9') <= sunday;
  return {
    dueToday: items.filter(isToday).toSorted(byWeight).slice(0, longest),
    dueThisWeek: items.filter(inWeek).toSorted(byWeight).slice(0, longest),
  };
}

/** The day: what is due, what came in, what waits for us, what was left open, what must still be sent. */
export const getToday: Handler<'today.get'> = ({ open, moment }) => {
  const { db } = open.store;
  const today = latestDay(db, moment);
  const { working, name } = dayKind(calendarInForce(db), today);
  const overdue = overdueDeadlines(db, today, longest).map((row) => deadlineItem(db, deadlineLine(db, row, today)));
  const drafts = listDrafts(db).slice(0, longest);
  return ok({
    ...{ today, workingDay: working, dayName: name === null ? null : holidayNames[name].zh },
    overdue,
    ...dueSoon(db, today),
    arrived: requestsWaiting(db, 'unread', longest).map((row) => requestItem(db, row, today, 'read')),
    waitingForUs: requestsWaiting(db, 'us', longest).map((row) => requestItem(db, row, today)),
    inApproval: papersAt(db, ['review', 'sign', 'seal', 'send', 'back'], longest).flatMap((paper) =>
      paperItem(db, paper),
    ),
    drafts: drafts.map(({ key, title, savedAt }) => ({ key, title, savedAt: localMoment(savedAt) })),
    toSend: toSend(db),
    unclocked: dossierLines(db, unclockedDossiers(db, longest), today).map(unclockedItem),
  });
};
