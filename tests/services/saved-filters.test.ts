import { describe, expect, it } from 'vitest';
import { transaction } from '#electron/store/transaction.ts';
import type { UserId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { dossierFilter } from '#shared/contract/dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const filter = (text: string) => dossierFilter.parse({ text, status: 'all' });
const names = async (office: TestOffice) => (await office.ask('filter.list', {})).map(({ name }) => name);

async function colleague(office: TestOffice): Promise<UserId> {
  return (await office.ask('person.add', { name: '陆某某', roles: ['clerk'] })).id as UserId;
}

describe('saved filters', () => {
  it('are kept by name for one person, told by their sound, and survive a rebuild; they are no facts', async () => {
    const office = await testOffice();
    const me = (await office.ask('office.get', {})).me.id;
    const other = await colleague(office);
    const facts = office.open.store.db.get("SELECT count(*) AS n FROM entry WHERE kind NOT LIKE 'audit%'");
    await office.ask('filter.save', { name: '工资案件', filter: filter('工资') });
    office.setNow('2026-03-17T09:31');
    await office.ask('filter.save', { name: '全部', filter: filter('') });
    expect(await office.ask('filter.list', {})).toMatchObject([
      { name: '工资案件', words: 'gzaj', filter: { text: '工资', status: 'all', sort: 'due' } },
      { name: '全部' },
    ]);
    await office.ask('person.actAs', { id: other });
    expect(await names(office)).toEqual([]);
    // The same name, for somebody else, is another filter.
    await office.ask('filter.save', { name: '全部', filter: filter('') });
    await office.ask('person.actAs', { id: me as UserId });
    expect(await names(office)).toEqual(['工资案件', '全部']);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await names(office)).toEqual(['工资案件', '全部']);
    const after = office.open.store.db.get("SELECT count(*) AS n FROM entry WHERE kind NOT LIKE 'audit%'");
    expect(after).toEqual(facts);
  });

  it('are renamed, removed and brought back at their place', async () => {
    const office = await testOffice();
    const { id } = await office.ask('filter.save', { name: '甲', filter: filter('甲') });
    office.setNow('2026-03-17T09:31');
    await office.ask('filter.save', { name: '乙', filter: filter('乙') });
    // What is answered is what has to be said when the name is taken back.
    expect(await office.ask('filter.rename', { id, name: ' 丙\u200b ', was: '甲' })).toMatchObject({ name: '丙' });
    expect(await names(office)).toEqual(['丙', '乙']);
    await office.ask('filter.rename', { id, name: '甲', was: '丙' });
    await office.ask('filter.remove', { id });
    await office.ask('filter.remove', { id });
    expect(await names(office)).toEqual(['乙']);
    await office.ask('filter.save', { id, name: '甲', filter: filter('甲') });
    expect(await names(office)).toEqual(['甲', '乙']);
    expect((await office.ask('filter.list', {}))[0]).toMatchObject({ id, filter: { text: '甲' } });
  });

  it('are refused without a name, by a name that is taken, beyond forty, over another window, and to a colleague', async () => {
    const office = await testOffice();
    const { id } = await office.ask('filter.save', { name: '甲', filter: filter('') });
    const refusal = async (name: string, input: object) => (await office.refusal(name as never, input as never)).code;
    expect(await refusal('filter.save', { name: ' \u200b ', filter: filter('') })).toBe('filter.no-name');
    expect(await refusal('filter.save', { name: '甲 ', filter: filter('') })).toBe('filter.name-taken');
    expect(await refusal('filter.save', { id, name: '乙', filter: filter('') })).toBe('filter.kept-already');
    await office.ask('filter.save', { name: '乙', filter: filter('') });
    expect(await refusal('filter.rename', { id, name: '乙', was: '甲' })).toBe('filter.name-taken');
    expect(await office.refusal('filter.rename', { id, name: '丙', was: '旧' })).toMatchObject({ kind: 'conflict' });
    await office.ask('person.actAs', { id: await colleague(office) });
    expect(await refusal('filter.rename', { id, name: '丙', was: '甲' })).toBe('not-found.filter');
    // Nobody takes another's away, nor an id another has.
    await office.ask('filter.remove', { id });
    expect(await refusal('filter.save', { id, name: '丁', filter: filter('') })).toBe('filter.kept-already');
    for (let n = 0; n < 40; n += 1) await office.ask('filter.save', { name: `第 ${n}`, filter: filter('') });
    expect(await refusal('filter.save', { name: '多', filter: filter('') })).toBe('filter.too-many');
  });

  it('leave out what another version kept and this one cannot read', async () => {
    const office = await testOffice();
    const { id } = await office.ask('filter.save', { name: '甲', filter: filter('') });
    transaction(office.open.store, (tx) => {
      tx.run('UPDATE saved_filter SET filter = ? WHERE id = ?', '{"colour":"red"}', id);
      return ok(undefined);
    });
    expect(await names(office)).toEqual([]);
  });
});
