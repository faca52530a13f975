import { dossierPage } from '#electron/store/tables/dossier-list.ts';
import type { StoredStatus } from '#electron/store/tables/dossiers.ts';
import { ok } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import type { Handler } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { dossierLines } from './dossier-rows.ts';
import { searchWords } from './search-text.ts';

type Filter = HandlerInput<'dossier.list'>['filter'];

const statuses: Readonly<Record<Filter['status'], readonly StoredStatus[]>> = {
  all: ['received', 'accepted', 'closed'],
  open: ['received', 'accepted'],
  received: ['received'],
  accepted: ['accepted'],
  closed: ['closed'],
};

/** One page of files; what can still be saved today comes first unless another order is asked for. */
export const listDossiers: Handler<'dossier.list'> = ({ open, me, moment }, { offset, limit, filter }) => {
  const { db } = open.store;
  const today = latestDay(db, moment);
  const query = {
    ...{ side: filter.side, statuses: statuses[filter.status], handler: filter.mine ? me : null },
    ...{ words: searchWords(filter.text), sort: filter.sort, today },
  };
  const page = dossierPage(db, query, offset, limit);
  return ok({ total: page.total, more: page.more, rows: [...dossierLines(db, page.ns, today)] });
};
