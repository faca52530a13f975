import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTextOf, searchWords } from '#electron/services/dossier/search-text.ts';
import type { ReadDb } from '#electron/store/db.ts';
import { putSearchText } from '#electron/store/search/search-index.ts';
import { dossierPage } from '#electron/store/tables/dossier-list.ts';
import type { DossierQuery } from '#electron/store/tables/dossier-order.ts';
import { type DossierRow, dossierN, putDossier } from '#electron/store/tables/dossiers.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const today = localDate('2026-03-17');
const rows = 400;
/** Han of every plane, digits, letters, brackets, what LIKE and the full-text language treat as signs, and an emoji. */
const alphabet = [
  '王',
  '伟',
  '工',
  '资',
  '曾',
  '㐂',
  '鿫',
  '𬭎',
  '2',
  '0',
  '6',
  'a',
  'B',
  '〔',
  '〕',
  '（',
  '%',
  '_',
  '"',
  '*',
  '-',
  "'",
  '😀',
  'é',
];
const character = fc.constantFrom(...alphabet);
const textOf = (max: number) =>
  fc.array(fc.oneof({ weight: 9, arbitrary: character }, fc.constant(' ')), { maxLength: max });

function madeUpRow(n: number): DossierRow {
  return {
    ...{ id: `d${String(n).padStart(6, '0')}` as DossierId, side: 'arb', status: n % 3 === 0 ? 'closed' : 'accepted' },
    ...{
      windowNo: `收${n}`,
      caseNo: null,
      numberKey: `${n}`,
      title: '',
      cause: '',
      handler: null,
      channel: 'window',
      branch: '',
    },
    ...{ receivedOn: today, acceptedOn: null, closedOn: null, closeType: null, nextDue: n % 4 === 0 ? today : null },
    ...{ nextDeadline: null, openRequests: 0, revision: n },
    ...{ stage: 'APPLIED', leadNo: null },
  };
}

async function filled(seed: number): Promise<TestOffice> {
  const office = await testOffice();
  const texts = fc.sample(fc.tuple(textOf(8), textOf(20)), { seed, numRuns: rows });
  unwrap(
    transaction(office.open.store, (tx) => {
      for (const [n, [name, note]] of texts.entries()) {
        const row = madeUpRow(n);
        putDossier(tx, row);
        const parties = [{ name: name.join(''), type: 'person', uscc: '', legalRep: '' }];
        putSearchText(tx, dossierN(tx, row.id) ?? 0, searchTextOf({ ...row, parties, texts: [note.join('')] }));
      }
      return ok(undefined);
    }),
  );
  return office;
}

/** What LIKE finds over the same texts; the words are folded, so that its blindness to case changes nothing. */
function likeFinds(db: ReadDb, words: readonly string[]): readonly number[] {
  const escaped = words.map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  const each = words.map(() => String.raw`short || char(10) || long LIKE ? ESCAPE '\'`).join(' AND ');
  return db.all<{ n: number }>(`SELECT n FROM search_text WHERE ${each} ORDER BY n`, ...escaped).map(({ n }) => n);
}

const queryOf = (words: readonly string[]): DossierQuery => ({
  ...{ side: 'all', statuses: ['received', 'accepted', 'closed'], handler: null, words, sort: 'due', today },
});

const typed = fc
  .array(
    fc.array(character, { minLength: 1, maxLength: 4 }).map((chars) => chars.join('')),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '));

describe('searching files', () => {
  it('finds exactly what LIKE finds, for 1 to 4 characters and several words, by the index and by walking', async () => {
    const { db } = (await filled(20260317)).open.store;
    let found = 0;
    fc.assert(
      fc.property(typed, fc.boolean(), (text, many) => {
        const words = searchWords(text);
        if (words.length === 0) return;
        const expected = likeFinds(db, words);
        found += expected.length;
        // The other way is to walk the list and look into every text.
        const page = dossierPage(db, queryOf(words), 0, rows, many ? 'walk' : undefined);
        expect(page.ns.toSorted((a, b) => a - b)).toEqual(expected);
        expect(page).toMatchObject({ total: expected.length, more: false });
      }),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('answers whatever is typed, the words of the full-text language among it', async () => {
    const office = await filled(7);
    for (const text of [
      'AND',
      'a OR b',
      'NEAR(王 伟)',
      '"',
      '""',
      '*',
      '王*',
      'grams:王',
      '^王',
      '-王',
      '\u0000',
      '{a b}:',
      '\ud800',
      '＂',
    ]) {
      expect(await office.ask('dossier.list', { filter: { text, status: 'all' } })).toMatchObject({ more: false });
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const words = searchWords(text);
        if (words.length === 0) return;
        expect(dossierPage(office.open.store.db, queryOf(words), 0, rows).ns.length).toBe(
          likeFinds(office.open.store.db, words).length,
        );
      }),
      { numRuns: 300 },
    );
  });
});
