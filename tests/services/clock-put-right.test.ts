import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { approval, filing } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { servedCase, takeStep } from '#tests/support/served-case.ts';

const day = localDate;
type Limit = { readonly dossier: DossierId; readonly ruleId: string; readonly of?: string };

const explain = (office: TestOffice, { dossier, ruleId, of = '' }: Limit) =>
  office.ask('deadline.explain', { id: `${dossier}:${ruleId}${of === '' ? '' : `:${of}`}` });

/** What a withdrawal of an event says, as the strip shows the limit now. */
async function withdrawal(office: TestOffice, limit: Limit, event: string, instead: string | null = null) {
  const { base } = await explain(office, limit);
  const said = { ...limit, event, base, reason: '记错' };
  return instead === null ? said : { ...said, instead: { on: day(instead) } };
}

const eventsOf = async (office: TestOffice, limit: Limit) =>
  (await explain(office, limit)).events.map(({ type, on }) => `${type} ${on}`);

describe('a wrong start', () => {
  it('takes with it what was recorded about its own run of the limit, and nothing of the next', async () => {
    const office = await testOffice({ now: '2026-03-20T09:00' });
    const parties = [
      { ...worker('周某某'), role: 'complainant' as const },
      { ...employer('某某物流(上海)有限公司'), role: 'employer' as const },
    ];
    const dossier = await receiveOne(office, { side: 'lsi', receivedOn: '2026-02-24', parties });
    await office.ask('dossier.accept', { ...filing, dossier, on: day('2026-02-26') });
    const limit = { dossier, ruleId: 'LSI.PRESERVE' };
    const wrong = (await office.ask('clock.start', { ...limit, on: day('2026-03-01') })).id;
    await office.ask('clock.record', { ...limit, type: 'STOP', on: day('2026-03-05') });
    await takeStep(office, dossier, 'lsi.preserve', '2026-03-10', { paper: '登1号' });
    await office.ask('clock.record', { ...limit, type: 'STOP', on: day('2026-03-14') });
    await office.ask('clock.withdraw', await withdrawal(office, limit, wrong));
    expect(await eventsOf(office, limit)).toEqual(['START 2026-03-10', 'STOP 2026-03-14']);
    expect((await explain(office, limit)).deadline).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-14' });
    await office.ask('dossier.undo', {
      dossier,
      entry: (await office.ask('dossier.lastAct', { dossier }))?.entry ?? '',
    });
    expect(await eventsOf(office, limit)).toHaveLength(4);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is not moved to a day after which a step would no longer count', async () => {
    const office = await testOffice({ now: '2026-03-20T09:00' });
    const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
    await office.ask('dossier.accept', { dossier, on: day('2026-03-02') });
    const limit = { dossier, ruleId: 'ARB.PANEL' };
    const start = (await office.ask('clock.start', { ...limit, on: day('2026-03-03') })).id;
    await takeStep(office, dossier, 'arb.panel', '2026-03-09');
    const before = await explain(office, limit);
    const late = await withdrawal(office, limit, start, '2026-03-12');
    expect((await office.refusal('clock.withdraw', late)).code).toBe('clock.before-start');
    expect(await explain(office, limit)).toEqual(before);
    await office.ask('clock.withdraw', await withdrawal(office, limit, start, '2026-03-04'));
    expect(await eventsOf(office, limit)).toEqual(['START 2026-03-04', 'STOP 2026-03-09']);
    expect((await explain(office, limit)).deadline).toMatchObject({ status: 'stopped', review: [] });
  });
});

describe('the end of a limit that goes on when its file is closed', () => {
  /** A closed case whose award was served on the worker, with an end of the time to sue recorded by hand. */
  async function ended() {
    const office = await testOffice({ now: '2026-03-20T09:00' });
    const { dossier, worker: served } = await servedCase(office);
    await office.ask('clock.start', { dossier, ruleId: 'ARB.EVIDENCE', of: 'second', on: day('2026-03-30') });
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-13'), type: 'arb.award-open' });
    const limit = { dossier, ruleId: 'ARB.SUE', of: served ?? '' };
    const stop = (await office.ask('clock.record', { ...limit, type: 'STOP', on: day('2026-03-18') })).id;
    return { office, dossier, limit, stop };
  }

  it('is put right and withdrawn on the closed file, where the strip offers it, and nothing else is', async () => {
    const { office, dossier, limit, stop } = await ended();
    const offered = async (one: Limit) =>
      (await explain(office, one)).events.map(({ type, withdrawable }) => [type, withdrawable]);
    expect(await offered(limit)).toEqual([
      ['START', false],
      ['STOP', true],
    ]);
    const second = { dossier, ruleId: 'ARB.EVIDENCE', of: 'second' };
    expect(await offered(second)).toEqual([
      ['START', false],
      ['STOP', false],
    ]);
    const [start] = (await explain(office, second)).events;
    const refused = await office.refusal('clock.withdraw', await withdrawal(office, second, start?.id ?? ''));
    expect(refused.code).toBe('dossier.already-closed');
    await office.ask('clock.withdraw', await withdrawal(office, limit, stop, '2026-03-17'));
    const { events, deadline } = await explain(office, limit);
    expect(deadline).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-17' });
    await office.ask('clock.withdraw', await withdrawal(office, limit, events.at(-1)?.id ?? ''));
    expect((await explain(office, limit)).deadline).toMatchObject({ status: 'running' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is taken back like every act of the same person, and so is its withdrawal', async () => {
    const { office, dossier, limit, stop } = await ended();
    const status = async () => (await explain(office, limit)).deadline.status;
    const undo = async () => {
      const act = await office.ask('dossier.lastAct', { dossier });
      expect(act).toMatchObject({ refusal: null });
      await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
    };
    await office.ask('clock.withdraw', await withdrawal(office, limit, stop));
    expect(await status()).toBe('running');
    await undo();
    expect(await status()).toBe('stopped');
    await undo();
    expect(await status()).toBe('running');
    const act = await office.ask('dossier.lastAct', { dossier });
    expect(act?.refusal).toBe('undo.not-this-kind');
    expect((await office.refusal('dossier.undo', { dossier, entry: act?.entry ?? '' })).code).toBe(
      'dossier.already-closed',
    );
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
