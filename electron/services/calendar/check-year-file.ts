import { ok } from '#shared/base/result.ts';
import { withYear, yearDifferences } from '#shared/domain/calendar/year-difference.ts';
import { readYearFile } from '#shared/domain/calendar/year-file.ts';
import type { Handler } from '../context.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { latestDay } from '../latest-day.ts';

/** Faults told at most: a file that is no year file at all has one on every line. */
const shown = 100;

/** What is wrong with a year file, or what it would change. */
export const checkYearFile: Handler<'calendar.check'> = ({ open, moment }, { file }) => {
  const { db } = open.store;
  const read = readYearFile(file, latestDay(db, moment));
  if (!read.ok) return ok({ faults: read.error.slice(0, shown), year: null, replaces: false, days: [] });
  const { year, notice, issued = '' } = read.value;
  const now = calendarInForce(db);
  const days = yearDifferences(now, withYear(now, 'read', year, read.value), year);
  return ok({ faults: [], year: { year, notice, issued }, replaces: now.years.has(year), days: [...days] });
};
