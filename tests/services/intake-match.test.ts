import { describe, expect, it } from 'vitest';
import type { CallInput } from '#shared/contract/contract.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

type Typed = CallInput<'intake.match'>['parties'][number];

const nobody: Typed = { type: 'person', name: '', idKind: 'resident', idNo: '', uscc: '', phone: '' };
const unit = (said: Partial<Typed>): Typed => ({ ...nobody, type: 'unit', ...said });
const ji = worker('纪某某', 7);
const firm = employer('某某物流(上海)有限公司', 3);

async function filed() {
  const office = await testOffice({ now: '2026-03-17T10:00' });
  const both = await receiveOne(office, { parties: [ji, firm], claims: [{ code: 'wage' }, { code: 'severance' }] });
  const other = await receiveOne(office, { parties: [worker('费某某', 8), firm] });
  return { office, both, other };
}

async function found(office: TestOffice, parties: readonly Typed[], claims: readonly string[] = []) {
  const { files } = await office.ask('intake.match', { parties: [...parties], claims: [...claims] });
  return files.map(({ dossier, matched, claims: same }) => ({ dossier, by: matched.map(({ by }) => by), same }));
}

describe('intake', () => {
  it('recognises the same worker, employer and claim, the file with most of them first', async () => {
    const { office, both, other } = await filed();
    const typed = [
      { ...nobody, name: '另一个名字', idNo: ` ${ji.idNo ?? ''} ` },
      unit({ name: '某某物流（上海）有限公司' }),
    ];
    expect(await found(office, typed, ['severance', 'heat'])).toEqual([
      { dossier: both, by: ['id', 'unit-name'], same: ['severance'] },
      { dossier: other, by: ['unit-name'], same: [] },
    ]);
    const { counts } = await office.ask('intake.match', { parties: typed });
    expect(counts).toEqual([1, 2]);
  });

  it('recognises by credit code, and by a name only with its telephone', async () => {
    const { office, both } = await filed();
    expect(await found(office, [unit({ uscc: firm.uscc ?? '' })])).toHaveLength(2);
    expect(await found(office, [{ ...nobody, name: '纪某某' }])).toEqual([]);
    expect(await found(office, [{ ...nobody, name: '纪 某某', phone: '+86 138-0000-0021' }])).toMatchObject([
      { dossier: both, by: ['name-phone'] },
    ]);
    expect(await found(office, [nobody, unit({})])).toEqual([]);
  });

  it('never tells on which file somebody reports or acts for others', async () => {
    const { office, both } = await filed();
    const asked = [{ ...nobody, idNo: ji.idNo ?? '' }];
    const reporter = { ...ji, role: 'reporter' as const };
    const agent = { ...ji, role: 'agent' as const };
    await receiveOne(office, { side: 'lsi', parties: [reporter, agent, { ...firm, role: 'employer' }] });
    expect((await found(office, asked)).map(({ dossier }) => dossier)).toEqual([both]);
    const { parties, revision: base } = await office.ask('dossier.get', { dossier: both });
    await office.ask('party.amend', { dossier: both, party: parties[0]?.id ?? '', base, role: 'agent' });
    expect(await found(office, asked)).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('answers no number of a person and keeps none in its index', async () => {
    const { office } = await filed();
    const reply = await office.ask('intake.match', { parties: [{ ...nobody, idNo: ji.idNo ?? '' }] });
    expect(reply.files).toHaveLength(1);
    expect(JSON.stringify(reply)).not.toContain(ji.idNo);
    const rows = office.open.store.db.all<{ key: number }>('SELECT key FROM party_key');
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.every(({ key }) => key < 2 ** 48)).toBe(true);
  });

  it('follows parties that are added, changed and taken off, and comes out of a rebuild the same', async () => {
    const { office, both, other } = await filed();
    const { parties, revision: base } = await office.ask('dossier.get', { dossier: both });
    const asked = [{ ...nobody, idNo: ji.idNo ?? '' }];
    await office.ask('party.add', { dossier: other, ...ji, role: 'third' });
    expect((await found(office, asked)).map(({ dossier }) => dossier)).toEqual([other, both]);
    await office.ask('party.amend', { dossier: both, party: parties[0]?.id ?? '', base, idNo: '' });
    expect((await found(office, asked)).map(({ dossier }) => dossier)).toEqual([other]);
    const added = (await office.ask('dossier.get', { dossier: other })).parties.at(-1);
    await office.ask('party.add', { dossier: other, ...ji, role: 'witness' });
    await office.ask('party.remove', { dossier: other, party: added?.id ?? '' });
    expect((await found(office, asked)).map(({ dossier }) => dossier)).toEqual([other]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect((await found(office, asked)).map(({ dossier }) => dossier)).toEqual([other]);
  });
});
