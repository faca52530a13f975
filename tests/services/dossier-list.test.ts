import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DossierQuery,
  dossierListSql,
  dossierPage,
  unclockedDossiers,
} from '#electron/store/tables/dossier-list.ts';
import { type DossierRow, putDossier } from '#electron/store/tables/dossiers.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { DossierId, UserId } from '#shared/base/ids.ts';
import { addDays, type LocalDate, localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const today = localDate('2026-03-17');
const people = ['p1' as UserId, 'p2' as UserId] as const;
const words = ['周', '吴', '工资', '工伤', '物流'];

/** The nth of many made-up files; the mix of states, dates and words repeats with periods that have no common factor. */
function madeUpRow(n: number): DossierRow {
  const status = (['received', 'accepted', 'closed'] as const)[n % 3] ?? 'closed';
  const dated = status !== 'closed' && n % 7 !== 0;
  return {
    ...{ id: `d${String(n).padStart(6, '0')}` as DossierId, side: n % 2 === 0 ? 'arb' : 'lsi', status },
    ...{ windowNo: `收${n}`, caseNo: null, numberKey: `收${String((n * 7919) % 5003).padStart(8, '0')}` },
    ...{ title: `第${n}件`, cause: '', handler: people[n % 5] ?? null, channel: 'window' },
    ...{ receivedOn: addDays(today, -(n % 400)), acceptedOn: null, closedOn: null, closeType: null },
    nextDue: dated ? addDays(today, ((n * 31) % 121) - 60) : null,
    nextDeadline: dated ? `d${n}:ARB.LIMIT` : null,
    ...{ openRequests: 0, revision: n, search: `${words[n % 5] ?? ''}\n${words[(n * 3) % 4] ?? ''}` },
  };
}

const rows = Array.from({ length: 3000 }, (_, n) => madeUpRow(n));

function fill(office: TestOffice): void {
  unwrap(
    transaction(office.open.store, (tx) => {
      for (const row of rows) putDossier(tx, row);
      return ok(undefined);
    }),
  );
}

/** What the list must answer, written the plain way. */
function oracle(query: DossierQuery): readonly DossierId[] {
  const found = rows.filter(
    (row) =>
      (query.side === 'all' || row.side === query.side) &&
      query.statuses.includes(row.status) &&
      (query.handler === null || row.handler === query.handler) &&
      query.words.every((word) => row.search.includes(word)),
  );
  const by = (key: (row: DossierRow) => string) => (a: DossierRow, b: DossierRow) => (key(a) < key(b) ? -1 : 1);
  const newest = (list: readonly DossierRow[], key: (row: DossierRow) => string) => list.toSorted(by(key)).toReversed();
  if (query.sort !== 'due') {
    const sort = query.sort === 'number' ? 'numberKey' : 'receivedOn';
    return newest(found, (row) => row[sort] + row.id).map(({ id }) => id);
  }
  const due = (row: DossierRow): string => `${row.nextDue}${row.status}${row.id}`;
  const dated = found.filter((row) => row.nextDue !== null);
  const later = dated.filter((row) => (row.nextDue ?? '') >= query.today).toSorted(by(due));
  const overdue = newest(
    dated.filter((row) => (row.nextDue ?? '') < query.today),
    due,
  );
  const undated = query.statuses.flatMap((status) =>
    newest(
      found.filter((row) => row.nextDue === null && row.status === status),
      ({ id }) => id,
    ),
  );
  return [...later, ...overdue, ...undated].map(({ id }) => id);
}

const query = fc.record<DossierQuery>({
  side: fc.constantFrom('all', 'arb', 'lsi'),
  statuses: fc.constantFrom(['received', 'accepted'], ['received', 'accepted', 'closed'], ['closed'], ['accepted']),
  handler: fc.constantFrom(null, ...people),
  words: fc.constantFrom([], ['周'], ['工资', '吴'], ['%']),
  sort: fc.constantFrom('due', 'received', 'number'),
  today: fc.constantFrom<LocalDate>(today, addDays(today, -70), addDays(today, 70)),
});

describe('the list of files', () => {
  it('answers every page of every question as the plain way would', async () => {
    const office = await testOffice();
    fill(office);
    const { db } = office.open.store;
    fc.assert(
      fc.property(query, fc.nat(3100), fc.integer({ min: 1, max: 200 }), (asked, offset, limit) => {
        const all = oracle(asked);
        const page = dossierPage(db, asked, offset, limit);
        expect(page).toEqual({ total: all.length, ids: all.slice(offset, offset + limit) });
      }),
      { numRuns: 150 },
    );
  });

  it('counts and pages inside one index, without sorting, whatever it is asked', async () => {
    const office = await testOffice();
    fill(office);
    const { db } = office.open.store;
    const plan = (sql: string, values: readonly never[]): string =>
      db
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
        .map(({ detail }) => detail)
        .join(' | ');
    fc.assert(
      fc.property(query, (asked) => {
        for (const part of dossierListSql(asked)) {
          const values = part.values as readonly never[];
          const plans = [plan(part.count, values), plan(part.ids, [...values, 1 as never, 0 as never])];
          for (const detail of plans) {
            expect(detail).not.toMatch(/TEMP B-TREE/);
            expect(detail).toMatch(asked.words.length === 0 ? /USING COVERING INDEX/ : /USING INDEX/);
          }
        }
      }),
    );
  });

  it('finds open files without a clock, oldest first, in an index of their own', async () => {
    const office = await testOffice();
    fill(office);
    const { db } = office.open.store;
    const expected = rows
      .filter((row) => row.status !== 'closed' && row.nextDeadline === null)
      .toSorted((a, b) => (a.receivedOn + a.id < b.receivedOn + b.id ? -1 : 1));
    expect(unclockedDossiers(db, 20)).toEqual(expected.slice(0, 20).map(({ id }) => id));
  });
});
