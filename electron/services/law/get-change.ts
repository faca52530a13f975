import type { ReadDb } from '#electron/store/db.ts';
import { findLawChange, type LawChangeRow } from '#electron/store/tables/law-changes.ts';
import { changeInForce } from '#electron/store/tables/law-slots.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound } from '#shared/contract/failure.ts';
import { shippedCalendar, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { type DayDifference, withYear, yearDifferences } from '#shared/domain/calendar/year-difference.ts';
import { type OfficeRule, withOfficeRules } from '#shared/domain/deadline/office-rule.ts';
import { ruleOn } from '#shared/domain/deadline/pack.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import type { Handler } from '../context.ts';
import { yearOfContent } from '../deadline/calendar-in-force.ts';
import { ruleOfContent, ruleSlot, shippedRules } from '../deadline/rules-in-force.ts';
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

/** The row of a rule as one change leaves it, on the day the newer of the two begins. */
function ruleOf(db: ReadDb, change: LawChangeRow): CallOutput<'law.change'>['rule'] {
  if (!change.slot.startsWith(ruleSlot(''))) return null;
  const base = change.state === 'open' ? changeInForce(db, change.slot) : change.base;
  const [old, now] = [base, change.id].map((id) => ruleOfContent(findLawChange(db, id)?.content ?? ''));
  const shipped = shippedRules(db);
  const id = change.slot.slice(ruleSlot('').length);
  const on = (now ?? old)?.from;
  if (on === undefined) return null;
  const row = (own: OfficeRule | undefined): LimitRule | null =>
    ruleOn(withOfficeRules(shipped, own ? [own] : [], 'compared'), id, on) ?? null;
  return { before: row(old), after: row(now) };
}

/** One change with the days or the row it changes. */
export const getChange: Handler<'law.change'> = ({ open, me }, { id }) => {
  const { db } = open.store;
  const row = findLawChange(db, id);
  if (!row) return err(notFound('law-change'));
  return ok({ change: changeView(db, row, me), days: [...daysOf(db, row)], rule: ruleOf(db, row) });
};
