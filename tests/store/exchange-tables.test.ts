import { describe, expect, test } from 'vitest';
import type { WriteDb } from '#electron/store/db.ts';
import type { Store } from '#electron/store/store.ts';
import {
  bundleBytes,
  bundlesBeyond,
  dropBundle,
  dropReceiptedBundles,
  keepBundle,
  noteBundleGiven,
} from '#electron/store/tables/bundles.ts';
import {
  isQuarantined,
  listQuarantine,
  quarantinedBytes,
  quarantinedFor,
  releaseQuarantined,
  setAside,
} from '#electron/store/tables/quarantine.ts';
import {
  keepReceiptIn,
  keepReceiptOut,
  latestReceiptIn,
  latestReceiptOut,
  noteReceiptGiven,
  receiptsIn,
} from '#electron/store/tables/receipts.ts';
import {
  appendToStream,
  streamOutHead,
  streamOutRoot,
  streamOutRun,
  streamPlace,
} from '#electron/store/tables/streams.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { DeviceId, EntryId, OfficeId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { appendFact, openForTest } from './support/store-fixture.ts';

const office = 'wujiang-arb' as OfficeId;
const other = 'kunshan-arb' as OfficeId;
const device = 'd1' as DeviceId;
const create = () => openForTest(tempFolder(), { mode: 'create' });

function write<T>(store: Store, work: (tx: WriteDb) => T): T {
  return unwrap(transaction(store, (tx) => ok(work(tx))));
}

describe('streams', () => {
  test('our entries to an office stand in their order, each office for itself', () => {
    const store = create();
    const entries = write(store, (tx) => ['a', 'b', 'c'].map((text) => appendFact(tx, text)));
    expect(streamOutHead(store.db, office)).toBeUndefined();
    write(store, (tx) => {
      for (const [index, entry] of entries.entries()) {
        appendToStream(tx, office, { n: index + 1, root: `r${index + 1}` }, entry.id);
      }
      appendToStream(tx, other, { n: 1, root: 'x1' }, entries[2]?.id ?? ('' as EntryId));
    });
    expect(streamOutHead(store.db, office)).toEqual({ n: 3, root: 'r3' });
    expect(streamOutRoot(store.db, office, 2)).toBe('r2');
    expect(streamOutRun(store.db, office, 1, 10)).toEqual([
      { n: 2, root: 'r2', entry: entries[1] },
      { n: 3, root: 'r3', entry: entries[2] },
    ]);
    expect(streamPlace(store.db, other, entries[2]?.id ?? ('' as EntryId))).toBe(1);
    expect(streamPlace(store.db, other, entries[0]?.id ?? ('' as EntryId))).toBeUndefined();
  });

  test('an entry that is not stored cannot be sent', () => {
    const store = create();
    expect(() => write(store, (tx) => appendToStream(tx, office, { n: 1, root: 'r' }, 's1:00' as EntryId))).toThrow(
      /stored/,
    );
  });
});

describe('bundles', () => {
  const bundle = (id: string, first: number, last: number) => ({
    ...{ id, office, first, last, about: '{"card":"c1"}', madeAt: 1, givenAt: null },
  });

  test('are kept until the receipt covers them', () => {
    const store = create();
    write(store, (tx) => {
      keepBundle(tx, bundle('b1', 1, 10), Buffer.from('one'));
      keepBundle(tx, bundle('b2', 11, 20), Buffer.from('two'));
      keepBundle(tx, { ...bundle('x1', 1, 10), office: other }, Buffer.from('else'));
      noteBundleGiven(tx, 'b2', 99);
    });
    expect(bundlesBeyond(store.db, office, 0).map(({ id }) => id)).toEqual(['b1', 'b2']);
    expect(bundlesBeyond(store.db, office, 10)).toEqual([{ ...bundle('b2', 11, 20), givenAt: 99 }]);
    expect(write(store, (tx) => dropReceiptedBundles(tx, office, 15))).toEqual(['b1']);
    expect(bundleBytes(store.db, 'b1')).toBeUndefined();
    expect(Buffer.from(bundleBytes(store.db, 'b2') ?? []).toString()).toBe('two');
    write(store, (tx) => dropBundle(tx, 'b2'));
    expect(bundlesBeyond(store.db, office, 0)).toEqual([]);
    expect(bundlesBeyond(store.db, other, 0)).toHaveLength(1);
  });
});

describe('receipts', () => {
  const receipt = (incarnation: string, number: number) => ({
    ...{
      office,
      device,
      incarnation,
      number,
      text: JSON.stringify({ opened: [], number }),
      signature: 's',
      at: number,
    },
  });

  test('a partner’s are kept once each; the latest is the highest of the incarnation heard last', () => {
    const store = create();
    const kept = write(store, (tx) =>
      [receipt('i1', 8), receipt('i1', 9), receipt('i1', 7), receipt('i1', 9)].map((one) => keepReceiptIn(tx, one)),
    );
    expect(kept).toEqual([true, true, true, false]);
    expect(latestReceiptIn(store.db, office, device)).toEqual(receipt('i1', 9));
    write(store, (tx) => keepReceiptIn(tx, receipt('i2', 1)));
    expect(latestReceiptIn(store.db, office, device)).toEqual(receipt('i2', 1));
    expect(receiptsIn(store.db, office).map(({ number }) => number)).toEqual([1, 7, 9, 8]);
  });

  test('ours are kept before they leave', () => {
    const store = create();
    const ours = { office, device, number: 1, text: 't', signature: 's', at: 1, givenAt: null };
    write(store, (tx) => {
      keepReceiptOut(tx, ours);
      keepReceiptOut(tx, { ...ours, number: 2 });
      noteReceiptGiven(tx, { ...ours, number: 2 }, 5);
    });
    expect(latestReceiptOut(store.db, office, device)).toEqual({ ...ours, number: 2, givenAt: 5 });
    write(store, (tx) => {
      for (let number = 3; number <= 60; number += 1) keepReceiptOut(tx, { ...ours, number });
    });
    expect(store.db.get<{ n: number }>('SELECT count(*) AS n FROM receipt_out')?.n).toBe(20);
  });
});

describe('quarantine', () => {
  test('keeps bytes once with their reason, and gives them back', () => {
    const store = create();
    const item = { id: 'q1', at: 1, code: 'unknown-office', source: 'folder', size: 3 };
    write(store, (tx) => {
      setAside(tx, item, Buffer.from('abc'));
      setAside(tx, item, Buffer.from('abc'));
      setAside(tx, { ...item, id: 'q2', code: 'torn' }, Buffer.from('ab'));
    });
    expect(listQuarantine(store.db).map(({ id }) => id)).toEqual(['q2', 'q1']);
    expect(isQuarantined(store.db, 'q1')).toBe(true);
    expect(quarantinedFor(store.db, 'unknown-office', 'folder')).toEqual(['q1']);
    expect(Buffer.from(quarantinedBytes(store.db, 'q1') ?? []).toString()).toBe('abc');
    write(store, (tx) => releaseQuarantined(tx, 'q1'));
    expect(isQuarantined(store.db, 'q1')).toBe(false);
  });

  test('has room for so much and no more, and never for rubbish without end', () => {
    const store = create();
    const item = (id: string) => ({ id, at: 1, code: 'package.malformed', source: '', size: 3 });
    const most = { items: 3, bytes: 7 };
    write(store, (tx) => {
      for (const id of ['q1', 'q2', 'q3', 'q4']) setAside(tx, item(id), Buffer.from('abc'), most);
      setAside(tx, { ...item('q1'), code: 'package.seal-newer' }, Buffer.from('abc'), most);
    });
    expect(listQuarantine(store.db).map(({ id, code }) => `${id} ${code}`)).toEqual([
      'q3 package.malformed',
      'q2 package.malformed',
      'q1 package.seal-newer',
    ]);
    expect(['q1', 'q2', 'q3'].map((id) => quarantinedBytes(store.db, id)?.length)).toEqual([3, 3, undefined]);
  });
});
