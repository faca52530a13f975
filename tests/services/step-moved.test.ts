import { describe, expect, it } from 'vitest';
import type { DossierId, EntryId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;
type Said = Omit<CallInput<'dossier.step'>, 'dossier' | 'base'>;

async function step(office: TestOffice, dossier: DossierId, said: Said) {
  const { revision: base } = await office.ask('dossier.get', { dossier });
  return office.ask('dossier.step', { dossier, base, ...said });
}

async function move(office: TestOffice, dossier: DossierId, code: string, on: string) {
  const { life, revision: base } = await office.ask('dossier.get', { dossier });
  // The answer names entries as plain texts.
  const id = life.steps.findLast((one) => one.code === code)?.id as EntryId;
  return { dossier, base, step: id, on: day(on), reason: '日期录错' };
}

async function moved(office: TestOffice, dossier: DossierId, code: string, on: string) {
  await office.ask('dossier.correctStep', await move(office, dossier, code, on));
}

const limit = async (office: TestOffice, dossier: DossierId, key: string) =>
  (await office.ask('deadline.explain', { id: `${dossier}:${key}` })).deadline;

async function acceptedOne(now: string, receivedOn = '2026-03-01'): Promise<[TestOffice, DossierId]> {
  const office = await testOffice({ now });
  const dossier = await receiveOne(office, { receivedOn });
  await office.ask('dossier.accept', { dossier, on: day('2026-03-03') });
  return [office, dossier];
}

async function respondentOf(office: TestOffice, dossier: DossierId): Promise<string> {
  const { parties } = await office.ask('dossier.get', { dossier });
  return parties.find(({ role }) => role === 'respondent')?.id ?? '';
}

describe('a step moved to the day of another one', () => {
  it('keeps its turn: a receipt moved to the day of acceptance starts before acceptance stops', async () => {
    const [office, dossier] = await acceptedOne('2026-03-20T10:00');
    await moved(office, dossier, 'arb.receive', '2026-03-03');
    expect(await limit(office, dossier, 'ARB.ACCEPT')).toMatchObject({ status: 'stopped', inTime: true, review: [] });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('keeps its turn: an acceptance moved to the day of a suspension starts what is suspended', async () => {
    const [office, dossier] = await acceptedOne('2026-03-20T10:00');
    const suspension = { step: 'arb.suspend', ground: '47-6', decidedBy: '某负责人', paper: '中止1号' } as const;
    await step(office, dossier, { ...suspension, on: day('2026-03-09') });
    await moved(office, dossier, 'arb.accept', '2026-03-09');
    expect(await limit(office, dossier, 'ARB.LIMIT')).toMatchObject({ status: 'suspended', review: [] });
    await moved(office, dossier, 'arb.accept', '2026-03-05');
    await moved(office, dossier, 'arb.suspend', '2026-03-05');
    expect(await limit(office, dossier, 'ARB.LIMIT')).toMatchObject({ status: 'suspended', review: [] });
  });

  it('does not move where an event of a limit would no longer count, and writes nothing then', async () => {
    const [office, dossier] = await acceptedOne('2026-03-20T10:00');
    const party = await respondentOf(office, dossier);
    await step(office, dossier, { step: 'arb.copies-served', on: day('2026-03-06'), party });
    await step(office, dossier, { step: 'arb.defence', on: day('2026-03-10'), party });
    const before = await office.ask('dossier.history', { dossier });
    const late = await office.refusal(
      'dossier.correctStep',
      await move(office, dossier, 'arb.copies-served', '2026-03-12'),
    );
    expect(late.code).toBe('clock.before-start');
    expect(await office.ask('dossier.history', { dossier })).toEqual(before);
    await moved(office, dossier, 'arb.copies-served', '2026-03-10');
    expect(await limit(office, dossier, `ARB.DEFENSE:${party}`)).toMatchObject({ status: 'stopped', review: [] });
  });
});

describe('any move of any step', () => {
  /** What the limits of a file do not count, and where each stands. */
  async function uncounted(office: TestOffice, dossier: DossierId) {
    const { limits } = await office.ask('deadline.file', { dossier });
    return limits.flatMap(({ deadline }) =>
      deadline.review.filter(({ code, applied }) => !applied || code === 'after-stop'),
    );
  }

  it('either is refused or leaves every event counted', async () => {
    const [office, dossier] = await acceptedOne('2026-03-20T10:00');
    const party = await respondentOf(office, dossier);
    const decided = { decidedBy: '某负责人', paper: '1号' };
    const way: readonly Said[] = [
      { step: 'arb.copies-served', on: day('2026-03-04'), party },
      { step: 'arb.suspend', on: day('2026-03-05'), ground: '47-6', ...decided },
      { step: 'arb.resume', on: day('2026-03-05') },
      { step: 'arb.defence', on: day('2026-03-06'), party },
      { step: 'arb.notice', on: day('2026-03-06'), ...decided },
      { step: 'arb.notice-ended', on: day('2026-03-07') },
      { step: 'arb.change-claims', on: day('2026-03-07') },
    ];
    for (const said of way) await step(office, dossier, said);
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-08'), type: 'arb.withdrawn' });
    expect(await uncounted(office, dossier)).toEqual([]);
    let taken = 0;
    const codes = ['arb.receive', 'arb.accept', ...way.map((said) => said.step), 'arb.close'];
    for (const code of codes) {
      const was = (await office.ask('dossier.get', { dossier })).life.steps.find((one) => one.code === code)?.on ?? '';
      for (let date = 1; date <= 9; date += 1) {
        const on = `2026-03-0${date}`;
        if (on === was) continue;
        const answer = await office.call('dossier.correctStep', await move(office, dossier, code, on));
        if (!answer.ok) continue;
        taken += 1;
        expect([code, on, await uncounted(office, dossier)]).toEqual([code, on, []]);
        await moved(office, dossier, code, was);
      }
    }
    expect(taken).toBeGreaterThan(10);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  }, 60_000);
});

describe('a step that stops what was begun by hand', () => {
  it('stops it on the day it is moved to', async () => {
    const [office, dossier] = await acceptedOne('2026-05-12T10:00');
    await office.ask('clock.start', { dossier, ruleId: 'ARB.EVIDENCE', on: day('2026-05-20') });
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-05-10'), type: 'arb.withdrawn' });
    await moved(office, dossier, 'arb.close', '2026-05-08');
    for (const key of ['ARB.LIMIT', 'ARB.EVIDENCE']) {
      expect(await limit(office, dossier, key)).toMatchObject({ status: 'stopped', stoppedOn: '2026-05-08' });
    }
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('moves the stop of a limit of its own table too', async () => {
    const [office, dossier] = await acceptedOne('2026-03-20T10:00');
    await office.ask('clock.start', { dossier, ruleId: 'ARB.PANEL', on: day('2026-03-03') });
    await step(office, dossier, { step: 'arb.panel', on: day('2026-03-09') });
    await moved(office, dossier, 'arb.panel', '2026-03-06');
    expect(await limit(office, dossier, 'ARB.PANEL')).toMatchObject({ stoppedOn: '2026-03-06' });
  });

  it('still does not stop what was begun by hand only after it', async () => {
    const [office, dossier] = await acceptedOne('2026-03-20T10:00');
    await step(office, dossier, { step: 'arb.panel', on: day('2026-03-09') });
    await office.ask('clock.start', { dossier, ruleId: 'ARB.PANEL', on: day('2026-03-10') });
    await moved(office, dossier, 'arb.panel', '2026-03-11');
    expect(await limit(office, dossier, 'ARB.PANEL')).toMatchObject({ status: 'running', review: [] });
  });

  it('counts a limit begun anew by hand as one that runs', async () => {
    const office = await testOffice({ now: '2026-03-20T10:00' });
    const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
    await step(office, dossier, { step: 'arb.ask-correction', on: day('2026-03-03'), paper: '补1号' });
    const again = { dossier, ruleId: 'ARB.ACCEPT', type: 'RESTART', on: day('2026-03-05'), ground: '46-2' } as const;
    await office.ask('clock.record', again);
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-09'), type: 'arb.rejected' });
    expect(await limit(office, dossier, 'ARB.ACCEPT')).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-09' });
  });
});

describe('a step whose clock event would not count', () => {
  it('is taken where it ends what was ended by hand', async () => {
    const [office, dossier] = await acceptedOne('2026-04-20T10:00');
    await step(office, dossier, { step: 'arb.notice', on: day('2026-03-09'), paper: '公告1号' });
    const by = { dossier, ruleId: 'ARB.LIMIT', on: day('2026-04-08') } as const;
    await office.ask('clock.record', { ...by, type: 'EXCLUDE_END', ground: '46-6-notice' });
    await step(office, dossier, { step: 'arb.notice-ended', on: day('2026-04-09') });
    expect((await office.ask('dossier.get', { dossier })).life.asides).toEqual([]);
    expect(await limit(office, dossier, 'ARB.PUBLIC_SERVICE')).toMatchObject({ status: 'stopped' });
    expect(await limit(office, dossier, 'ARB.LIMIT')).toMatchObject({ status: 'running', raw: '2026-05-17' });
  });

  it('is refused: a closing before a limit of the file began would leave it running for ever', async () => {
    const [office, dossier] = await acceptedOne('2026-03-20T10:00');
    await office.ask('clock.start', { dossier, ruleId: 'ARB.PANEL', on: day('2026-03-12') });
    const said = { ...approval, dossier, type: 'arb.withdrawn' } as const;
    const early = await office.refusal('dossier.close', { ...said, on: day('2026-03-11') });
    expect(early.code).toBe('clock.before-start');
    await office.ask('dossier.close', { ...said, on: day('2026-03-12') });
    expect(await limit(office, dossier, 'ARB.PANEL')).toMatchObject({ status: 'stopped' });
  });
});
