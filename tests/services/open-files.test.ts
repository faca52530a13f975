import { describe, expect, it } from 'vitest';
import type { DossierId, UserId } from '#shared/base/ids.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const window = 'w-1';
const strip = async (office: TestOffice, of = window) =>
  (await office.ask('openFile.list', { window: of })).files.map(({ id }) => id);

async function received(office: TestOffice, count: number): Promise<readonly DossierId[]> {
  const ids: DossierId[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await receiveOne(office));
  return ids;
}

describe('open files', () => {
  it('stand in the order they were opened, close, and come back to their place, in each window its own', async () => {
    const office = await testOffice();
    const [a, b, c] = await received(office, 3);
    if (a === undefined || b === undefined || c === undefined) throw new Error('three files');
    for (const dossier of [a, b, c, a]) await office.ask('openFile.show', { window, dossier });
    expect(await strip(office)).toEqual([a, b, c]);
    expect(await strip(office, 'w-2')).toEqual([]);
    await office.ask('openFile.close', { window, dossier: b });
    await office.ask('openFile.close', { window, dossier: b });
    expect(await office.ask('openFile.list', { window })).toMatchObject({ files: [{ id: a }, { id: c }], closed: 1 });
    expect(await office.ask('openFile.reopen', { window })).toMatchObject({ id: b });
    expect(await strip(office)).toEqual([a, b, c]);
    expect(await office.refusal('openFile.reopen', { window })).toMatchObject({ code: 'open-file.none-closed' });
    for (const dossier of [b, c]) await office.ask('openFile.close', { window, dossier });
    expect(await office.ask('openFile.reopen', { window })).toMatchObject({ id: c });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await strip(office)).toEqual([a, c]);
  });

  it('name a file as lists do, by its newest number, and are each person’s own', async () => {
    const office = await testOffice();
    const [dossier] = await received(office, 1);
    if (dossier === undefined) throw new Error('one file');
    await office.ask('openFile.show', { window, dossier });
    const [row] = (await office.ask('dossier.list', {})).rows;
    const { files } = await office.ask('openFile.list', { window });
    expect(files).toEqual([{ id: dossier, side: 'arb', status: 'received', number: row?.windowNo, title: row?.title }]);
    const { id } = await office.ask('person.add', { name: '陆某某', roles: ['clerk'] });
    await office.ask('person.actAs', { id: id as UserId });
    expect(await strip(office)).toEqual([]);
  });

  it('are twelve at most: the one seen longest ago is closed and can be opened again', async () => {
    const office = await testOffice();
    const ids = await received(office, 13);
    for (const dossier of ids.slice(0, 12)) await office.ask('openFile.show', { window, dossier });
    const [first, second, , , , , , , , , , , last] = ids;
    if (first === undefined || second === undefined || last === undefined) throw new Error('thirteen files');
    await office.ask('openFile.show', { window, dossier: first });
    await office.ask('openFile.show', { window, dossier: last });
    expect(await strip(office)).toEqual(ids.filter((id) => id !== second));
    expect(await office.ask('openFile.reopen', { window })).toMatchObject({ id: second });
  });

  it('forget the windows used longest ago, and refuse a file that is not here', async () => {
    const office = await testOffice();
    const [dossier] = await received(office, 1);
    if (dossier === undefined) throw new Error('one file');
    for (let n = 0; n < 13; n += 1) await office.ask('openFile.show', { window: `w-${n}`, dossier });
    expect([await strip(office, 'w-0'), await strip(office, 'w-1')]).toEqual([[], [dossier]]);
    const gone = '00000000-0000-4000-8000-000000000000' as DossierId;
    expect(await office.refusal('openFile.show', { window, dossier: gone })).toMatchObject({ kind: 'not-found' });
    expect(await office.refusal('openFile.show', { window: '../x', dossier })).toMatchObject({ kind: 'bad-input' });
  });
});
