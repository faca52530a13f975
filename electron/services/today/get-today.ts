import { listDrafts } from '#electron/store/tables/drafts.ts';
import { ok } from '#shared/base/result.ts';
import { holidayNames } from '#shared/domain/calendar/holiday.ts';
import { dayKind } from '#shared/domain/calendar/work-calendar.ts';
import type { Handler } from '../context.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { latestDay } from '../latest-day.ts';
import { localMoment } from '../recorded-at.ts';
import { toSend } from './to-send.ts';
import { type TodayList, type TodayPage, todayPage } from './today-page.ts';

/** Lines of each list that come with the day itself; `today.list` pages through the rest. */
const atFirst = 50;

/** The day: what is due, what came in, what waits for us, what was left open, what must still be sent; every count exact. */
export const getToday: Handler<'today.get'> = ({ open, moment }) => {
  const { db } = open.store;
  const today = latestDay(db, moment);
  const { working, name } = dayKind(calendarInForce(db), today);
  const drafts = listDrafts(db);
  const page = (list: TodayList): TodayPage => todayPage(db, list, today, { offset: 0, limit: atFirst });
  const [overdue, dueToday, dueThisWeek] = [page('overdue'), page('dueToday'), page('dueThisWeek')];
  const toResume = page('toResume');
  const [arrived, waitingForUs] = [page('arrived'), page('waitingForUs')];
  const [inApproval, unclocked] = [page('inApproval'), page('unclocked')];
  return ok({
    ...{ today, workingDay: working, dayName: name === null ? null : holidayNames[name].zh },
    ...{ overdue: overdue.rows, dueToday: dueToday.rows, dueThisWeek: dueThisWeek.rows },
    toResume: toResume.rows,
    ...{ arrived: arrived.rows, waitingForUs: waitingForUs.rows, inApproval: inApproval.rows },
    drafts: drafts.slice(0, atFirst).map(({ key, title, savedAt }) => ({ key, title, savedAt: localMoment(savedAt) })),
    toSend: toSend(db),
    unclocked: unclocked.rows,
    counts: {
      ...{ overdue: overdue.total, dueToday: dueToday.total, dueThisWeek: dueThisWeek.total },
      toResume: toResume.total,
      ...{ arrived: arrived.total, waitingForUs: waitingForUs.total, inApproval: inApproval.total },
      ...{ drafts: drafts.length, unclocked: unclocked.total },
    },
  });
};
