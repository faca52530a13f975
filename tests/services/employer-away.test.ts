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
import { type TestOffice, testOffice } from '#tests/support/office.ts';

describe('a party that was split off and leaves for a while', () => {
  async function splitOff() {
    const { office, files, a } = await office4();
    const [dossier] = files;
    if (dossier === undefined) throw new Error('no file');
    const party = await unitOn(office, dossier);
    const { id } = await office.ask('employer.split', { employer: a, dossier, party, reason: '同名不同单位' });
    return { office, dossier, party, a, own: id };
  }

  const filesOf = async (office: TestOffice, employer: string) =>
    (await office.ask('employer.files', { employer, limit: 200 })).rows.map(({ row }) => row.id);

  it('counts where it was put when it is on the file again', async () => {
    const { office, dossier, party, a, own } = await splitOff();
    const before = await grouped(office);
    await office.ask('party.remove', { dossier, party });
    expect(await filesOf(office, own)).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    await undoLast(office, dossier);
    expect(await filesOf(office, own)).toEqual([dossier]);
    expect(await filesOf(office, a)).not.toContain(dossier);
    expect(await grouped(office)).toEqual(before);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await filesOf(office, own)).toEqual([dossier]);
    await office.ask('employer.rejoin', { dossier, party });
    await office.ask('party.remove', { dossier, party });
    await undoLast(office, dossier);
    expect(await filesOf(office, a)).toContain(dossier);
  });

  it('counts where it was put when it was called a person by mistake', async () => {
    const { office, dossier, party, own } = await splitOff();
    const { revision: base } = await office.ask('dossier.get', { dossier });
    await office.ask('party.amend', { dossier, party, base, type: 'person' });
    expect(await filesOf(office, own)).toEqual([]);
    await undoLast(office, dossier);
    expect(await filesOf(office, own)).toEqual([dossier]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});

describe('a merged employer whose last party leaves for a while', () => {
  async function merged2() {
    const office = await testOffice();
    const files: readonly DossierId[] = [await fileAgainst(office, 0), await fileAgainst(office, 1)];
    const [a, b] = [await idOf(office, names[0]), await idOf(office, names[1])];
    expect((await merge(office, a, b)).ok).toBe(true);
    return { office, files, a, b };
  }

  type Merged = Awaited<ReturnType<typeof merged2>>;

  /** Whether it is one employer, called and made up as it was merged, now and after everything is computed anew. */
  async function isWhole({ office, a, b }: Merged, files: readonly DossierId[]) {
    for (const _ of ['now', 'rebuilt']) {
      expect(await grouped(office)).toEqual({ [names[0]]: [...files].toSorted() });
      const view = await office.ask('employer.get', { employer: b });
      expect(view).toMatchObject({ id: a, name: names[0], merged: [{ id: b, name: names[1] }] });
      expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    }
  }

  for (const [at, which] of ['what it was merged into', 'what was merged'].entries()) {
    const left = async () => {
      const made = await merged2();
      const dossier = made.files[at];
      if (dossier === undefined) throw new Error('no file');
      return { made, dossier, party: await unitOn(made.office, dossier) };
    };

    it(`is whole again when the party of ${which} is on its file again`, async () => {
      const { made, dossier, party } = await left();
      await made.office.ask('party.remove', { dossier, party });
      const [other] = made.files.filter((id) => id !== dossier);
      expect(Object.values(await grouped(made.office))).toEqual([[other]]);
      expect(await made.office.ask('store.rebuild', {})).toMatchObject({ same: true });
      await undoLast(made.office, dossier);
      await isWhole(made, made.files);
    });

    it(`is whole again when the party of ${which} was called a person, or given another code, by mistake`, async () => {
      const { made, dossier, party } = await left();
      const others = employer(names[3], 3);
      await fileAgainst(made.office, 3);
      for (const wrong of [{ type: 'person' as const }, { name: others.name, uscc: others.uscc ?? '' }]) {
        const { revision: base } = await made.office.ask('dossier.get', { dossier });
        await made.office.ask('party.amend', { dossier, party, base, ...wrong });
        await undoLast(made.office, dossier);
      }
      const { [names[3]]: beside, ...rest } = await grouped(made.office);
      expect(beside).toHaveLength(1);
      expect(rest).toEqual({ [names[0]]: [...made.files].toSorted() });
      expect(await made.office.ask('store.rebuild', {})).toMatchObject({ same: true });
    });

    it(`is whole again when ${which} comes with a new file`, async () => {
      const { made, dossier, party } = await left();
      await made.office.ask('party.remove', { dossier, party });
      const later = await fileAgainst(made.office, at);
      const rest = made.files.filter((id) => id !== dossier);
      await isWhole(made, [...rest, later]);
      const { merge: act = '' } = (await made.office.ask('employer.get', { employer: made.a })).merged[0] ?? {};
      await made.office.ask('employer.part', { employer: made.b, merge: act });
      expect((await grouped(made.office))[names[at] ?? '']).toEqual([later]);
    });
  }

  it('is named while its party is away, and is not found by another code under the same name', async () => {
    const { office, files, a, b } = await merged2();
    const [, dossier] = files;
    if (dossier === undefined) throw new Error('no file');
    await office.ask('party.remove', { dossier, party: await unitOn(office, dossier) });
    expect(await office.ask('employer.get', { employer: a })).toMatchObject({
      merged: [{ id: b, name: names[1], code: employer(names[1], 1).uscc, files: 0 }],
    });
    await receiveOne(office, { parties: [worker('费某某', 8), employer(names[1], 9)] });
    expect(Object.keys(await grouped(office))).toHaveLength(2);
    const uncoded = { ...employer(names[1]), uscc: '' };
    const later = await receiveOne(office, { parties: [worker('费某某', 8), uncoded] });
    expect((await office.ask('employer.files', { employer: b })).rows.map(({ row }) => row.id)).toContain(later);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
