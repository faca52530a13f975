import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, madeUpCreditCode, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

type Typed = CallInput<'dossier.receive'>['parties'][number];

const firm = employer('某某物流(上海)有限公司', 3);
const uncoded = (name: string): Typed => ({ ...employer(name), uscc: '' });
const file = (office: TestOffice, party: Typed): Promise<DossierId> =>
  receiveOne(office, { parties: [worker('纪某某', 7), party] });

async function listed(office: TestOffice, text = '', sort: 'latest' | 'name' | 'files' = 'latest') {
  const { total, rows } = await office.ask('employer.list', { filter: { text, sort } });
  expect(rows).toHaveLength(total);
  return rows.map(({ name, files }) => `${name} ${files}`);
}

async function idOf(office: TestOffice, text: string): Promise<string> {
  const { rows } = await office.ask('employer.list', { filter: { text } });
  return rows[0]?.id ?? '';
}

describe('employers', () => {
  it('are one over files by code, and by name where a code is missing', async () => {
    const office = await testOffice();
    await file(office, firm);
    await file(office, { ...firm, name: '某某物流（上海）有限公司' });
    await file(office, uncoded('某某物流(上海)有限公司'));
    await file(office, { ...firm, name: '某某供应链(上海)有限公司' });
    await file(office, employer('某某物流(上海)有限公司', 4));
    expect(await listed(office)).toEqual(['某某物流(上海)有限公司 1', '某某供应链(上海)有限公司 4']);
    const view = await office.ask('employer.get', { employer: await idOf(office, firm.uscc ?? '') });
    expect(view.names.map(({ text, files }) => `${text} ${files}`)).toEqual([
      '某某供应链(上海)有限公司 1',
      '某某物流(上海)有限公司 2',
      '某某物流（上海）有限公司 1',
    ]);
    expect(view).toMatchObject({ files: 4, open: 4, code: firm.uscc, legalReps: [{ text: '陆某某', files: 4 }] });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('are found by name, former name, sound and code, in three orders', async () => {
    const office = await testOffice();
    await file(office, employer('昆山某某电子有限公司', 5));
    await file(office, firm);
    await file(office, { ...firm, name: '某某供应链(上海)有限公司' });
    for (const text of ['物流（上海）', 'mmwl', 'mmgyl', firm.uscc ?? '', (firm.uscc ?? '').toLowerCase().slice(1)]) {
      expect(await listed(office, text), text).toEqual(['某某供应链(上海)有限公司 2']);
    }
    expect(await listed(office, '没有')).toEqual([]);
    expect((await listed(office, '', 'name'))[0]).toMatch(/^昆山/);
    expect((await listed(office, '', 'files'))[0]).toMatch(/2$/);
    const { rows } = await office.ask('employer.list', { offset: 1, limit: 1 });
    expect(rows.map(({ name }) => name)).toEqual(['昆山某某电子有限公司']);
  });

  it('never name who reports, who acts for others, or a person', async () => {
    const office = await testOffice();
    const reporter: Typed = { ...employer('某某举报单位'), role: 'reporter' };
    const agent: Typed = { ...employer('某某律师事务所'), role: 'agent' };
    await receiveOne(office, { side: 'lsi', parties: [reporter, agent, { ...firm, role: 'employer' }] });
    expect(await listed(office)).toEqual(['某某物流(上海)有限公司 1']);
  });

  it('follow parties that change, leave or come back', async () => {
    const office = await testOffice();
    const dossier = await file(office, firm);
    const other = await file(office, firm);
    const party = async () => {
      const { parties, revision } = await office.ask('dossier.get', { dossier });
      return { dossier, party: parties.find(({ type }) => type === 'unit')?.id ?? '', base: revision };
    };
    const id = await idOf(office, '物流');
    await office.ask('party.amend', { ...(await party()), name: '另一家(上海)有限公司', uscc: '' });
    expect(await listed(office)).toEqual(['某某物流(上海)有限公司 1', '另一家(上海)有限公司 1']);
    const corrected = await idOf(office, '另一家');
    await office.ask('party.amend', { ...(await party()), name: '另壹家(上海)有限公司' });
    expect(await idOf(office, '另壹家')).toBe(corrected);
    expect(await listed(office, '另一家')).toEqual([]);
    await office.ask('party.amend', { ...(await party()), uscc: firm.uscc ?? '' });
    expect(await listed(office)).toEqual(['某某物流(上海)有限公司 2']);
    expect(await idOf(office, '另壹家')).toBe(id);
    const { base: _base, ...there } = await party();
    await office.ask('party.remove', there);
    expect(await listed(office)).toEqual(['某某物流(上海)有限公司 1']);
    const act = await office.ask('dossier.lastAct', { dossier });
    await office.ask('dossier.undo', { dossier, entry: (act?.entry ?? '') as never });
    expect(await listed(office)).toEqual(['某某物流(上海)有限公司 2']);
    await office.ask('party.amend', { ...(await party()), type: 'person' });
    expect(await listed(office)).toEqual(['某某物流(上海)有限公司 1']);
    expect((await office.ask('employer.files', { employer: id })).rows.map(({ row }) => row.id)).toEqual([other]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('show their files as lists do, masked, with the part they take', async () => {
    const office = await testOffice();
    const dossier = await file(office, firm);
    const employerId = await idOf(office, '物流');
    const page = await office.ask('employer.files', { employer: employerId });
    expect(page).toMatchObject({
      total: 1,
      rows: [{ row: { id: dossier, status: 'received' }, parties: [{ role: 'respondent', split: false }] }],
    });
    const shown = JSON.stringify([page, await office.ask('employer.get', { employer: employerId })]);
    expect(shown).not.toContain(worker('纪某某', 7).idNo);
    expect(shown).not.toContain('13800000021');
    expect(await office.ask('employer.requests', { employer: employerId })).toEqual({ total: 0, rows: [] });
    const nobody = '01890000-0000-7000-8000-000000000000';
    for (const call of ['employer.get', 'employer.files', 'employer.requests'] as const) {
      expect(await office.refusal(call, { employer: nobody })).toMatchObject({ kind: 'not-found' });
    }
  });

  it('with a code of another begin one of their own', async () => {
    const office = await testOffice();
    const dossier = await file(office, firm);
    await file(office, firm);
    const { parties, revision } = await office.ask('dossier.get', { dossier });
    const party = parties.find(({ type }) => type === 'unit')?.id ?? '';
    await office.ask('party.amend', { dossier, party, base: revision, uscc: madeUpCreditCode('310118', 9) });
    expect(await listed(office)).toEqual(['某某物流(上海)有限公司 1', '某某物流(上海)有限公司 1']);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
