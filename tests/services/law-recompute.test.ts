import { expect, it } from 'vitest';
import { recomputeStale } from '#electron/services/deadline/recompute-stale.ts';
import { append } from '#electron/services/journal/append.ts';
import { dossiersWithoutLimit } from '#electron/store/tables/clock-events.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { DossierId, EntryId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const rule = 'ARB.MED_ORG';
const now = '2026-03-20T09:00';
const today = localDate('2026-03-20');

/** An office with files whose mediation runs, and a decision on its length that waits for another person. */
async function asked(files: number) {
  const office = await testOffice({ now });
  const dossiers: DossierId[] = [];
  for (let n = 0; n < files; n += 1) {
    const dossier = await receiveOne(office, { receivedOn: '2026-03-19' });
    await office.ask('clock.start', { dossier, ruleId: rule, on: localDate('2026-03-10') });
    dossiers.push(dossier);
  }
  const { id } = await office.ask('rule.propose', {
    ...{ rule, from: localDate('2026-03-10'), off: false, amount: 7, unit: 'working-day', roll: 'none' },
    ...{ basis: '本院办公会纪要〔2026〕3号', reason: '与调解组织商定' },
  });
  return { office, dossiers, change: id as EntryId };
}

async function confirmed(office: TestOffice, id: EntryId): Promise<void> {
  const second = (await office.ask('person.add', { name: '陆某某', roles: ['head'] })).id as UserId;
  await office.ask('person.actAs', { id: second });
  await office.ask('law.confirm', { id });
}

it('moves days and places in lists, and leaves the texts of files alone', async () => {
  const { office, change } = await asked(1);
  const { store } = office.open;
  unwrap(
    transaction(store, (tx) => {
      tx.run("UPDATE search_text SET long = 'as it was'");
      return ok(undefined);
    }),
  );
  await confirmed(office, change);
  const [file] = (await office.ask('dossier.list', {})).rows;
  expect(file).toMatchObject({ next: { ruleId: rule, due: '2026-03-19' } });
  expect(store.db.all('SELECT long FROM search_text')).toEqual([{ long: 'as it was' }]);
});

it('computes everything with the first part of its record and looks no further with the others', async () => {
  const { office } = await asked(1);
  const { open } = office;
  const me = (await office.ask('office.get', {})).me.id;
  const writing = { open, me, random: trueRandom, moment: { at: Date.parse(`${now}:00+08:00`), today } };
  const recordOf = (part: number) => ({
    ...{ kind: 'deadline.recomputed', on: today },
    facts: { calendar: '', packs: '', part, parts: 2, total: 0, change: 'c', moved: [] },
  });
  const left = transaction(open.store, (tx) => {
    tx.run("UPDATE deadline SET due = '2020-01-01', pack_version = 'CN@2019.1'");
    const old = () => tx.get<{ n: number }>("SELECT count(*) AS n FROM deadline WHERE due = '2020-01-01'")?.n ?? 0;
    append(tx, writing, [recordOf(2)]);
    const afterSecond = old();
    append(tx, writing, [recordOf(1)]);
    return err([afterSecond, old()]);
  });
  expect(left).toMatchObject({ ok: false, error: [2, 0] });
});

it('looks at files without a limit that a rule may give one to, and not at clocks that were withdrawn', async () => {
  const { office, dossiers } = await asked(1);
  const [dossier = '' as DossierId] = dossiers;
  const { store } = office.open;
  expect(dossiersWithoutLimit(store.db)).toEqual([]);
  const { base, events } = await office.ask('deadline.explain', { id: `${dossier}:${rule}` });
  const event = events[0]?.id ?? '';
  await office.ask('clock.withdraw', { dossier, ruleId: rule, of: '', event, base, reason: '记错了', instead: null });
  expect(store.db.all('SELECT 1 FROM deadline WHERE rule_id = ?', rule)).toEqual([]);
  expect(dossiersWithoutLimit(store.db)).toEqual([]);
  expect(transaction(store, (tx) => err(recomputeStale(tx, office.open.office, true)))).toMatchObject({ error: [] });
});

it('lists every moved day once over several parts of its record, the same in a rebuild', {
  timeout: 120_000,
}, async () => {
  const { office, dossiers, change } = await asked(201);
  await confirmed(office, change);
  const { total } = await office.ask('law.moved', { id: change });
  expect(total).toBe(201);
  const pages = await Promise.all(
    [0, 200].map((offset) => office.ask('law.moved', { id: change, offset, limit: 200 })),
  );
  const subjects = pages.flatMap(({ rows }) => rows.map(({ subject }) => subject));
  expect(subjects.toSorted()).toEqual([...dossiers].toSorted());
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
});
