import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { connectionOf } from '#electron/store/store.ts';
import { bodyState, eraseBody, erasedBodyCount, forbidBody, putBody } from '#electron/store/tables/bodies.ts';
import {
  appendEntry,
  arrivals,
  chainEntries,
  chainHead,
  chainHeads,
  entryAt,
  entryCount,
  findEntry,
  hasEntry,
} from '#electron/store/tables/entries.ts';
import {
  type HeldEntry,
  heldEntry,
  heldFromOffice,
  heldOfChain,
  holdEntry,
  releaseHeld,
} from '#electron/store/tables/held-entries.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { BodyHash, ChainId, EntryId, OfficeId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { appendFact, nextFact, openForTest, testChain, today } from './support/store-fixture.ts';

const create = () => openForTest(tempFolder(), { mode: 'create' });

describe('chains', () => {
  test('entries come back as they were given, in their order, one by one and by range', () => {
    const store = create();
    const made = unwrap(transaction(store, (tx) => ok(['a', 'b', 'c'].map((text) => appendFact(tx, text)))));
    const { db } = store;
    expect(chainEntries(db, testChain)).toEqual(made);
    expect(chainEntries(db, testChain, 2, 1)).toEqual([made[1]]);
    expect(entryAt(db, testChain, 3)).toEqual(made[2]);
    expect(entryAt(db, testChain, 4)).toBeUndefined();
    expect(findEntry(db, made[0]?.id ?? ('' as EntryId))).toEqual(made[0]);
    expect(hasEntry(db, 's1:00' as EntryId)).toBe(false);
    expect(chainHead(db, testChain)).toEqual({ seq: 3, id: made[2]?.id });
    expect(chainHeads(db)).toEqual([{ chain: testChain, seq: 3, id: made[2]?.id }]);
    expect(chainHead(db, 'device/none' as ChainId)).toBeUndefined();
    expect(entryCount(db)).toBe(3);
  });

  test('an entry out of order or given twice is a bug and leaves nothing behind', () => {
    const store = create();
    const first = unwrap(transaction(store, (tx) => ok(appendFact(tx, 'a'))));
    expect(() => transaction(store, (tx) => ok(appendEntry(tx, first, today)))).toThrow(/continues at 2/);
    const second = nextFact(store.db, 'b');
    const gap = { ...second, parsed: { ...second.parsed, seq: 3 } };
    expect(() => transaction(store, (tx) => ok(appendEntry(tx, gap, today)))).toThrow(/continues at 2/);
    expect(entryCount(store.db)).toBe(1);
  });

  test('arrivals are walked in order with their dates, across pages', () => {
    const store = create();
    unwrap(
      transaction(store, (tx) => {
        for (let index = 0; index < 1203; index += 1) appendFact(tx, `${index}`);
        return ok(undefined);
      }),
    );
    const walked = [...arrivals(store.db)];
    expect(walked.map(({ n }) => n)).toEqual(Array.from({ length: 1203 }, (_, index) => index + 1));
    expect(walked.map(({ entry }) => entry.parsed.seq)).toEqual(walked.map(({ n }) => n));
    expect(new Set(walked.map(({ date }) => date))).toEqual(new Set([today]));
    expect([...arrivals(store.db, 1200)]).toHaveLength(3);
  });
});

describe('bodies', () => {
  const order = (n: number): EntryId => `s1:0${n}` as EntryId;

  test('a withheld body is absent, arrives later, is erased for good', () => {
    const store = create();
    const whole = nextFact(store.db, 'secret');
    const hash = whole.parsed.body ?? ('' as BodyHash);
    const withheld = { ...whole, body: undefined };
    const entry = unwrap(transaction(store, (tx) => ok(appendEntry(tx, withheld, today))));
    const owner = { entry, hash };
    expect(bodyState(store.db, owner)).toEqual({ state: 'absent' });
    expect(findEntry(store.db, whole.id)).toEqual(withheld);
    unwrap(transaction(store, (tx) => ok(putBody(tx, hash, whole.body ?? ''))));
    unwrap(transaction(store, (tx) => ok(putBody(tx, hash, 'again'))));
    expect(bodyState(store.db, owner)).toEqual({ state: 'present', text: whole.body });
    expect(findEntry(store.db, whole.id)).toEqual(whole);
    unwrap(transaction(store, (tx) => ok(eraseBody(tx, owner, order(1)))));
    unwrap(transaction(store, (tx) => ok(putBody(tx, hash, whole.body ?? ''))));
    unwrap(transaction(store, (tx) => ok(eraseBody(tx, owner, order(2)))));
    expect(bodyState(store.db, owner)).toEqual({ state: 'erased', by: order(1) });
    expect(findEntry(store.db, whole.id)).toEqual(withheld);
    expect(erasedBodyCount(store.db)).toBe(1);
  });

  test('a body ordered destroyed before its entry arrives never comes in', () => {
    const store = create();
    const whole = nextFact(store.db, 'secret');
    const hash = whole.parsed.body ?? ('' as BodyHash);
    unwrap(transaction(store, (tx) => ok(forbidBody(tx, hash, order(1)))));
    const entry = unwrap(transaction(store, (tx) => ok(appendEntry(tx, whole, today))));
    expect(findEntry(store.db, whole.id)?.body).toBeUndefined();
    expect(bodyState(store.db, { entry, hash })).toEqual({ state: 'erased', by: order(1) });
  });

  test('an erased body is in no page of the file any more', () => {
    const store = create();
    const facts = unwrap(
      transaction(store, (tx) => ok(['keep', 'gone'].map((text) => appendFact(tx, text.repeat(500))))),
    );
    const hash = facts[1]?.parsed.body ?? ('' as BodyHash);
    unwrap(transaction(store, (tx) => ok(eraseBody(tx, { entry: 2, hash }, order(1)))));
    const plain = new Database(connectionOf(store).database.serialize());
    const pages = plain.serialize();
    plain.close();
    expect(pages.includes('keepkeep')).toBe(true);
    expect(pages.includes('gonegone')).toBe(false);
  });
});

describe('entries kept outside a chain', () => {
  const office = 'wujiang-arb' as OfficeId;
  const held = (id: string, seq: number, state: HeldEntry['state']): HeldEntry => ({
    ...{ id: id as EntryId, chain: 'request/1/e' as ChainId, seq, header: '{}', signature: 'x', body: 'b' },
    ...{ state, reason: 'gap', office, date: localDate('2026-03-03') },
  });

  test('are found by id, chain and office, change their state, and leave', () => {
    const store = create();
    unwrap(
      transaction(store, (tx) => {
        for (const one of [held('b', 3, 'waiting'), held('a', 2, 'waiting'), held('c', 2, 'fork')]) holdEntry(tx, one);
        holdEntry(tx, { ...held('b', 3, 'rejected'), reason: 'bad-signature' });
        return ok(undefined);
      }),
    );
    const { db } = store;
    expect(heldOfChain(db, 'request/1/e' as ChainId).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(heldOfChain(db, 'request/1/e' as ChainId).map(({ body }) => body !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    expect(heldFromOffice(db, office, 'rejected', 10)).toEqual(['b']);
    expect(heldEntry(db, 'b' as EntryId)).toEqual({ ...held('b', 3, 'rejected'), reason: 'bad-signature' });
    unwrap(transaction(store, (tx) => ok(releaseHeld(tx, 'a' as EntryId))));
    expect(heldEntry(db, 'a' as EntryId)).toBeUndefined();
    expect(heldEntry(db, 'c' as EntryId)?.state).toBe('fork');
  });
});
