import { describe, expect, it } from 'vitest';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';

async function withAgent() {
  const office = await testOffice();
  const agent = { ...worker('祁某某', 9), role: 'agent' as const };
  const parties = [worker('周某某'), employer('某某物流(上海)有限公司'), agent];
  const dossier = await receiveOne(office, { parties });
  const view = await office.ask('dossier.get', { dossier });
  const [applicant = '', respondent = '', party = ''] = view.parties.map(({ id }) => id);
  return { office, dossier, party, applicant, respondent, base: view.revision };
}

const mandate = { kind: 'mandated', authority: 'special', standing: '律师', scope: '代为承认、变更请求' } as const;

describe('agents', () => {
  it('act for parties by a mandate, which a rebuild gives again and no header tells in words', async () => {
    const { office, base, applicant, ...of } = await withAgent();
    expect((await office.ask('agent.list', { dossier: of.dossier })).agents).toMatchObject([{ kind: '', doubts: [] }]);
    const { dossier, party } = of;
    const said = { ...mandate, paperOn: '2026-03-01' as never, principals: [applicant] };
    await office.ask('agent.set', { dossier, party, base, ...said });
    const { agents, may } = await office.ask('agent.list', { dossier });
    expect(agents).toMatchObject([{ ...mandate, paperOn: '2026-03-01', principals: [{ name: '周某某' }], doubts: [] }]);
    expect(may.map(({ role }) => role)).toEqual(['applicant', 'respondent']);
    expect(JSON.stringify(agents)).not.toContain(worker('祁某某', 9).idNo);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    const headers = office.open.store.db.all<{ header: string }>('SELECT header FROM entry');
    expect(headers.map(({ header }) => header).join('\n')).not.toMatch(/律师|承认|祁某某/);
    const history = await office.ask('dossier.history', { dossier });
    expect(history.rows[0]?.kind).toBe('agent.named');
  });

  it('are refused without kind, authority or somebody to act for, and doubted without paper or for both sides', async () => {
    const { office, dossier, party, base, applicant, respondent } = await withAgent();
    const refusal = (said: object) => office.refusal('agent.set', { dossier, party, base, ...said });
    expect(await refusal({ principals: [applicant] })).toMatchObject({ code: 'agent.no-kind' });
    expect(await refusal({ kind: 'mandated', principals: [applicant] })).toMatchObject({ code: 'agent.no-authority' });
    expect(await refusal({ kind: 'legal' })).toMatchObject({ code: 'agent.no-principal' });
    expect(await refusal({ kind: 'legal', principals: [party] })).toMatchObject({ kind: 'not-found' });
    expect(await refusal({ ...mandate, principals: [applicant], paperOn: '2027-01-01' })).toMatchObject({
      code: 'agent.paper-in-future',
    });
    expect(await office.refusal('agent.set', { dossier, party: applicant, base, ...mandate })).toMatchObject({
      code: 'not-found.agent',
    });
    await office.ask('agent.set', { dossier, party, base, ...mandate, principals: [applicant, respondent] });
    const { agents } = await office.ask('agent.list', { dossier });
    expect(agents[0]?.doubts).toEqual(['no-paper', 'both-sides']);
  });

  it.each([
    ['330106', [['too-many'], ['too-many'], ['too-many']]],
    ['310118', [[], [], []]],
  ] as const)(
    'are doubted where three act for one party and the law of the province has two at most: %s',
    async (region, doubts) => {
      const office = await testOffice({ region });
      const agents = [7, 8, 9].map((n) => ({ ...worker(`祁某${n}`, n), role: 'agent' as const }));
      const dossier = await receiveOne(office, { parties: [worker('周某某'), ...agents] });
      const { parties } = await office.ask('dossier.get', { dossier });
      const [applicant = '', ...acting] = parties.map(({ id }) => id);
      const said = { ...mandate, paperOn: '2026-03-01' as never, principals: [applicant] };
      for (const party of acting) {
        const { revision: base } = await office.ask('agent.list', { dossier });
        await office.ask('agent.set', { dossier, party, base, ...said });
      }
      const doubtsNow = async () => (await office.ask('agent.list', { dossier })).agents.map((agent) => agent.doubts);
      expect(await doubtsNow()).toEqual(doubts);
      const end = { dossier, party: acting[0] ?? '', on: '2026-03-02' as never, reason: '解除' };
      await office.ask('agent.end', end);
      expect(await doubtsNow()).toEqual([[], [], []]);
    },
  );

  it('keep what another window changed meanwhile', async () => {
    const { office, dossier, party, base, applicant } = await withAgent();
    const of = { dossier, party, base };
    await office.ask('agent.set', { ...of, ...mandate, principals: [applicant] });
    expect(await office.refusal('agent.set', { ...of, authority: 'general' })).toMatchObject({
      kind: 'conflict',
      conflict: { fields: ['authority'], stored: { authority: 'special' } },
    });
    await office.ask('agent.set', { ...of, paperOn: '2026-03-02' as never });
    const { agents } = await office.ask('agent.list', { dossier });
    expect(agents).toMatchObject([{ authority: 'special', paperOn: '2026-03-02' }]);
  });

  it('end on a day, which is taken back by an act of its own', async () => {
    const { office, dossier, party, base, applicant } = await withAgent();
    const of = { dossier, party };
    const on = '2026-03-10' as never;
    expect(await office.refusal('agent.end', { ...of, on })).toMatchObject({ code: 'not-found.agent' });
    const paperOn = '2026-03-05' as never;
    await office.ask('agent.set', { ...of, base, ...mandate, principals: [applicant], paperOn });
    const early = { ...of, on: '2026-03-04' as never };
    expect(await office.refusal('agent.end', early)).toMatchObject({ code: 'agent.end-before-paper' });
    expect(await office.refusal('agent.end', { ...of, on: '2026-03-18' as never })).toMatchObject({ field: 'on' });
    await office.ask('agent.end', { ...of, on, reason: '解除委托' });
    expect((await office.ask('agent.list', { dossier })).agents).toMatchObject([
      { endedOn: '2026-03-10', endedWhy: '解除委托' },
    ]);
    expect(await office.refusal('agent.end', { ...of, on })).toMatchObject({ code: 'agent.ended-already' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    await office.ask('agent.resume', of);
    expect((await office.ask('agent.list', { dossier })).agents).toMatchObject([{ endedOn: null, ...mandate }]);
    expect(await office.refusal('agent.resume', of)).toMatchObject({ code: 'agent.not-ended' });
  });

  it('act no longer for who left the file', async () => {
    const { office, dossier, party, base, applicant, respondent } = await withAgent();
    await office.ask('agent.set', { dossier, party, base, ...mandate, principals: [applicant, respondent] });
    await office.ask('party.remove', { dossier, party: applicant });
    const { agents } = await office.ask('agent.list', { dossier });
    expect(agents[0]?.principals.map(({ id }) => id)).toEqual([respondent]);
    await office.ask('party.remove', { dossier, party });
    expect((await office.ask('agent.list', { dossier })).agents).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
