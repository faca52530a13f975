import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recountEmployer } from '#electron/services/employer/count-employer.ts';
import { transaction } from '#electron/store/transaction.ts';
import { ok } from '#shared/base/result.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { madeUpCreditCode, worker } from '#tests/support/made-up-parties.ts';
import { merge } from '#tests/support/merged-employers.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const names = ['甲甲物流有限公司', '乙乙物流有限公司', '丙丙（上海）有限公司', '丙丙(上海)有限公司'] as const;
const codes = ['', madeUpCreditCode('310118', 1), madeUpCreditCode('310118', 2)] as const;

const unit = (name: number, code: number) => ({
  ...{ role: 'respondent' as const, type: 'unit' as const, idKind: 'none' as const },
  ...{ name: names[name % names.length] ?? '', uscc: codes[code % codes.length] ?? '' },
});

/** What is kept of every employer by counting on. */
function kept(office: TestOffice) {
  return office.open.store.db.all(
    'SELECT n, root, members, coded, files, newest, name, total, latest, sort_key FROM employer ORDER BY n',
  );
}

/** The same computed from all parties anew; undone by nothing, since it must change nothing. */
function recounted(office: TestOffice) {
  unwrap(
    transaction(office.open.store, (tx) => {
      for (const { n } of tx.all<{ n: number }>('SELECT n FROM employer')) recountEmployer(tx, n);
      return ok(undefined);
    }),
  );
  return kept(office);
}

const step = fc.record({
  act: fc.constantFrom('receive', 'add', 'amend', 'amend', 'remove', 'person', 'merge' as const),
  file: fc.nat(5),
  party: fc.nat(3),
  name: fc.nat(3),
  code: fc.nat(2),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(office: TestOffice, { act, file, party, name, code }: Step): Promise<void> {
  const { rows } = await office.ask('dossier.list', { filter: { status: 'all', sort: 'number' } });
  const found = rows[file % Math.max(1, rows.length)];
  if (act === 'receive' || found === undefined) {
    await receiveOne(office, { parties: [worker('纪某某', 7), unit(name, code)] });
    return;
  }
  if (act === 'merge') {
    const { rows: all } = await office.ask('employer.list', {});
    const [into, from] = [all[party % all.length], all[name % all.length]];
    if (into !== undefined && from !== undefined && into !== from) await merge(office, into.id, from.id);
    return;
  }
  const dossier = found.id as never;
  if (act === 'add') await office.ask('party.add', { dossier, ...unit(name, code) });
  const { parties, revision: base } = await office.ask('dossier.get', { dossier });
  const units = parties.filter(({ type }) => type === 'unit');
  const id = units[party % Math.max(1, units.length)]?.id;
  if (id === undefined) return;
  if (act === 'amend') await office.ask('party.amend', { dossier, party: id, base, ...unit(name, code) });
  if (act === 'remove') await office.ask('party.remove', { dossier, party: id });
  if (act === 'person') await office.ask('party.amend', { dossier, party: id, base, type: 'person', uscc: '' });
}

it('of two parties of one employer on its newest file, the table says which name counts, not who came last', async () => {
  const office = await testOffice();
  const dossier = await receiveOne(office, { parties: [worker('纪某某', 7), unit(3, 1)] });
  await office.ask('party.add', { dossier, ...unit(3, 1) });
  const { parties, revision: base } = await office.ask('dossier.get', { dossier });
  const first = parties.flatMap(({ type, id }) => (type === 'unit' ? [id] : [])).toSorted()[0] ?? '';
  await office.ask('party.amend', { dossier, party: first as never, base, ...unit(2, 1) });
  expect(kept(office)).toEqual(recounted(office));
});

it('what is counted on with every party is what counting all of them gives, and one code is one employer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const office = await testOffice();
      for (const said of steps) await take(office, said);
      const { db } = office.open.store;
      expect(kept(office)).toEqual(recounted(office));
      const coded = db.all<{ code: string; homes: number }>(
        "SELECT code, count(DISTINCT home) AS homes FROM employer_party WHERE code <> '' GROUP BY code",
      );
      expect(coded.every(({ homes }) => homes === 1)).toBe(true);
      const parties = db.get<{ n: number }>("SELECT count(*) AS n FROM party WHERE type = 'unit'")?.n;
      expect(db.get<{ n: number }>('SELECT count(*) AS n FROM employer_party WHERE base > 0')?.n).toBe(parties);
      expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    }),
    { numRuns: 15 },
  );
});
