import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadDb, SqlValue } from '#electron/store/db.ts';
import { keptTables } from '#electron/store/rebuild.ts';
import { putSearchText } from '#electron/store/search/search-index.ts';
import { dossierPage, unclockedDossiers } from '#electron/store/tables/dossier-list.ts';
import { type DossierQuery, dossierParts } from '#electron/store/tables/dossier-order.ts';
import { type DossierRow, dossierN, putDossier } from '#electron/store/tables/dossiers.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { DossierId, UserId } from '#shared/base/ids.ts';
import { addDays, type LocalDate, localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
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
    ...{ title: `第${n}件`, cause: '', handler: people[n % 5] ?? null, channel: 'window', branch: '' },
    ...{ receivedOn: addDays(today, -(n % 400)), acceptedOn: null, closedOn: null, closeType: null },
    nextDue: dated ? addDays(today, ((n * 31) % 121) - 60) : null,
    nextDeadline: dated ? `d${n}:ARB.LIMIT` : null,
    ...{ openRequests: 0, revision: n },
    ...{ stage: 'APPLIED', leadNo: null },
  };
}

const searchOf = (n: number): string => `${words[n % 5] ?? ''}\n${words[(n * 3) % 4] ?? ''}`;

const rows = Array.from({ length: 3000 }, (_, n) => madeUpRow(n));

function fill(office: TestOffice): void {
  unwrap(
    transaction(office.open.store, (tx) => {
      for (const row of rows) {
        putDossier(tx, row);
        putSearchText(tx, dossierN(tx, row.id) ?? 0, { short: searchOf(row.revision), long: '' });
      }
      return ok(undefined);
    }),
  );
}

/** What the list must answer, written the plain way. */
function oracle(query: DossierQuery): readonly DossierRow[] {
  const found = rows.filter(
    (row) =>
      (query.side === 'all' || row.side === query.side) &&
      query.statuses.includes(row.status) &&
      (query.handler === null || row.handler === query.handler) &&
      query.words.every((word) => searchOf(row.revision).includes(word)),
  );
  const by = (key: (row: DossierRow) => string) => (a: DossierRow, b: DossierRow) => (key(a) < key(b) ? -1 : 1);
  const newest = (list: readonly DossierRow[], key: (row: DossierRow) => string) => list.toSorted(by(key)).toReversed();
  if (query.sort !== 'due') {
    const sort = query.sort === 'number' ? 'numberKey' : 'receivedOn';
    return newest(found, (row) => row[sort] + row.id);
  }
  const due = (row: DossierRow): string => `${row.nextDue}${row.id}`;
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
  return [...later, ...overdue, ...undated];
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
        // Rows were put in the order of their numbers.
        const ns = all.slice(offset, offset + limit).map(({ revision }) => revision + 1);
        expect(page).toEqual({ total: all.length, more: false, ns });
      }),
      { numRuns: 150 },
    );
  });

  it('walks inside one index, from any row on and without sorting, whatever it is asked', async () => {
    const office = await testOffice();
    fill(office);
    const { db } = office.open.store;
    const plan = (sql: string, values: readonly SqlValue[]): string =>
      db
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
        .map(({ detail }) => detail)
        .join(' | ');
    fc.assert(
      fc.property(query, fc.boolean(), (asked, onward) => {
        const behind = onward ? { key: '2026-03-20', n: 40 } : null;
        for (const part of dossierParts(asked)) {
          const [rows, count] = [part.rows(behind), part.count(behind)];
          for (const detail of [plan(rows.sql, [...rows.values, 1, 0]), plan(count.sql, count.values)]) {
            expect(detail).not.toMatch(/TEMP B-TREE/);
            expect(detail).toMatch(/(SEARCH|SCAN) d USING COVERING INDEX/);
          }
        }
      }),
    );
  });

  it('goes on behind a row, near places it was read at and after a change as from the top', async () => {
    const office = await testOffice();
    fill(office);
    const { store } = office.open;
    const asked: DossierQuery = {
      side: 'all',
      statuses: ['received', 'accepted'],
      handler: null,
      words: [],
      sort: 'due',
      today,
    };
    const read = (offset: number): readonly number[] => dossierPage(store.db, asked, offset, 50).ns;
    const all = dossierPage(store.db, asked, 0, 3000).ns;
    for (const offset of [0, 50, 1900, 1950, 1949, 700, 1951, 99]) {
      expect(read(offset)).toEqual(all.slice(offset, offset + 50));
    }
    const first = rows.find((row) => row.revision + 1 === all[0]);
    if (first === undefined) throw new Error('no row');
    unwrap(
      transaction(store, (tx) => {
        putDossier(tx, { ...first, status: 'closed', nextDue: null, nextDeadline: null });
        return ok(undefined);
      }),
    );
    expect(read(1949)).toEqual(all.slice(1950, 2000));
    expect(dossierPage(store.db, asked, 0, 1)).toMatchObject({ total: all.length - 1, ns: all.slice(1, 2) });
  });

  it('keeps its places while files are looked at and forms typed, until something it shows is written', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    fill(office);
    const { db } = office.open.store;
    // Rows stepped over to get to a page: the last value of each statement of the walk.
    const steps: number[] = [];
    const watched: ReadDb = {
      ...db,
      all: (sql, ...values) => {
        if (sql.includes('OFFSET')) steps.push(Number(values.at(-1)));
        return db.all(sql, ...values);
      },
    };
    const query = { side: 'all', handler: null, words: [], sort: 'due', today } as const;
    const asked: DossierQuery = { ...query, statuses: ['received', 'accepted'] };
    const stepsTo = (offset: number): number => {
      steps.length = 0;
      const page = dossierPage(watched, asked, offset, 50).ns;
      expect(page).toEqual(dossierPage(db, asked, 0, 3000).ns.slice(offset, offset + 50));
      return steps.reduce((sum, step) => sum + step, 0);
    };
    expect(stepsTo(1500)).toBeGreaterThan(1000);
    for (const window of ['w-1', 'w-2']) await office.ask('openFile.show', { window, dossier });
    await office.ask('openFile.close', { window: 'w-1', dossier });
    await office.ask('openFile.reopen', { window: 'w-1' });
    await office.ask('draft.save', { key: 'dossier.receive', text: '{}' });
    await office.ask('draft.discard', { key: 'dossier.receive' });
    await office.ask('filter.save', { name: '甲', filter: { text: '工资' } });
    expect(stepsTo(1550)).toBe(0);
    await receiveOne(office);
    expect(stepsTo(1550)).toBeGreaterThan(1000);
    await office.ask('openFile.show', { window: 'w-1', dossier });
    expect(stepsTo(1600)).toBe(0);
    // The made-up rows are no facts, so that a rebuild leaves two files.
    await office.ask('store.rebuild', {});
    expect(dossierPage(watched, asked, 1600, 50)).toMatchObject({ total: 2, ns: [] });
    expect(dossierPage(watched, asked, 0, 50).ns).toHaveLength(2);
  });

  it('is read from tables a rebuild makes; only others are written without a look at places', () => {
    const texts = readdirSync('electron/store/tables').map((name) =>
      readFileSync(`electron/store/tables/${name}`, 'utf8'),
    );
    const calls = texts.join('\n').match(/\.arrange\(\s*['`](?:INSERT INTO|UPDATE|DELETE FROM) \w+/g) ?? [];
    expect(calls.length).toBe(texts.join('\n').split('.arrange(').length - 1);
    const tables = [...new Set(calls.map((call) => call.split(' ').at(-1) ?? ''))].toSorted();
    expect(tables).toEqual(['draft', 'file_thumbnail', 'open_file', 'saved_filter']);
    expect(tables.filter((table) => !keptTables.has(table))).toEqual([]);
  });

  it('finds open files without a clock, oldest first, in an index of their own', async () => {
    const office = await testOffice();
    fill(office);
    const { db } = office.open.store;
    const expected = rows
      .filter((row) => row.status !== 'closed' && row.nextDeadline === null)
      .toSorted((a, b) => (a.receivedOn + a.id < b.receivedOn + b.id ? -1 : 1));
    expect(unclockedDossiers(db, { offset: 0, limit: 20 }).rows).toEqual(
      expected.slice(0, 20).map(({ revision }) => revision + 1),
    );
  });
});
