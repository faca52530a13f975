import { describe, expect, it } from 'vitest';
import type { ReadDb, SqlValue } from '#electron/store/db.ts';
import {
  countRequests,
  listRequests,
  putRequest,
  type RequestFilter,
  type RequestRow,
} from '#electron/store/tables/requests.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { testOffice } from '#tests/support/office.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const today = localDate('2026-03-17');
const everything: RequestFilter = { direction: 'all', actor: 'all', words: [], dossier: undefined };

function madeUp(index: number): RequestRow {
  const due = index % 5 === 0 ? null : addDays(today, (index % 41) - 20);
  const actor = (['us', 'them', 'nobody'] as const)[index % 3] ?? 'us';
  return {
    ...{ id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}` as RequestId, kind: 'ARB_INVESTIGATE' },
    ...{ direction: index % 2 === 0 ? 'out' : 'in', partner: 'wujiang-arb' as OfficeId, dossier: null },
    ...{ number: `青劳人仲函〔2026〕${index}号`, registerNo: null, title: `某某公司 ${index}`, urgency: 'normal' },
    ...{ state: actor === 'nobody' ? 'closed' : 'accepted', actor, agreed: null, promised: null, nextDue: due },
    ...{ nextDeadline: null, sentOn: null, storedOn: null, unread: false, flags: [], ownHead: null, ownOn: null },
    ...{ ownProof: 'none', heardOn: null, revision: index },
  };
}

/** Looks over the shoulder of a database: the plan of every statement that runs. */
function watched(db: ReadDb, plans: string[]): ReadDb {
  const explain = (sql: string, values: readonly SqlValue[]): void => {
    const steps = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
    plans.push(steps.map((step) => step.detail).join('; '));
  };
  return {
    ...db,
    all: (sql, ...values) => {
      explain(sql, values);
      return db.all(sql, ...values);
    },
    get: (sql, ...values) => {
      explain(sql, values);
      return db.get(sql, ...values);
    },
  };
}

describe('the list of requests', () => {
  it('shows what can still be saved first, page by page without a hole, and sorts nothing in memory', async () => {
    const office = await testOffice();
    const rows = Array.from({ length: 3000 }, (_, index) => madeUp(index));
    unwrap(
      transaction(office.open.store, (tx) => {
        for (const row of rows) putRequest(tx, row, row.title);
        return ok(undefined);
      }),
    );
    const plans: string[] = [];
    const db = watched(office.open.store.db, plans);
    const pages = [0, 1, 2, 3, 4].map((page) =>
      listRequests(db, everything, { offset: page * 700, limit: 700, today }),
    );
    expect(pages.map((page) => page.total)).toEqual([3000, 3000, 3000, 3000, 3000]);
    const listed = pages.flatMap((page) => page.rows);
    expect(new Set(listed.map((row) => row.id)).size).toBe(3000);
    const dues = listed.map((row) => row.nextDue);
    const ahead = dues.flatMap((due) => (due !== null && due >= today ? [String(due)] : []));
    const past = dues.flatMap((due) => (due !== null && due < today ? [String(due)] : []));
    expect(ahead).toEqual([...ahead].toSorted());
    expect(past).toEqual([...past].toSorted().toReversed());
    expect(dues).toEqual([...ahead, ...past, ...dues.filter((due) => due === null)]);

    const ours = listRequests(db, { ...everything, actor: 'us', direction: 'out' }, { offset: 0, limit: 50, today });
    expect(ours.total).toBe(500);
    expect(ours.rows.every((row) => row.actor === 'us' && row.direction === 'out')).toBe(true);
    expect(countRequests(db, everything)).toEqual({ us: 1000, them: 1000, nobody: 1000 });
    expect(plans.length).toBeGreaterThan(10);
    for (const plan of plans) {
      expect(plan).not.toContain('TEMP B-TREE');
      expect(plan).toMatch(/INDEX request_(due|actor)/);
    }
  });
});
