import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import {
  fileAgainst,
  grouped,
  idOf,
  merge,
  names,
  office4,
  undoLast,
  unitOn,
} from '#tests/support/merged-employers.ts';
import type { TestOffice } from '#tests/support/office.ts';

describe('merging employers', () => {
  it('shows before what becomes one and what speaks against it, and makes it one with its reason', async () => {
    const { office, a, b } = await office4();
    await receiveOne(office, { parties: [worker('费某某', 8), employer(names[0], 0), employer(names[1], 1)] });
    const preview = await office.ask('employer.previewMerge', { into: a, from: b });
    expect(preview).toMatchObject({
      ...{ name: names[0], files: 5, names: [names[0], names[1]], filesOfBoth: 1 },
      doubts: ['two-codes', 'same-file', 'two-names'],
    });
    const { seen } = preview;
    await office.ask('employer.merge', { into: a, from: b, seen, reason: '同一单位更名' });
    expect((await grouped(office))[names[0]]).toHaveLength(5);
    expect((await grouped(office))[names[1]]).toBeUndefined();
    const view = await office.ask('employer.get', { employer: b });
    expect(view).toMatchObject({ id: a, files: 5, merged: [{ id: b, name: names[1], into: names[0] }] });
    expect(view.acts).toMatchObject([{ kind: 'merged', by: '沈书记员', reason: '同一单位更名' }]);
    expect(await idOf(office, names[1])).toBe(a);
    const { rows } = await office.ask('employer.list', { filter: { text: names[1] } });
    expect(rows).toMatchObject([{ files: 5, merged: 1 }]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is refused over one and the same, over what is not here, and when another window was first', async () => {
    const { office, a, b, c } = await office4();
    const nobody = '01890000-0000-7000-8000-000000000000';
    const { seen } = await office.ask('employer.previewMerge', { into: a, from: b });
    expect(await office.refusal('employer.merge', { into: a, from: a, seen })).toMatchObject({ kind: 'refused' });
    expect(await office.refusal('employer.merge', { into: a, from: nobody, seen })).toMatchObject({
      kind: 'not-found',
    });
    expect((await merge(office, b, c)).ok).toBe(true);
    expect(await office.refusal('employer.merge', { into: a, from: b, seen })).toMatchObject({ kind: 'conflict' });
    expect(await office.refusal('employer.merge', { into: a, from: c, seen })).toMatchObject({ kind: 'conflict' });
    const merged = (await office.ask('employer.get', { employer: b })).merged[0]?.merge ?? '';
    await office.ask('employer.part', { employer: c, merge: merged });
    expect(await office.refusal('employer.part', { employer: c, merge: merged })).toMatchObject({ kind: 'conflict' });
  });

  it('puts no name, code or reason into a header', async () => {
    const { office, a, b } = await office4();
    await merge(office, a, b, '同一单位更名');
    const headers = office.open.store.db
      .all<{ header: string }>('SELECT header FROM entry')
      .map(({ header }) => header);
    const all = headers.join('\n');
    expect(all).toContain('employer.merged');
    for (const text of ['物流', '更名', employer(names[0], 0).uscc ?? '']) expect(all).not.toContain(text);
  });
});

describe('splitting a party off', () => {
  it('makes it an employer of its own until it is taken back, whatever came between', async () => {
    const { office, files, a } = await office4();
    const [dossier] = files;
    if (dossier === undefined) throw new Error('no file');
    const before = await grouped(office);
    const party = await unitOn(office, dossier);
    await office.ask('employer.split', { employer: a, dossier, party, reason: '同名不同单位' });
    const { rows } = await office.ask('employer.list', { filter: { text: names[0] } });
    expect(rows.map(({ files: n }) => n)).toEqual([1, 1]);
    const own = rows.find(({ id }) => id !== a)?.id ?? '';
    expect(await office.ask('employer.files', { employer: own })).toMatchObject({
      rows: [{ row: { id: dossier }, parties: [{ id: party, split: true }] }],
    });
    expect(await office.refusal('employer.split', { employer: a, dossier, party })).toMatchObject({ kind: 'conflict' });
    expect(await office.refusal('employer.split', { employer: own, dossier, party })).toMatchObject({
      code: 'employer.split-only',
    });
    const later = await fileAgainst(office, 0);
    expect((await office.ask('employer.files', { employer: a })).rows.map(({ row }) => row.id)).toContain(later);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    await office.ask('employer.rejoin', { dossier, party });
    expect((await grouped(office))[names[0]]).toEqual([...(before[names[0]] ?? []), later].toSorted());
    expect(await office.refusal('employer.rejoin', { dossier, party })).toMatchObject({ kind: 'conflict' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});

describe('merges and partings in any order', () => {
  const step = fc.record({
    act: fc.constantFrom('merge', 'merge', 'part', 'split', 'rejoin', 'file', 'leave', 'return' as const),
    one: fc.nat(9),
    other: fc.nat(9),
  });

  /** Some of the six files, in the order their parties leave and in the one they come back. */
  const away = fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }).chain((some) => {
    const order = fc.shuffledSubarray(some, { minLength: some.length });
    return fc.record({ leaving: order, returning: order });
  });

  async function take(
    office: TestOffice,
    files: readonly DossierId[],
    said: { act: string; one: number; other: number },
  ) {
    const { rows } = await office.ask('employer.list', { limit: 200, filter: { sort: 'name' } });
    const [one, other] = [rows[said.one % rows.length], rows[said.other % rows.length]];
    const dossier = files[said.one % files.length];
    if (one === undefined || other === undefined || dossier === undefined) return;
    if (said.act === 'merge' && one.id !== other.id) await merge(office, one.id, other.id);
    if (said.act === 'file') await fileAgainst(office, said.other % names.length);
    if (said.act === 'part') {
      const { merged } = await office.ask('employer.get', { employer: one.id });
      const found = merged[said.other % Math.max(1, merged.length)];
      if (found) await office.ask('employer.part', { employer: found.id, merge: found.merge });
    }
    const party = await unitOn(office, dossier);
    if (said.act === 'split') await office.call('employer.split', { employer: one.id, dossier, party });
    if (said.act === 'rejoin') await office.call('employer.rejoin', { dossier, party });
    if (said.act === 'leave' && party !== '') await office.ask('party.remove', { dossier, party });
    if (said.act === 'return' && party === '') await undoLast(office, dossier);
  }

  /** Every employer with its name, its files and what was merged into it, whatever the order. */
  async function shape(office: TestOffice) {
    const { rows } = await office.ask('employer.list', { limit: 200 });
    const all = rows.map(async ({ id, name }) => {
      const { rows: files } = await office.ask('employer.files', { employer: id, limit: 200 });
      const { merged } = await office.ask('employer.get', { employer: id });
      return JSON.stringify([name, files.map(({ row }) => row.id).toSorted(), merged]);
    });
    return (await Promise.all(all)).toSorted();
  }

  /** An office after these steps, with every party back on its file. */
  async function after(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) {
    const { office, files } = await office4();
    for (const said of steps) await take(office, files, said);
    for (const dossier of files) if ((await unitOn(office, dossier)) === '') await undoLast(office, dossier);
    return { office, files };
  }

  it('apply as before to parties that left and came back, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), away, async (steps, { leaving, returning }) => {
        const { office, files } = await after(steps);
        const whole = await shape(office);
        for (const dossier of leaving.flatMap((at) => files[at] ?? [])) {
          await office.ask('party.remove', { dossier, party: await unitOn(office, dossier) });
        }
        expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
        for (const dossier of returning.flatMap((at) => files[at] ?? [])) await undoLast(office, dossier);
        expect(await shape(office)).toEqual(whole);
        expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
      }),
      { numRuns: 12 },
    );
  });

  it('keep every file with exactly one employer, and leave nothing behind when all is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { office, files } = await after(steps);
        const now = await grouped(office);
        const { total } = await office.ask('dossier.list', { filter: { status: 'all' } });
        const flat = Object.values(now).flat();
        const shown = (await office.ask('employer.list', { limit: 200 })).rows.reduce((sum, row) => sum + row.files, 0);
        expect(shown).toBe(total);
        // Employers of one name lie under one key here, so that only their number may be smaller.
        expect(new Set(flat).size).toBe(flat.length);
        for (const row of (await office.ask('employer.list', { limit: 200 })).rows) {
          const { merged } = await office.ask('employer.get', { employer: row.id });
          for (const { id, merge: act } of merged) await office.ask('employer.part', { employer: id, merge: act });
        }
        for (const dossier of files) {
          await office.call('employer.rejoin', { dossier, party: await unitOn(office, dossier) });
        }
        const back = await grouped(office);
        expect(Object.keys(back)).toHaveLength(names.length);
        expect(Object.values(back).flat()).toHaveLength(total);
        const { rows } = await office.ask('dossier.list', { filter: { status: 'all' }, limit: 200 });
        for (const { id, title } of rows) {
          const name = names.find((known) => title.includes(known)) ?? '';
          expect(back[name]).toContain(id);
        }
        expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
      }),
      { numRuns: 12 },
    );
  });
});
