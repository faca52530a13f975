import { describe, expect, it } from 'vitest';
import type { DossierId, EntryId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;
const view = (office: TestOffice, dossier: DossierId) => office.ask('dossier.get', { dossier });
const parties = [...'甲乙丙丁戊己庚辛壬癸'].map((sign, at) => worker(`周${sign}`, at + 1));

async function mark(office: TestOffice, dossier: DossierId, kind: 'workers' | null): Promise<void> {
  const { revision } = await view(office, dossier);
  await office.ask('collective.mark', { dossier, base: revision, on: day('2026-03-04'), kind, decidedBy: '院负责人' });
}

describe('a collective case', () => {
  it('is marked by a person, represented by workers, and says so after a rebuild too', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office, { parties: [...parties, employer('某某物流')] });
    expect((await view(office, dossier)).collective).toBe(null);
    await mark(office, dossier, 'workers');
    const shown = await view(office, dossier);
    const chosen = shown.parties.slice(0, 3).map(({ id }) => id);
    const elect = { dossier, base: shown.revision, on: day('2026-03-05'), representatives: chosen, paper: '推举书' };
    await office.ask('collective.represent', elect);
    expect((await view(office, dossier)).collective).toEqual({
      ...{ kind: 'workers', on: '2026-03-04', decidedBy: '院负责人', note: '' },
      ...{ representatives: chosen, electedOn: '2026-03-05', electedPaper: '推举书' },
    });
    expect(await office.refusal('collective.represent', elect)).toMatchObject({ kind: 'conflict' });
    const { revision } = await view(office, dossier);
    const unit = [shown.parties.at(-1)?.id ?? ''];
    expect(
      await office.refusal('collective.represent', { ...elect, base: revision, representatives: unit }),
    ).toMatchObject({ code: 'collective.no-worker', field: 'representatives' });
    const history = await office.ask('dossier.history', { dossier });
    expect(history.rows.slice(0, 2).map(({ kind }) => kind)).toEqual(['collective.represented', 'collective.marked']);
    expect(JSON.stringify(history)).not.toContain('院负责人');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('has one notice within five working days of acceptance, as a default, and the step that ends the limit', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office, { parties: [...parties, employer('某某物流')] });
    await mark(office, dossier, 'workers');
    await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
    const shown = await view(office, dossier);
    expect(shown.deadlines.find(({ ruleId }) => ruleId === 'ARB.COLL_NOTICE')).toMatchObject({
      ...{ due: '2026-03-12', confidence: 'default' },
    });
    expect(shown.life.offered).toContain('arb.collective-notice');
    const step = { dossier, base: shown.revision, step: 'arb.collective-notice', on: day('2026-03-10') };
    await office.ask('dossier.step', step);
    const after = await view(office, dossier);
    expect(after.deadlines.filter(({ ruleId, state }) => ruleId === 'ARB.COLL_NOTICE' && state === 'running')).toEqual(
      [],
    );
  });

  it('has ten days of public notice to its employer in Zhejiang (浙江条例41), thirty to nobody named and elsewhere', async () => {
    const begun = async (region: string, whom: 'unit' | 'nobody') => {
      const office = await testOffice({ region });
      const dossier = await receiveOne(office, { parties: [...parties, employer('某某物流')] });
      await mark(office, dossier, 'workers');
      await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
      const shown = await view(office, dossier);
      const party = shown.parties.find(({ type }) => type === 'unit')?.id as never;
      const notice = { dossier, base: shown.revision, step: 'arb.notice', on: day('2026-03-06'), paper: '公告1号' };
      await office.ask('dossier.step', { ...notice, ...(whom === 'unit' ? { party } : {}) });
      const running = async () =>
        (await view(office, dossier)).deadlines
          .filter(({ ruleId, state }) => ruleId.startsWith('ARB.PUBLIC_SERVICE') && state === 'running')
          .map(({ ruleId, due }) => [ruleId, due]);
      const limits = await running();
      const { revision: base } = await view(office, dossier);
      await office.ask('dossier.step', { dossier, base, step: 'arb.notice-ended', on: day('2026-03-17') });
      expect(await running()).toEqual([]);
      return limits;
    };
    expect(await begun('330106', 'unit')).toEqual([['ARB.PUBLIC_SERVICE_COLL', '2026-03-16']]);
    expect(await begun('330106', 'nobody')).toEqual([['ARB.PUBLIC_SERVICE', '2026-04-05']]);
    expect(await begun('310118', 'unit')).toEqual([['ARB.PUBLIC_SERVICE', '2026-04-05']]);
  });

  it('is not offered that step when it is none, and inspection has none', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    await mark(office, dossier, 'workers');
    await mark(office, dossier, null);
    expect((await view(office, dossier)).collective).toBe(null);
    await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
    const shown = await view(office, dossier);
    expect(shown.life.offered).not.toContain('arb.collective-notice');
    const again = { dossier, base: shown.revision, on: day('2026-03-05'), decidedBy: '院负责人' };
    expect(await office.refusal('collective.mark', { ...again, kind: null })).toMatchObject({
      code: 'collective.marked-so',
    });
    expect(await office.refusal('collective.mark', { ...again, kind: 'workers', on: day('2026-03-01') })).toMatchObject(
      {
        ...{ code: 'step.before-receipt', field: 'on' },
      },
    );
    expect(await office.refusal('collective.represent', { ...again, representatives: [] } as never)).toBeDefined();
    const inspected = await receiveOne(office, {
      ...{ side: 'lsi', channel: 'complaint' },
      parties: [{ role: 'complainant', type: 'person', name: '周某' }],
    });
    const other = { dossier: inspected, base: 99, on: day('2026-03-05'), kind: 'workers' as const, decidedBy: '某' };
    expect(await office.refusal('collective.mark', other)).toMatchObject({ code: 'collective.no-arbitration' });
  });
});

describe('the limit of the one notice', () => {
  const notice = async (office: TestOffice, dossier: DossierId) =>
    (await office.ask('deadline.explain', { id: `${dossier}:ARB.COLL_NOTICE` })).deadline;

  async function moveAcceptance(office: TestOffice, dossier: DossierId, on: string) {
    const { life, revision: base } = await view(office, dossier);
    // The answer names entries as plain texts.
    const step = life.steps.findLast(({ code }) => code === 'arb.accept')?.id as EntryId;
    return { dossier, base, step, on: day(on), reason: '日期录错' };
  }

  it('ends with the mark, and what follows knows that it ran', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office, { parties: [...parties, employer('某某物流')] });
    await mark(office, dossier, 'workers');
    await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
    const { revision } = await view(office, dossier);
    const none = { dossier, base: revision, on: day('2026-03-09'), kind: null, decidedBy: '院负责人' };
    await office.ask('collective.mark', none);
    expect(await notice(office, dossier)).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-09', review: [] });
    expect((await view(office, dossier)).life.offered).not.toContain('arb.collective-notice');
    // The acceptance still starts what it started: the file was marked then.
    await office.ask('dossier.correctStep', await moveAcceptance(office, dossier, '2026-03-06'));
    expect(await notice(office, dossier)).toMatchObject({ startedOn: '2026-03-06', status: 'stopped', review: [] });
    const late = await moveAcceptance(office, dossier, '2026-03-10');
    expect(await office.refusal('dossier.correctStep', late)).toMatchObject({ code: 'clock.before-start' });
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-16'), type: 'arb.withdrawn' });
    const { row, deadlines } = await view(office, dossier);
    expect(row.next).toBe(null);
    expect(deadlines.filter(({ state }) => state === 'running' || state === 'suspended')).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('ends on its first day at the earliest, and where it was begun by hand too', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office, { parties: [...parties, employer('某某物流')] });
    await office.ask('dossier.accept', { dossier, on: day('2026-03-04') });
    await mark(office, dossier, 'workers');
    await office.ask('clock.start', { dossier, ruleId: 'ARB.COLL_NOTICE', on: day('2026-03-09') });
    await mark(office, dossier, null);
    expect(await notice(office, dossier)).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-09' });
  });

  it('is not begun by an acceptance that is put right when the file was marked only after it', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office, { parties: [...parties, employer('某某物流')] });
    await office.ask('dossier.accept', { dossier, on: day('2026-03-04') });
    await mark(office, dossier, 'workers');
    await office.ask('clock.start', { dossier, ruleId: 'ARB.COLL_NOTICE', on: day('2026-03-09') });
    await office.ask('dossier.correctStep', await moveAcceptance(office, dossier, '2026-03-05'));
    expect(await notice(office, dossier)).toMatchObject({ startedOn: '2026-03-09', legal: '2026-03-16', review: [] });
    expect((await view(office, dossier)).life.offered).toContain('arb.collective-notice');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});

describe('a file that is archived', () => {
  it('is kept at least ten years when it ended by an award, five otherwise', async () => {
    const office = await testOffice();
    const ends = [];
    for (const type of ['arb.award-open', 'arb.withdrawn']) {
      const dossier = await receiveOne(office);
      await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
      await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-12'), type });
      const { revision } = await view(office, dossier);
      await office.ask('dossier.step', { dossier, base: revision, step: 'arb.archive', on: day('2026-03-16') });
      const running = (await view(office, dossier)).deadlines.filter(({ state }) => state === 'running');
      ends.push(running.map(({ ruleId, due }) => [ruleId, due]));
    }
    expect(ends).toEqual([[['ARB.RETENTION_AWARD', '2036-03-16']], [['ARB.RETENTION_OTHER', '2031-03-16']]]);
  });
});

describe('an award in the absence of a party', () => {
  it('is noted with the closing, in the history and after a rebuild; nothing but an award can be', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
    const close = { ...approval, dossier, on: day('2026-03-12'), absent: true };
    expect(await office.refusal('dossier.close', { ...close, type: 'arb.withdrawn' })).toMatchObject({
      ...{ code: 'dossier.absent-no-award', field: 'absent' },
    });
    await office.ask('dossier.close', { ...close, type: 'arb.award-open' });
    expect((await view(office, dossier)).life.steps.at(-1)).toMatchObject({ type: 'arb.award-open', absent: true });
    const [act] = (await office.ask('dossier.history', { dossier })).rows;
    expect(act?.facts).toMatchObject({ type: 'arb.award-open', absent: true });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
