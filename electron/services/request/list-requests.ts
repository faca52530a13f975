import { countRequests, listRequests, type RequestFilter } from '#electron/store/tables/requests.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { searchWords } from '../dossier/search-text.ts';
import { latestDay } from '../latest-day.ts';
import { rowView } from './row-view.ts';

/** One page of requests, both directions, in the order of what can still be saved. */
export const listRequestPage: Handler<'request.list'> = ({ open, moment }, input) => {
  const { db } = open.store;
  const { direction, actor, dossier, text, offset, limit } = input;
  const filter: RequestFilter = { direction, actor, words: searchWords(text), dossier };
  const today = latestDay(db, moment);
  const { total, rows } = listRequests(db, filter, { offset, limit, today });
  return ok({ total, rows: rows.map((row) => rowView(db, row, today)), counts: countRequests(db, filter) });
};
