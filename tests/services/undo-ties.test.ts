import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;
const decision = { ground: '同一事由', decidedBy: '院负责人', paper: '通知书1号' };

async function undo(office: TestOffice, dossier: DossierId): Promise<void> {
  const act = await office.ask('dossier.lastAct', { dossier });
  expect(act?.refusal).toBeNull();
  await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
}

/** Everything the acts of these tests change, whichever way it came to be so. */
async function said(office: TestOffice, dossier: DossierId): Promise<unknown> {
  const { collective, joinings, row, deadlines } = await office.ask('dossier.get', { dossier });
  const { agents } = await office.ask('agent.list', { dossier });
  return { collective, joined: joinings.filter(({ struck }) => !struck), leadNo: row.leadNo, deadlines, agents };
}

/** Carries out the acts one after the other and takes them back again: each time the file says what it said before. */
async function thereAndBack(
  office: TestOffice,
  dossier: DossierId,
  acts: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const stages: unknown[] = [];
  for (const act of acts) {
    stages.push(await said(office, dossier));
    await act();
    expect(await said(office, dossier)).not.toEqual(stages.at(-1));
  }
  for (const stage of stages.toReversed()) {
    await undo(office, dossier);
    expect(await said(office, dossier)).toEqual(stage);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  }
}

describe('taking back', () => {
  it('what was written of an agent leaves the mandate as it was, ended or not', async () => {
    const office = await testOffice();
    const agent = { ...worker('祁某某', 9), role: 'agent' as const };
    const dossier = await receiveOne(office, {
      parties: [worker('周某某'), employer('某某物流(上海)有限公司'), agent],
    });
    const { parties } = await office.ask('dossier.get', { dossier });
    const [applicant = '', respondent = '', party = ''] = parties.map(({ id }) => id);
    const base = async () => (await office.ask('dossier.get', { dossier })).revision;
    const set = async (mandate: object) => office.ask('agent.set', { dossier, party, base: await base(), ...mandate });
    const mandate = { kind: 'mandated', authority: 'general', standing: '律师', scope: '代为出庭' };
    await thereAndBack(office, dossier, [
      () => set({ ...mandate, principals: [applicant], paperOn: day('2026-03-01') }),
      () => set({ authority: 'special', scope: '代为承认、变更请求', paperOn: null }),
      () => set({ principals: [applicant, respondent], standing: '' }),
      () => office.ask('agent.end', { dossier, party, on: day('2026-03-10'), reason: '解除委托' }),
      () => office.ask('agent.resume', { dossier, party }),
    ]);
  });

  it('a mark of a collective case or an election leaves what was recorded before', async () => {
    const office = await testOffice();
    const workers = [...'甲乙丙丁戊己庚辛壬癸'].map((sign, at) => worker(`周${sign}`, at + 1));
    const dossier = await receiveOne(office, { parties: [...workers, employer('某某物流')] });
    const { parties } = await office.ask('dossier.get', { dossier });
    const base = async () => (await office.ask('dossier.get', { dossier })).revision;
    const mark = async (kind: 'workers' | 'contract' | null, on: string) =>
      office.ask('collective.mark', { dossier, base: await base(), on: day(on), kind, decidedBy: '院负责人' });
    const elect = async (ids: readonly string[], on: string) => {
      const representatives = [...ids];
      const paper = '推举书';
      await office.ask('collective.represent', { dossier, base: await base(), on: day(on), representatives, paper });
    };
    await thereAndBack(office, dossier, [
      () => mark('workers', '2026-03-04'),
      () =>
        elect(
          parties.slice(0, 3).map(({ id }) => id),
          '2026-03-05',
        ),
      () =>
        elect(
          parties.slice(3, 5).map(({ id }) => id),
          '2026-03-06',
        ),
      () => mark('contract', '2026-03-06'),
      () => mark(null, '2026-03-07'),
    ]);
  });

  it('a joining or a parting leaves both files as they were', async () => {
    const office = await testOffice();
    const [lead, other] = [await receiveOne(office), await receiveOne(office)];
    for (const dossier of [lead, other]) await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
    const base = async () => (await office.ask('dossier.get', { dossier: lead })).revision;
    const join = async () =>
      office.ask('dossier.join', {
        ...{ dossier: lead, base: await base(), other, lead: 'this', on: day('2026-03-06') },
        ...decision,
      });
    const part = async () => {
      const { joinings } = await office.ask('dossier.get', { dossier: lead });
      const joining = joinings.find(({ struck }) => !struck)?.id ?? '';
      await office.ask('dossier.part', {
        dossier: other,
        joining: joining as never,
        on: day('2026-03-09'),
        ...decision,
      });
    };
    const before = await said(office, other);
    await thereAndBack(office, lead, [join, part]);
    expect(await said(office, other)).toEqual(before);
    expect(await office.ask('dossier.lastAct', { dossier: other })).toMatchObject({ kind: 'dossier.accepted' });
  });

  it('a parting is refused once one of the files was joined elsewhere', async () => {
    const office = await testOffice();
    const files = [await receiveOne(office), await receiveOne(office), await receiveOne(office)] as const;
    for (const dossier of files) await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
    const [lead, other, third] = files;
    const base = async (dossier: DossierId) => (await office.ask('dossier.get', { dossier })).revision;
    const join = async (dossier: DossierId, on: string) =>
      office.ask('dossier.join', {
        ...{ dossier, base: await base(dossier), other, lead: 'this', on: day(on) },
        ...decision,
      });
    await join(lead, '2026-03-06');
    const { joinings } = await office.ask('dossier.get', { dossier: lead });
    const joining = (joinings[0]?.id ?? '') as never;
    await office.ask('dossier.part', { dossier: lead, joining, on: day('2026-03-09'), ...decision });
    await join(third, '2026-03-10');
    const act = await office.ask('dossier.lastAct', { dossier: lead });
    expect(await office.refusal('dossier.undo', { dossier: lead, entry: act?.entry ?? '' })).toMatchObject({
      code: 'joining.already',
    });
  });
});
