import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { approval, filing } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeStep } from '#tests/support/served-case.ts';

const day = localDate;

/** A case accepted on 2026-03-02 and closed at once on 2026-03-12, as a clerk records an old award. */
async function closedAs(
  type: string,
): Promise<{ office: TestOffice; dossier: DossierId; worker: string; unit: string }> {
  const office = await testOffice({ now: '2026-03-20T09:00' });
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
  await office.ask('dossier.accept', { dossier, on: day('2026-03-02') });
  await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-12'), type });
  const { parties } = await office.ask('dossier.get', { dossier });
  const [worker = '', unit = ''] = parties.map(({ id }) => id);
  return { office, dossier, worker, unit };
}

const limits = async (office: TestOffice, dossier: DossierId) =>
  (await office.ask('dossier.get', { dossier })).deadlines
    .filter(({ state }) => state === 'running')
    .map(({ ruleId, of, due }) => [ruleId, of, due])
    .toSorted(([, , a], [, , b]) => String(a).localeCompare(String(b)));

const refusedStep = async (office: TestOffice, dossier: DossierId, step: string, party: string) => {
  const { revision: base } = await office.ask('dossier.get', { dossier });
  return (await office.refusal('dossier.step', { dossier, base, step, on: day('2026-03-17'), party })).code;
};

describe('the result of a case closed in one act', () => {
  it('is served afterwards: each party has the time the award leaves it, from its own day', async () => {
    const { office, dossier, worker, unit } = await closedAs('arb.award-final');
    expect(await limits(office, dossier)).toEqual([]);
    await takeStep(office, dossier, 'arb.result-served', '2026-03-16', { party: worker });
    await takeStep(office, dossier, 'arb.result-served', '2026-03-17', { party: unit });
    expect(await limits(office, dossier)).toEqual([
      ['ARB.SUE', worker, '2026-03-31'],
      ['ARB.SET_ASIDE', unit, '2026-04-16'],
    ]);
    const { row, life } = await office.ask('dossier.get', { dossier });
    expect([row.status, row.stage, row.closedOn, life.stage]).toEqual(['closed', 'CLOSED', '2026-03-12', 'CLOSED']);
    expect(await refusedStep(office, dossier, 'arb.result-served', worker)).toBe('step.party-served');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is served without a time to sue where the case was settled, and not at all where there is none', async () => {
    const settled = await closedAs('arb.mediated');
    await takeStep(settled.office, settled.dossier, 'arb.result-served', '2026-03-16', { party: settled.worker });
    expect(await limits(settled.office, settled.dossier)).toEqual([]);
    const { office, dossier, worker } = await closedAs('arb.withdrawn');
    expect((await office.ask('dossier.get', { dossier })).life.offered).toEqual(['arb.archive']);
    expect(await refusedStep(office, dossier, 'arb.result-served', worker)).toBe('dossier.already-closed');
  });

  it('has its clocks taken back with the step that served it', async () => {
    const { office, dossier, worker } = await closedAs('arb.award-open');
    await takeStep(office, dossier, 'arb.result-served', '2026-03-16', { party: worker });
    const { life, revision: base } = await office.ask('dossier.get', { dossier });
    const step = (life.steps.at(-1)?.id ?? '') as never;
    await office.ask('dossier.correctStep', { dossier, base, step, on: day('2026-03-17'), reason: '回证日期看错' });
    expect(await limits(office, dossier)).toEqual([['ARB.SUE', worker, '2026-04-01']]);
    const { revision } = await office.ask('dossier.get', { dossier });
    await office.ask('dossier.correctStep', { dossier, base: revision, step, on: null, reason: '并未送达' });
    expect(await limits(office, dossier)).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});

describe('a closing that was wrong', () => {
  it('is struck only with what was done on the closed file, and its decision stays on record', async () => {
    const { office, dossier, worker } = await closedAs('arb.award-open');
    await takeStep(office, dossier, 'arb.result-served', '2026-03-16', { party: worker });
    const { life, revision: base } = await office.ask('dossier.get', { dossier });
    const [step, served] = life.steps.slice(-2).map(({ id }) => id as never);
    if (step === undefined || served === undefined) throw new Error('no closing');
    expect(await office.ask('dossier.restingOn', { dossier, step })).toEqual([served]);
    const strike = { dossier, base, step, on: null, reason: '结错了案件' };
    expect((await office.refusal('dossier.correctStep', strike)).code).toBe('step.others-depend');
    await office.ask('dossier.correctStep', { ...strike, also: [served] });
    const after = await office.ask('dossier.get', { dossier });
    expect(after.row).toMatchObject({ status: 'accepted', closedOn: null });
    expect(await limits(office, dossier)).toEqual([['ARB.LIMIT', '', '2026-04-16']]);
    expect(after.life.steps.at(-2)).toMatchObject({ code: 'arb.close', struck: true, ...approval });
    expect(await office.ask('dossier.lastDecider', { side: 'arb' })).toEqual({ decidedBy: '' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});

describe('a case revoked because it was accepted in error (办案规则32)', () => {
  it('leaves five working days to tell the parties, which closing does not stop', async () => {
    const { office, dossier } = await closedAs('arb.revoked');
    expect(await limits(office, dossier)).toEqual([['ARB.REVOKE_NOTICE', '', '2026-03-19']]);
    expect((await office.ask('today.get', {})).overdue.map(({ due }) => due?.ruleId)).toEqual(['ARB.REVOKE_NOTICE']);
    await takeStep(office, dossier, 'arb.revocation-told', '2026-03-18', { paper: '撤通〔2026〕1号' });
    expect(await limits(office, dossier)).toEqual([]);
    const { deadline } = await office.ask('deadline.explain', { id: `${dossier}:ARB.REVOKE_NOTICE` });
    expect(deadline).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-18', inTime: true });
  });
});

describe('what follows on a closed case (调解仲裁法47至51)', () => {
  it('is a final award contested: the application ends its time, the ruling begins the time to sue, by party', async () => {
    const { office, dossier, worker, unit } = await closedAs('arb.award-final');
    const asides = async () => (await office.ask('dossier.get', { dossier })).life.asides.map(({ aside }) => aside);
    await takeStep(office, dossier, 'arb.result-served', '2026-03-13', { party: unit });
    expect(await limits(office, dossier)).toEqual([['ARB.SET_ASIDE', unit, '2026-04-13']]);
    expect(await refusedStep(office, dossier, 'arb.set-aside-asked', worker)).toBe('step.party-no-employer');
    expect(await refusedStep(office, dossier, 'arb.ruling-received', worker)).toBe('step.not-from-here');
    await takeStep(office, dossier, 'arb.set-aside-asked', '2026-03-16', { party: unit });
    expect([await limits(office, dossier), await asides()]).toEqual([[], ['SETTING_ASIDE']]);
    await takeStep(office, dossier, 'arb.set-aside-granted', '2026-03-18', { paper: '沪02民特1号' });
    await takeStep(office, dossier, 'arb.ruling-received', '2026-03-18', { party: worker });
    await takeStep(office, dossier, 'arb.ruling-received', '2026-03-19', { party: unit });
    expect([await limits(office, dossier), await asides()]).toEqual([
      [
        ['ARB.SUE_AFTER_SETASIDE', worker, '2026-04-02'],
        ['ARB.SUE_AFTER_SETASIDE', unit, '2026-04-03'],
      ],
      [],
    ]);
    await takeStep(office, dossier, 'arb.sued', '2026-03-20', { party: worker });
    expect((await limits(office, dossier)).map(([, of]) => of)).toEqual([unit]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is suit over an award, enforcement in two years, correction and the certificate of effect', async () => {
    const { office, dossier, worker } = await closedAs('arb.award-open');
    await takeStep(office, dossier, 'arb.result-served', '2026-03-13', { party: worker });
    await takeStep(office, dossier, 'arb.sued', '2026-03-16', { party: worker });
    expect(await limits(office, dossier)).toEqual([]);
    expect(await refusedStep(office, dossier, 'arb.set-aside-asked', worker)).toBe('dossier.already-closed');
    await takeStep(office, dossier, 'arb.put-right', '2026-03-17', { paper: '补正决定书第 1 号' });
    await takeStep(office, dossier, 'arb.effect-certified', '2026-03-17', { paper: '生效证明第 1 号' });
    await takeStep(office, dossier, 'arb.performance-over', '2026-03-17');
    expect(await limits(office, dossier)).toEqual([['ARB.ENFORCE', '', '2028-03-17']]);
    await takeStep(office, dossier, 'arb.enforcement-asked', '2026-03-18', { party: worker });
    expect(await limits(office, dossier)).toEqual([]);
    const { row } = await office.ask('dossier.get', { dossier });
    expect([row.stage, row.status]).toEqual(['CLOSED', 'closed']);
    await takeStep(office, dossier, 'arb.archive', '2026-03-19');
    expect(await refusedStep(office, dossier, 'arb.put-right', worker)).toBe('dossier.already-closed');
  });

  it('is offered by how the case was closed, and nothing of it where there was no result', async () => {
    const offered = async (type: string) => {
      const { office, dossier } = await closedAs(type);
      return (await office.ask('dossier.get', { dossier })).life.offered;
    };
    expect(await offered('arb.mediated')).toEqual([
      ...['arb.result-served', 'arb.archive', 'arb.performance-over', 'arb.enforcement-asked'],
      ...['arb.put-right', 'arb.effect-certified'],
    ]);
    expect(await offered('arb.revoked')).toEqual(['arb.archive', 'arb.revocation-told']);
    expect(await offered('arb.transferred')).toEqual(['arb.archive']);
  });
});

describe('a limit that follows on the result', () => {
  it('begins by hand on a closed file, is put right and taken back there', async () => {
    const { office, dossier } = await closedAs('arb.award-final');
    const start = { dossier, ruleId: 'ARB.ENFORCE', on: day('2026-03-18') } as const;
    await office.ask('clock.start', start);
    expect(await limits(office, dossier)).toEqual([['ARB.ENFORCE', '', '2028-03-20']]);
    const id = `${dossier}:ARB.ENFORCE`;
    const { events, base } = await office.ask('deadline.explain', { id });
    expect(events.map(({ type, withdrawable }) => [type, withdrawable])).toEqual([['START', true]]);
    const said = { dossier, ruleId: 'ARB.ENFORCE', event: events[0]?.id ?? '', base, reason: '履行期限看错' };
    await office.ask('clock.withdraw', { ...said, instead: { on: day('2026-03-17') } });
    expect(await limits(office, dossier)).toEqual([['ARB.ENFORCE', '', '2028-03-17']]);
    await office.ask('clock.start', { ...start, ruleId: 'ARB.SUE_AFTER_SETASIDE' });
    const act = await office.ask('dossier.lastAct', { dossier });
    await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
    expect(await limits(office, dossier)).toEqual([['ARB.ENFORCE', '', '2028-03-17']]);
    expect((await office.refusal('clock.start', { ...start, ruleId: 'ARB.EVIDENCE' })).code).toBe(
      'clock.dossier-closed',
    );
    await takeStep(office, dossier, 'arb.archive', '2026-03-19');
    expect((await office.refusal('clock.start', start)).code).toBe('clock.dossier-closed');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is the time on the list of defaulters too, which closing an inspection does not end (人社部令第45号)', async () => {
    const office = await testOffice({ now: '2026-03-20T09:00' });
    const parties = [
      { ...worker('周某某'), role: 'complainant' as const },
      { ...employer('某某物流(上海)有限公司'), role: 'employer' as const },
    ];
    const dossier = await receiveOne(office, { side: 'lsi', channel: 'complaint', parties });
    await office.ask('dossier.accept', { ...filing, dossier, on: day('2026-03-02') });
    await office.ask('clock.start', { dossier, ruleId: 'LSI.LIST_TERM', on: day('2026-03-09') });
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-12'), type: 'lsi.handled' });
    expect(await limits(office, dossier)).toEqual([['LSI.LIST_TERM', '', '2029-03-09']]);
    await office.ask('clock.start', { dossier, ruleId: 'LSI.COURT_ENF', on: day('2026-03-18') });
    await office.ask('clock.start', { dossier, ruleId: 'LSI.PUBLISH_OBJECT', on: day('2026-03-18') });
    expect((await limits(office, dossier)).map(([rule]) => rule)).toEqual([
      ...['LSI.PUBLISH_OBJECT', 'LSI.COURT_ENF', 'LSI.LIST_TERM'],
    ]);
    // Removed early, and then the material for it was found false: the term is counted anew.
    const term = { dossier, ruleId: 'LSI.LIST_TERM' };
    await office.ask('clock.record', { ...term, type: 'STOP', on: day('2026-03-18') });
    expect(await office.ask('clock.may', term)).toEqual(['RESTART']);
    const anew = { ...term, type: 'RESTART' as const, on: day('2026-03-19'), ground: 'list-false-material' };
    await office.ask('clock.record', { ...anew, paper: '撤决1号' });
    expect(await limits(office, dossier)).toContainEqual(['LSI.LIST_TERM', '', '2029-03-19']);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
