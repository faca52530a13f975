import { runningDeadlines } from '#electron/store/tables/deadlines.ts';
import { localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { deadlineLine } from './deadline-line.ts';

const first = localDate('1980-01-01');
const last = localDate('2199-12-31');

/** Running deadlines between two days, nearest first. */
export const listDeadlines: Handler<'deadline.list'> = ({ open, moment }, { from, to, offset, limit }) => {
  const { db } = open.store;
  const today = latestDay(db, moment);
  const found = runningDeadlines(db, { from: from ?? first, to: to ?? last }, offset, limit);
  return ok({ total: found.total, rows: found.rows.map((row) => deadlineLine(db, row, today)) });
};
