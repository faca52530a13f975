import { describe, expect, it } from 'vitest';
import type { WriteDb } from '#electron/store/db.ts';
import { putSearchText } from '#electron/store/search/search-index.ts';
import { dossierPage } from '#electron/store/tables/dossier-list.ts';
import type { DossierQuery } from '#electron/store/tables/dossier-order.ts';
import { type DossierRow, dossierN, putDossier } from '#electron/store/tables/dossiers.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const today = localDate('2026-03-17');
const many = 900;

function rowOf(n: number, change: Partial<DossierRow> = {}): DossierRow {
  return {
    ...{ id: `d${String(n).padStart(6, '0')}` as DossierId, side: 'arb', status: 'accepted', windowNo: `收${n}` },
    ...{
      caseNo: null,
      numberKey: `${n}`,
      title: '',
      cause: '',
      handler: null,
      channel: 'window',
      branch: '',
      stage: 'APPLIED',
    },
    ...{
      receivedOn: today,
      acceptedOn: null,
      closedOn: null,
      closeType: null,
      nextDue: addDays(today, n),
      leadNo: null,
    },
    ...{ nextDeadline: null, openRequests: 0, revision: n },
    ...change,
  };
}

function put(tx: WriteDb, row: DossierRow, short: string): void {
  putDossier(tx, row);
  putSearchText(tx, dossierN(tx, row.id) ?? 0, { short, long: '' });
}

function write(office: TestOffice, work: (tx: WriteDb) => void): void {
  unwrap(
    transaction(office.open.store, (tx) => {
      work(tx);
      return ok(undefined);
    }),
  );
}

/** What a search answers as the numbers rows were made with, which are one less than their places. */
function found(
  office: TestOffice,
  word: string,
  statuses: DossierRow['status'][] = ['received', 'accepted', 'closed'],
) {
  const query = { side: 'all', statuses, handler: null, words: [word], sort: 'due', today } as const;
  const page = dossierPage(office.open.store.db, query, 0, 20);
  expect(dossierPage(office.open.store.db, query, 0, 20, 'walk').ns).toEqual(page.ns);
  return page.ns.map((n) => n - 1);
}

describe('the search index follows its files', () => {
  it('when days, states and texts change, several times in one transaction too', async () => {
    const office = await testOffice();
    write(office, (tx) => {
      for (let n = 0; n < 6; n += 1) put(tx, rowOf(n), '周工资');
    });
    expect(found(office, '工资')).toEqual([0, 1, 2, 3, 4, 5]);
    write(office, (tx) => {
      // The day of 4 moves to the front and back again before it moves for good; 1 changes its text; 2 is closed.
      put(tx, rowOf(4, { nextDue: today }), '周工资');
      put(tx, rowOf(4, { nextDue: addDays(today, 9) }), '周工资');
      put(tx, rowOf(4, { nextDue: addDays(today, -3) }), '周工资');
      put(tx, rowOf(1), '吴工伤');
      put(tx, rowOf(2, { status: 'closed', nextDue: null }), '周工资');
    });
    expect(found(office, '工资')).toEqual([0, 3, 5, 4, 2]);
    expect(found(office, '工伤')).toEqual([1]);
    expect(found(office, '工资', ['closed'])).toEqual([2]);
    write(office, (tx) => put(tx, rowOf(1, { status: 'received', nextDue: null }), '周工资'));
    expect(found(office, '工资')).toEqual([0, 3, 5, 4, 1, 2]);
  });

  it('not at all when the transaction is undone, whether refused or broken off', async () => {
    const office = await testOffice();
    write(office, (tx) => put(tx, rowOf(0), '周工资'));
    const change = (tx: WriteDb): void => put(tx, rowOf(0, { nextDue: null }), '吴工伤');
    const refused = transaction(office.open.store, (tx) => {
      change(tx);
      return err({ code: 'no' } as const);
    });
    expect(refused).toMatchObject({ ok: false });
    const broken = () =>
      transaction(office.open.store, (tx) => {
        change(tx);
        throw new Error('broken off');
      });
    expect(broken).toThrow('broken off');
    expect(found(office, '工伤')).toEqual([]);
    write(office, (tx) => put(tx, rowOf(1), '周工资'));
    expect(found(office, '工资')).toEqual([0, 1]);
    expect(found(office, '工伤')).toEqual([]);
  });

  it('in one order whether hits are few or many, page after page', async () => {
    const office = await testOffice();
    write(office, (tx) => {
      for (let n = 0; n < many; n += 1) {
        const status = (['received', 'accepted', 'closed'] as const)[n % 3] ?? 'closed';
        put(tx, rowOf(n, { status, nextDue: n % 4 === 0 ? addDays(today, (n % 61) - 30) : null }), `周工资${n}`);
      }
    });
    const query: DossierQuery = {
      ...{ side: 'all', statuses: ['received', 'accepted', 'closed'], handler: null, words: ['工资'] },
      ...{ sort: 'due', today },
    };
    const { db } = office.open.store;
    const whole = dossierPage(db, { ...query, words: [] }, 0, many).ns;
    for (const offset of [0, 30, 60, 850, 90, 400]) {
      const page = dossierPage(db, query, offset, 30);
      expect(page).toEqual({ total: many, more: false, ns: whole.slice(offset, offset + 30) });
    }
  });
});
