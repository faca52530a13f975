import type { ReadDb } from '#electron/store/db.ts';
import { findLawChange, type LawChangeRow } from '#electron/store/tables/law-changes.ts';
import { changeInForce } from '#electron/store/tables/law-slots.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { shippedCalendar, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { type DayDifference, withYear, yearDifferences } from '#shared/domain/calendar/year-difference.ts';
import type { Handler } from '../context.ts';
import { yearOfContent } from '../deadline/calendar-in-force.ts';
import { changeView } from './change-view.ts';

/** The calendar of one year as a change holds it; what ships when there is none or it puts that back. */
function calendarOf(db: ReadDb, change: string, year: number): WorkCalendar {
  const own = yearOfContent(findLawChange(db, change)?.content ?? '');
  return own ? withYear(shippedCalendar, 'compared', year, own) : shippedCalendar;
}

function daysOf(db: ReadDb, change: LawChangeRow): readonly DayDifference[] {
  const [about, name = ''] = change.slot.split('/');
  if (about !== 'calendar') return [];
  const before = change.state === 'open' ? changeInForce(db, change.slot) : change.base;
  const year = Number(name);
  return yearDifferences(calendarOf(db, before, year), calendarOf(db, change.id, year), year);
}

/** One change with the days it changes. */
export const getChange: Handler<'law.change'> = ({ open, me }, { id }) => {
  const { db } = open.store;
  const row = findLawChange(db, id);
  if (!row) return err(notFound('law-change'));
  return ok({ change: changeView(db, row, me), days: [...daysOf(db, row)] });
};
