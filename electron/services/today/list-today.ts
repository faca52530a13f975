import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { todayPage } from './today-page.ts';

/** A page of one list of the day. */
export const listToday: Handler<'today.list'> = ({ open, moment }, { list, offset, limit }) => {
  const { db } = open.store;
  return ok(todayPage(db, list, latestDay(db, moment), { offset, limit }));
};
