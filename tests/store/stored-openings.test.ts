import { describe, expect, test } from 'vitest';
import type { WriteDb } from '#electron/store/db.ts';
import type { Store } from '#electron/store/store.ts';
import { displaceFrom } from '#electron/store/tables/displaced.ts';
import { heldEntry } from '#electron/store/tables/held-entries.ts';
import { keepReceiptIn } from '#electron/store/tables/receipts.ts';
import { storedOpeningOn } from '#electron/store/tables/stored-openings.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { ChainId, DeviceId, EntryId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { appendFact, openForTest } from './support/store-fixture.ts';

const office = 'wujiang-arb' as OfficeId;
const other = 'kunshan-arb' as OfficeId;
const device = 'd1' as DeviceId;
const at = Date.parse('2026-03-14T10:00:00+08:00');

function write<T>(store: Store, work: (tx: WriteDb) => T): T {
  return unwrap(transaction(store, (tx) => ok(work(tx))));
}

/** Keeps a receipt that names entries with the days they were stored. */
function receipt(
  store: Store,
  from: OfficeId,
  number: number,
  opened: readonly { entry: EntryId; on: string }[],
): void {
  const text = JSON.stringify({ number, opened });
  const kept = { office: from, device, incarnation: 'i1', number, text, signature: 's', at };
  write(store, (tx) => keepReceiptIn(tx, kept));
}

describe('the day on which an office stored our letter', () => {
  test('is what its first receipt that names the letter says, whatever later ones say', () => {
    const store = openForTest(tempFolder(), { mode: 'create' });
    const [one, two] = write(store, (tx) => ['a', 'b'].map((text) => appendFact(tx, text).id));
    if (!one || !two) throw new Error('two were written');
    receipt(store, office, 1, [{ entry: one, on: '2026-03-12' }]);
    receipt(store, office, 2, [
      { entry: one, on: '2026-03-10' },
      { entry: two, on: '2026-03-13' },
    ]);
    expect(storedOpeningOn(store.db, office, one)).toBe('2026-03-12');
    expect(storedOpeningOn(store.db, office, two)).toBe('2026-03-13');
  });

  test('is never later than the day its receipt came in', () => {
    const store = openForTest(tempFolder(), { mode: 'create' });
    const { id } = write(store, (tx) => appendFact(tx, 'a'));
    receipt(store, office, 1, [{ entry: id, on: '2026-05-01' }]);
    expect(storedOpeningOn(store.db, office, id)).toBe('2026-03-14');
  });

  test('is each office’s own word, and of an entry that is not here nothing is kept', () => {
    const store = openForTest(tempFolder(), { mode: 'create' });
    const { id } = write(store, (tx) => appendFact(tx, 'a'));
    receipt(store, other, 1, [
      { entry: id, on: '2026-03-12' },
      { entry: `s1:${'0'.repeat(64)}` as EntryId, on: '2026-03-12' },
    ]);
    expect(storedOpeningOn(store.db, office, id)).toBeUndefined();
    expect(storedOpeningOn(store.db, other, id)).toBe('2026-03-12');
    expect(store.db.get<{ n: number }>('SELECT count(*) AS n FROM stored_opening')?.n).toBe(1);
  });

  test('goes when the letter leaves its chain, which nothing else of it keeps from leaving', () => {
    const store = openForTest(tempFolder(), { mode: 'create' });
    const entry = write(store, (tx) => appendFact(tx, 'a'));
    receipt(store, office, 1, [{ entry: entry.id, on: '2026-03-12' }]);
    const from = { office, date: '2026-03-14' as LocalDate };
    expect(write(store, (tx) => displaceFrom(tx, entry.parsed.chain as ChainId, 1, from))).toEqual([entry.id]);
    expect(storedOpeningOn(store.db, office, entry.id)).toBeUndefined();
    expect(heldEntry(store.db, entry.id)?.state).toBe('orphan');
  });
});
