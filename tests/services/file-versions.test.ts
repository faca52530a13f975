import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function withThree(office: TestOffice) {
  const dossier = await receiveOne(office);
  const put = async (name: string, text: string, more: { replaces?: string; volume?: 'main' | 'sub' } = {}) => {
    const { manifest } = await takeIn(office, name, bytesOf(text));
    return office.ask('dossier.attach', { dossier, manifest, name, ...more });
  };
  const ids = [];
  for (const name of ['甲.txt', '乙.txt', '丙.txt']) ids.push((await put(name, `made up ${name}`)).id);
  const files = async () => (await office.ask('dossier.get', { dossier })).files;
  return { dossier, put, ids, files };
}

describe('versions of a document', () => {
  it('keep the older one reachable, with its own hash, in the place of the first', async () => {
    const office = await testOffice();
    const { dossier, put, ids, files } = await withThree(office);
    const [first = ''] = ids;
    const second = await put('甲（改）.txt', 'made up 2', { replaces: first, volume: 'sub' });
    const [newest] = await files();
    expect(newest).toMatchObject({ id: second.id, name: '甲（改）.txt', version: 2, volume: 'main' });
    expect(newest?.older).toMatchObject([{ id: first, name: '甲.txt', version: 1 }]);
    expect(newest?.sha256).not.toBe(newest?.older[0]?.sha256);
    const { bytes } = await office.ask('file.read', {
      manifest: newest?.older[0]?.manifest as never,
      offset: 0,
      length: 99,
    });
    expect(new TextDecoder().decode(bytes)).toBe('made up 甲.txt');
    const again = { dossier, manifest: newest?.manifest as never, name: 'x', replaces: second.id };
    expect(await office.refusal('dossier.attach', again)).toMatchObject({ code: 'file.already-on-dossier' });
    const outdated = await takeIn(office, 'y', bytesOf('y'));
    expect(
      await office.refusal('dossier.attach', { dossier, manifest: outdated.manifest, name: 'y', replaces: first }),
    ).toMatchObject({ code: 'not-found.file' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    await office.ask('dossier.detach', { dossier, file: second.id });
    expect((await files()).map(({ name }) => name)).toEqual(['乙.txt', '丙.txt']);
  });

  it('tell on which other dossiers the same bytes lie', async () => {
    const office = await testOffice();
    await withThree(office);
    const other = await receiveOne(office);
    const { manifest } = await takeIn(office, '副本.txt', bytesOf('made up 甲.txt'));
    const { alsoOn } = await office.ask('dossier.attach', { dossier: other, manifest, name: '副本.txt' });
    expect(alsoOn).toHaveLength(1);
  });
});

describe('documents in a volume', () => {
  it('are put in order by hand, renamed and moved, each an act of its own, also on a closed dossier', async () => {
    const office = await testOffice();
    const { dossier, ids, files } = await withThree(office);
    const [a = '', b = '', c = ''] = ids;
    await office.ask('dossier.close', { ...approval, dossier, on: localDate('2026-03-17'), type: 'arb.rejected' });
    await office.ask('file.order', { dossier, volume: 'main', files: [c, a, b] });
    expect((await files()).map(({ id }) => id)).toEqual([c, a, b]);
    await office.ask('file.amend', { dossier, file: a, name: '证据一.txt', note: '第1至3页' });
    await office.ask('file.amend', { dossier, file: c, volume: 'sub' });
    expect((await files()).map(({ name, note, volume }) => [name, note, volume])).toEqual([
      ['证据一.txt', '第1至3页', 'main'],
      ['乙.txt', '', 'main'],
      ['丙.txt', '', 'sub'],
    ]);
    const { rows, total } = await office.ask('dossier.history', { dossier });
    expect(rows.slice(0, 3).map(({ kind }) => kind)).toEqual(['file.amended', 'file.amended', 'file.ordered']);
    await office.ask('file.amend', { dossier, file: a, name: '证据一.txt' });
    expect((await office.ask('dossier.history', { dossier })).total).toBe(total);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('are not put in an order that another window has overtaken, and bear a name', async () => {
    const office = await testOffice();
    const { dossier, ids } = await withThree(office);
    const [a = '', b = ''] = ids;
    for (const files of [
      [a, b],
      [a, b, b],
      [a, b, crypto.randomUUID()],
    ]) {
      expect(await office.refusal('file.order', { dossier, volume: 'main', files })).toMatchObject({
        code: 'file.order-outdated',
      });
    }
    expect(await office.refusal('file.amend', { dossier, file: a, name: '\u200b' })).toMatchObject({
      code: 'file.name-empty',
    });
    expect(await office.refusal('file.amend', { dossier, file: crypto.randomUUID(), note: 'x' })).toMatchObject({
      code: 'not-found.file',
    });
  });
});
