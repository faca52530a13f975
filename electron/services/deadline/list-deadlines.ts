import { countDeadlinesByDay, listDeadlineRows } from '#electron/store/tables/deadline-list.ts';
import { addDays, earlier, localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { deadlineLine } from './deadline-line.ts';

const first = localDate('1980-01-01');
const last = localDate('2199-12-31');

/** Days shown at once at most. */
const longest = 62;

/** Deadlines of a filter between two days, nearest first; suspended ones whatever their day. */
export const listDeadlines: Handler<'deadline.list'> = ({ open, moment }, { from, to, offset, limit, ...filter }) => {
  const { db } = open.store;
  const today = latestDay(db, moment);
  const found = listDeadlineRows(db, filter, { from: from ?? first, to: to ?? last }, { offset, limit });
  return ok({ total: found.total, rows: found.rows.map((row) => deadlineLine(db, row, today)) });
};

/** The days between two that have deadlines of a filter: how many each, and the first few of them. */
export const listDeadlineDays: Handler<'deadline.days'> = ({ open, moment }, { from, to, each, ...filter }) => {
  const { db } = open.store;
  const today = latestDay(db, moment);
  const days = countDeadlinesByDay(db, filter, { from, to: earlier(to, addDays(from, longest - 1)) });
  return ok(
    days.map(({ day, total }) => {
      const { rows } = listDeadlineRows(db, filter, { from: day, to: day }, { offset: 0, limit: each });
      return { day, total, rows: rows.map((row) => deadlineLine(db, row, today)) };
    }),
  );
};
