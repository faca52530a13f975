import { describe, expect, it } from 'vitest';
import { projectionDigests } from '#electron/store/rebuild.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, madeUpId, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

type Block = CallOutput<'party.readBlock'>;

const read = (office: TestOffice, dossier: DossierId, text: string): Promise<Block> =>
  office.ask('party.readBlock', { dossier, text, role: 'applicant', type: 'person' });

const names = async (office: TestOffice, dossier: DossierId): Promise<readonly string[]> =>
  (await office.ask('dossier.get', { dossier })).parties.map(({ name }) => name);

const signs = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';

/** Made-up workers, each with a name of their own. */
const workers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...worker(`周${signs[at % 20]}${signs[Math.floor(at / 20) % 20]}${signs[Math.floor(at / 400)]}`),
    ...{
      idNo: madeUpId('310118', `198${at % 10}0312`, Math.floor(at / 10)),
      phone: `138${String(at).padStart(8, '0')}`,
    },
  }));

describe('a block of parties', () => {
  it('is read with its doubts and against the file, and nothing is stored', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const before = projectionDigests(office.open.store.db);
    const there = madeUpId('310118', '19850312', 1);
    const block = await read(office, dossier, `姓名\t身份证号\n周某某\t${there}\n吴某\t310118850312002\n\t1`);
    expect(block.columns).toEqual(['name', 'idNo']);
    expect(block.rows.map(({ line, twice }) => [line, twice])).toEqual([
      [2, true],
      [3, false],
      [4, false],
    ]);
    expect(block.rows.map(({ warnings }) => warnings.map(({ code }) => code)).slice(0, 2)).toEqual([
      ['party.on-file'],
      ['id.old-form'],
    ]);
    expect(block.rows[2]?.fault?.code).toBe('party.name-empty');
    expect(projectionDigests(office.open.store.db)).toEqual(before);
    const other = { dossier, text: 'x', role: 'worker', type: 'person' } as const;
    expect(await office.refusal('party.readBlock', other)).toMatchObject({ code: 'party.role-of-other-side' });
  });

  it('joins in one act that stands in the history without a name, and leaves in one act again', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const before = await names(office, dossier);
    const added = await office.ask('party.addMany', { dossier, parties: workers(30) });
    expect(added.added).toBe(30);
    expect(await names(office, dossier)).toEqual([...before, ...workers(30).map(({ name }) => name)]);
    const [act] = (await office.ask('dossier.history', { dossier })).rows;
    expect(act?.kind).toBe('parties.added');
    expect(JSON.stringify(act)).not.toContain('周');
    const typed = { ...workers(30)[17], idKind: 'resident' as const, uscc: '' };
    const { type, name, idKind, idNo = '', uscc, phone = '' } = { ...worker('x'), ...typed };
    const match = { parties: [{ type, name, idKind, idNo, uscc, phone }] };
    const found = await office.ask('intake.match', match);
    expect(found.files.map((file) => file.dossier)).toEqual([dossier]);
    const last = await office.ask('dossier.lastAct', { dossier });
    await office.ask('dossier.undo', { dossier, entry: last?.entry as never });
    expect(await names(office, dossier)).toEqual(before);
    expect((await office.ask('intake.match', match)).files).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('lets one of it be changed and that change be taken back', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    await office.ask('party.addMany', { dossier, parties: workers(3) });
    const view = await office.ask('dossier.get', { dossier });
    const party = view.parties.at(-1)?.id ?? '';
    await office.ask('party.amend', { dossier, base: view.revision, party, name: '改名' });
    const last = await office.ask('dossier.lastAct', { dossier });
    await office.ask('dossier.undo', { dossier, entry: last?.entry as never });
    expect((await names(office, dossier)).at(-1)).toBe(workers(3)[2]?.name);
  });

  it('is refused whole when one of it cannot be stored, and by a closed file', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const [first, second] = workers(2);
    if (!first || !second) throw new Error('two');
    const parties = [first, { ...second, name: '\u200b' }];
    expect(await office.refusal('party.addMany', { dossier, parties })).toMatchObject({ field: 'parties.1.name' });
    expect(await names(office, dossier)).toHaveLength(2);
    const closed = { ...approval, dossier, on: '2026-03-17' as never, type: 'arb.rejected', note: '' };
    await office.ask('dossier.close', closed);
    expect(await office.refusal('party.addMany', { dossier, parties: [first] })).toMatchObject({
      code: 'dossier.already-closed',
    });
  });
});

describe('a file of 2 000 parties', () => {
  it('has a short line, is found by any of them, and is opened and changed without waiting', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office, { parties: [...workers(1999), employer('某某物流(上海)有限公司')] });
    const all = workers(1999);
    const view = await office.ask('dossier.get', { dossier });
    expect(view.row.title).toBe('周甲甲甲等1999人 — 某某物流(上海)有限公司');
    expect(view.parties).toHaveLength(2000);
    for (const one of [all[0], all[999], all[1998]]) {
      const hits = await office.ask('dossier.list', { filter: { text: one?.name ?? '' } });
      expect(hits.rows.map(({ id }) => id)).toEqual([dossier]);
    }
    const times: number[] = [];
    const timed = async (act: () => Promise<unknown>): Promise<void> => {
      const begun = performance.now();
      await act();
      times.push(performance.now() - begun);
    };
    const base = { dossier, base: view.revision };
    for (const turn of [1, 2, 3]) {
      await timed(() => office.ask('dossier.get', { dossier }));
      await timed(() => office.ask('party.add', { dossier, ...worker(`吴${signs[turn]}`) }));
      await timed(() =>
        office.ask('party.amend', { ...base, party: view.parties[1500 + turn]?.id ?? '', address: '某路' }),
      );
    }
    // The machine may be busy with something else: the quickest of each three counts, and a wide margin.
    for (const what of [0, 1, 2]) expect(Math.min(...times.filter((_, at) => at % 3 === what))).toBeLessThan(250);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
