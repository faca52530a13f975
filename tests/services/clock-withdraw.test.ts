import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;
const limit = { ruleId: 'ARB.LIMIT' } as const;
const decided = { decidedBy: '仲裁院负责人', paper: '青劳人仲中字第1号' };

/** A case accepted on 2026-03-02 and suspended on 2026-03-20. */
async function suspended(): Promise<{ office: TestOffice; dossier: DossierId; id: string; event: string }> {
  const office = await testOffice({ now: '2026-05-18T14:20' });
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
  await office.ask('dossier.accept', { dossier, on: day('2026-03-02') });
  const said = { dossier, ...limit, type: 'SUSPEND', on: day('2026-03-20'), ground: '47-5', ...decided } as const;
  const event = (await office.ask('clock.record', said)).id;
  return { office, dossier, id: `${dossier}:ARB.LIMIT`, event };
}

async function withdrawal(
  { office, dossier, id, event }: Awaited<ReturnType<typeof suspended>>,
  said: Partial<CallInput<'clock.withdraw'>> = {},
): Promise<CallInput<'clock.withdraw'>> {
  const { base } = await office.ask('deadline.explain', { id });
  return { dossier, ...limit, event, base, reason: '记错了案件', ...said };
}

const changesOf = async (office: TestOffice, id: string) =>
  (await office.ask('deadline.explain', { id })).deadline.changes.map(({ type, on, after }) => [type, on, after]);

describe('a wrong clock event', () => {
  it('leaves the count by an act that says why, and stays readable', async () => {
    const file = await suspended();
    const { office, id, event } = file;
    await office.ask('clock.withdraw', await withdrawal(file));
    expect(await changesOf(office, id)).toEqual([['START', '2026-03-02', '2026-04-16']]);
    const { withdrawn, events } = await office.ask('deadline.explain', { id });
    expect(withdrawn).toMatchObject([
      {
        ...{ id: event, type: 'SUSPEND', on: '2026-03-20', ...decided, reason: '记错了案件' },
        ...{ withdrawnBy: '沈书记员', withdrawnAt: '2026-05-18T14:20', rule: 'ARB.LIMIT' },
      },
    ]);
    expect(events.map(({ type, withdrawable }) => [type, withdrawable])).toEqual([['START', false]]);
    const kinds = (await office.ask('dossier.history', { dossier: file.dossier })).rows.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['clock.withdrawn', 'clock.recorded']);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is put right in its place, with everything after it counted anew', async () => {
    const file = await suspended();
    const { office, dossier, id } = file;
    await office.ask('clock.record', { dossier, ...limit, type: 'RESUME', on: day('2026-05-11') });
    const instead = { on: day('2026-03-22'), ground: '47-6', ...decided };
    const unwritten = await withdrawal(file, { instead: { ...instead, paper: '' } });
    expect(await office.refusal('clock.withdraw', unwritten)).toMatchObject({
      ...{ code: 'clock.paper-missing', field: 'paper' },
    });
    await office.ask('clock.withdraw', await withdrawal(file, { instead }));
    const { events, deadline, withdrawn } = await office.ask('deadline.explain', { id });
    expect(events.map(({ type, on, ground }) => [type, on, ground])).toEqual([
      ['START', '2026-03-02', ''],
      ['SUSPEND', '2026-03-22', '47-6'],
      ['RESUME', '2026-05-11', ''],
    ]);
    // 20 of 45 days were used by then; 25 are left after 2026-05-11.
    expect(deadline).toMatchObject({ raw: '2026-06-05', review: [] });
    expect(withdrawn).toHaveLength(1);
    const again = events.find(({ type }) => type === 'SUSPEND');
    await office.ask('clock.withdraw', await withdrawal(file, { event: again?.id ?? '' }));
    const after = await office.ask('deadline.explain', { id });
    expect(after.deadline.review.map(({ code }) => code)).toEqual(['resume-without-suspend']);
    expect(after.withdrawn).toHaveLength(2);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('that set a day ahead keeps its turn when it is put right', async () => {
    const office = await testOffice({ now: '2026-09-20T09:00' });
    const dossier = await receiveOne(office, { receivedOn: '2026-09-01' });
    const hearing = { dossier, ruleId: 'ARB.HEARING_NOTICE', of: 'h1' } as const;
    const wrong = (await office.ask('clock.start', { ...hearing, on: day('2026-10-12') })).id;
    await office.ask('clock.record', { ...hearing, type: 'RESTART', on: day('2026-10-14') });
    const id = `${dossier}:ARB.HEARING_NOTICE:h1`;
    const { base } = await office.ask('deadline.explain', { id });
    const instead = { on: day('2026-10-13') };
    await office.ask('clock.withdraw', { ...hearing, event: wrong, base, instead, reason: '日期写错' });
    const { deadline, events } = await office.ask('deadline.explain', { id });
    expect(events.map(({ on }) => on)).toEqual(['2026-10-13', '2026-10-14']);
    expect(deadline).toMatchObject({ legal: '2026-10-08', review: [] });
  });
});

describe('a limit that should not have been started', () => {
  it('goes with everything recorded about it by hand, and the paper of the clocks says so', async () => {
    const file = await suspended();
    const { office, dossier } = file;
    const defense = { dossier, ruleId: 'ARB.DEFENSE', of: 'first' } as const;
    const start = (await office.ask('clock.start', { ...defense, on: day('2026-03-09') })).id;
    await office.ask('clock.record', { ...defense, type: 'STOP', on: day('2026-03-12') });
    const id = `${dossier}:ARB.DEFENSE:first`;
    const { base } = await office.ask('deadline.explain', { id });
    await office.ask('clock.withdraw', { ...defense, event: start, base, reason: '没有送达' });
    expect(await office.refusal('deadline.explain', { id })).toMatchObject({ kind: 'not-found' });
    const { gone, limits } = await office.ask('deadline.file', { dossier });
    expect(gone.map(({ type, rule, part }) => [type, rule, part])).toEqual([
      ['START', 'ARB.DEFENSE', 'first'],
      ['STOP', 'ARB.DEFENSE', 'first'],
    ]);
    expect(limits.flatMap(({ withdrawn }) => withdrawn)).toEqual([]);
    await office.ask('clock.start', { ...defense, on: day('2026-03-10') });
    expect((await office.ask('deadline.explain', { id })).deadline).toMatchObject({ status: 'running', review: [] });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});

it('of a party is not shown with another party of the same name', async () => {
  const office = await testOffice({ now: '2026-05-18T14:20' });
  const parties = [worker('周某某'), employer('某某物流(上海)有限公司', 1), employer('某某物流(上海)有限公司', 2)];
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02', parties });
  const [one = '', two = ''] = (await office.ask('dossier.get', { dossier })).parties
    .filter(({ role }) => role === 'respondent')
    .map(({ id }) => id);
  const start = (of: string) =>
    office.ask('clock.start', { dossier, ruleId: 'ARB.DEFENSE', of, on: day('2026-03-09') });
  const [event] = [(await start(one)).id, (await start(two)).id];
  const explain = (of: string) => office.ask('deadline.explain', { id: `${dossier}:ARB.DEFENSE:${of}` });
  const { base } = await explain(one);
  const instead = { on: day('2026-03-10') };
  await office.ask('clock.withdraw', {
    dossier,
    ruleId: 'ARB.DEFENSE',
    of: one,
    event,
    base,
    instead,
    reason: '送达日写错',
  });
  expect((await explain(one)).withdrawn).toHaveLength(1);
  expect((await explain(two)).withdrawn).toEqual([]);
});

describe('a withdrawal', () => {
  it('is refused for what a step wrote, what is not there, no reason, and a closed file', async () => {
    const file = await suspended();
    const { office, dossier, id } = file;
    const [start] = (await office.ask('deadline.explain', { id })).events;
    const refused = async (said: Partial<CallInput<'clock.withdraw'>>) =>
      (await office.refusal('clock.withdraw', await withdrawal(file, said))).code;
    expect(await refused({ event: start?.id ?? '' })).toBe('clock.of-a-step');
    expect(await refused({ event: 'nothing' })).toBe('not-found.clock-event');
    expect(await refused({ ruleId: 'ARB.ACCEPT' })).toBe('not-found.clock-event');
    expect(await refused({ reason: ' \n' })).toBe('step.reason-empty');
    const instead = { on: day('2026-03-20'), ground: '47-5' };
    expect(await refused({ instead })).toBe('clock.decider-missing');
    expect(await refused({ instead: { ...instead, ...decided, ground: '王某某' } })).toBe('clock.ground-unknown');
    expect(await refused({ instead: { ...instead, ...decided, on: day('2026-05-19') } })).toBe('clock.in-future');
    expect(await refused({ instead: { ...instead, ...decided, on: day('2026-03-01') } })).toBe('clock.before-start');
    const said = await withdrawal(file);
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-05-18'), type: 'arb.withdrawn' });
    expect((await office.refusal('clock.withdraw', said)).code).toBe('dossier.already-closed');
  });

  it('is a conflict when somebody moved that limit meanwhile, and none when another one was moved', async () => {
    const file = await suspended();
    const { office, dossier } = file;
    const said = await withdrawal(file);
    await office.ask('clock.start', { dossier, ruleId: 'ARB.DEFENSE', of: 'x', on: day('2026-03-09') });
    await office.ask('note.add', { dossier, text: '另一件事' });
    await office.ask('clock.record', { dossier, ...limit, type: 'RESUME', on: day('2026-05-11') });
    const failure = await office.refusal('clock.withdraw', said);
    expect(failure).toMatchObject({ kind: 'conflict', code: 'conflict.changed-meanwhile' });
    const base = failure.conflict?.revision ?? 0;
    await office.ask('clock.start', { dossier, ruleId: 'ARB.DEFENSE', of: 'y', on: day('2026-03-09') });
    await office.ask('clock.withdraw', { ...said, base });
  });
});

describe('a limit in hours', () => {
  it('runs from the time of day, which its start must name', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const parties = [
      { ...worker('周某某'), role: 'complainant' as const },
      { ...employer('某某物流(上海)有限公司'), role: 'employer' as const },
    ];
    const dossier = await receiveOne(office, { side: 'lsi', receivedOn: '2026-05-11', parties });
    const approved = { dossier, ruleId: 'LSI.CRIME_SEND', on: day('2026-05-15') } as const;
    expect(await office.refusal('clock.start', approved)).toMatchObject({ code: 'clock.time-missing', field: 'time' });
    const event = (await office.ask('clock.start', { ...approved, time: '16:40' })).id;
    const id = `${dossier}:LSI.CRIME_SEND`;
    const { deadline, base } = await office.ask('deadline.explain', { id });
    expect(deadline).toMatchObject({ legal: '2026-05-16', time: '16:40' });
    const { ruleId } = approved;
    const instead = { on: day('2026-05-14'), time: '09:05' };
    await office.ask('clock.withdraw', { dossier, ruleId, event, base, instead, reason: '批准时间写错' });
    expect((await office.ask('deadline.explain', { id })).deadline).toMatchObject({
      legal: '2026-05-15',
      time: '09:05',
    });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
