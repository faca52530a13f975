import type { ReadDb } from '#electron/store/db.ts';
import { countFilesOf, employerPage, fileAt } from '#electron/store/tables/employer-list.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Handler } from '../context.ts';
import { searchWords } from '../dossier/search-text.ts';
import { rootNow } from './count-employer.ts';

type Row = CallOutput<'employer.list'>['rows'][number];

function rowOf(db: ReadDb, n: number): Row {
  const { under, name, code } = rootNow(db, n);
  const root = under.find((row) => row.n === n);
  const latest = Math.max(0, ...under.map(({ newest }) => newest));
  const file = fileAt(db, latest);
  return {
    ...{ id: root?.id ?? '', name, code, merged: under.length - 1 },
    // A file may have parties of several records that became one: it counts once.
    files: under.length === 1 ? (root?.files ?? 0) : countFilesOf(db, n).files,
    ...{ latestNumber: file?.number ?? '', latestOn: file?.receivedOn ?? '' },
  };
}

/** One page of the employers that stand on files. */
export const listEmployers: Handler<'employer.list'> = ({ open }, { offset, limit, filter }) => {
  const { db } = open.store;
  const query = { words: searchWords(filter.text), sort: filter.sort };
  const { total, ns } = employerPage(db, query, offset, limit);
  return ok({ total, rows: ns.map((n) => rowOf(db, n)) });
};
