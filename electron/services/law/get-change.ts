import { isDeepStrictEqual } from 'node:util';
import type { ReadDb } from '#electron/store/db.ts';
import { findLawChange, type LawChangeRow } from '#electron/store/tables/law-changes.ts';
import { changeInForce } from '#electron/store/tables/law-slots.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound } from '#shared/contract/failure.ts';
import { shippedCalendar, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { type DayDifference, withYear, yearDifferences } from '#shared/domain/calendar/year-difference.ts';
import { ruleOn } from '#shared/domain/deadline/pack.ts';
import { rowDifferences } from '#shared/domain/deadline/pack-file/flat-rows.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { yearOfContent } from '../deadline/calendar-in-force.ts';
import {
  officeDecisions,
  packOfContent,
  packSlot,
  ruleSlot,
  rulesWith,
  rulesWithPack,
} from '../deadline/rules-in-force.ts';
import { packView } from '../rule/pack-view.ts';
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

/** The row of a rule before and after a change, on the first day on which it differs. */
function ruleOf(db: ReadDb, change: LawChangeRow): CallOutput<'law.change'>['rule'] {
  if (!change.slot.startsWith(ruleSlot(''))) return null;
  const base = change.state === 'open' ? changeInForce(db, change.slot) : change.base;
  const id = change.slot.slice(ruleSlot('').length);
  const [old, now] = [base, change.id].map((to) => ({ rules: rulesWith(db, to), decided: officeDecisions(db, to) }));
  if (old === undefined || now === undefined) return null;
  const days = [...old.decided, ...now.decided].map(({ said }) => said.from).toSorted();
  const compared = days.map((on) => ({
    before: ruleOn(old.rules, id, on) ?? null,
    after: ruleOn(now.rules, id, on) ?? null,
  }));
  return compared.find(({ before, after }) => !isDeepStrictEqual(before, after)) ?? compared[0] ?? null;
}

/** What a file of rules brings, or its going takes, against what was or is in force in its place. */
function packOf(open: OpenOffice, change: LawChangeRow): Pick<CallOutput<'law.change'>, 'pack' | 'rows'> {
  if (change.slot !== packSlot) return { pack: null, rows: [] };
  const { db } = open.store;
  const base = change.state === 'open' ? changeInForce(db, change.slot) : change.base;
  const [before, after] = [rulesWithPack(db, base), rulesWithPack(db, change.id)];
  const pack = packOfContent(change.content);
  return {
    pack: pack === undefined ? null : packView(open, pack, before, after),
    rows: [...rowDifferences(before.rows, after.rows)],
  };
}

/** One change with the days or the row it changes. */
export const getChange: Handler<'law.change'> = ({ open, me }, { id }) => {
  const { db } = open.store;
  const row = findLawChange(db, id);
  if (!row) return err(notFound('law-change'));
  const days = [...daysOf(db, row)];
  return ok({ change: changeView(db, row, me), days, rule: ruleOf(db, row), ...packOf(open, row) });
};
