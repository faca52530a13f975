import { expect, test } from 'vitest';
import { discardDraft, findDraft, listDrafts, saveDraft } from '#electron/store/tables/drafts.ts';
import { transaction } from '#electron/store/transaction.ts';
import { err, ok } from '#shared/base/result.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { openForTest } from './support/store-fixture.ts';

const draft = { key: 'dossier.receive', writer: 'a', title: 'a form', text: '{}', savedAt: 1 };

test('a transaction that succeeds is kept', () => {
  const store = openForTest(tempFolder(), { mode: 'create' });
  const answer = transaction(store, (tx) => {
    saveDraft(tx, draft);
    saveDraft(tx, { ...draft, text: '{"a":1}', savedAt: 2 });
    return ok('kept');
  });
  expect(answer).toEqual(ok('kept'));
  expect(findDraft(store.db, draft.key, 'a')).toEqual({ ...draft, text: '{"a":1}', savedAt: 2, saves: 2 });
  expect(listDrafts(store.db)).toEqual([{ key: draft.key, title: draft.title, savedAt: 2 }]);
});

test('a refusal undoes what was written before it', () => {
  const store = openForTest(tempFolder(), { mode: 'create' });
  const answer = transaction(store, (tx) => {
    saveDraft(tx, draft);
    return err({ code: 'no' });
  });
  expect(answer).toEqual(err({ code: 'no' }));
  expect(findDraft(store.db, draft.key, 'a')).toBeUndefined();
});

test('a bug undoes what was written before it and is thrown on; the next transaction works', () => {
  const store = openForTest(tempFolder(), { mode: 'create' });
  const run = (): unknown =>
    transaction(store, (tx) => {
      saveDraft(tx, draft);
      throw new TypeError('a bug');
    });
  expect(run).toThrow(TypeError);
  expect(findDraft(store.db, draft.key, 'a')).toBeUndefined();
  transaction(store, (tx) => ok(saveDraft(tx, draft)));
  transaction(store, (tx) => ok(discardDraft(tx, draft.key, 'a')));
  expect(listDrafts(store.db)).toEqual([]);
});

test('a broken constraint is a bug, not a refusal', () => {
  const store = openForTest(tempFolder(), { mode: 'create' });
  const run = (): unknown =>
    transaction(store, (tx) => ok(tx.run("INSERT INTO arrival (n, date) VALUES (99, '2026-03-02')")));
  expect(run).toThrow(/FOREIGN KEY/);
});

test('transactions do not nest', () => {
  const store = openForTest(tempFolder(), { mode: 'create' });
  expect(() => transaction(store, () => transaction(store, () => ok(1)))).toThrow(/nest/);
});

test('reading access changes nothing, whatever it is given', () => {
  const { db } = openForTest(tempFolder(), { mode: 'create' });
  expect(() => db.all("INSERT INTO setting (key, value) VALUES ('a', 'b')")).toThrow(/WriteDb/);
  expect(() => db.get('DELETE FROM setting RETURNING key')).toThrow(/WriteDb/);
  expect(() => [...db.each("UPDATE setting SET value = '' RETURNING key")]).toThrow(/WriteDb/);
});

test('SQL text in values stays text', () => {
  const store = openForTest(tempFolder(), { mode: 'create' });
  const text = `'); DROP TABLE draft; -- "quoted" \u202e\u0000 ${'长'.repeat(5000)}`;
  transaction(store, (tx) => ok(saveDraft(tx, { ...draft, title: text, text })));
  expect(findDraft(store.db, draft.key, 'a')).toEqual({ ...draft, title: text, text, saves: 1 });
});
