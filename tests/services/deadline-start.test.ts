import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { type LocalDate, localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeStep } from '#tests/support/served-case.ts';

const day = localDate;

async function accepted(office: TestOffice, on = '2026-03-02'): Promise<DossierId> {
  const dossier = await receiveOne(office, { receivedOn: on });
  await office.ask('dossier.accept', { dossier, on: day(on) });
  return dossier;
}

const start = (dossier: DossierId, said: Partial<CallInput<'clock.start'>>): CallInput<'clock.start'> => ({
  ...{ dossier, ruleId: 'ARB.DEFENSE', on: day('2026-03-09') },
  ...said,
});

async function limits(office: TestOffice, dossier: DossierId, rule: string) {
  const { deadlines } = await office.ask('dossier.get', { dossier });
  return deadlines.filter(({ ruleId }) => ruleId === rule);
}

describe('a limit of the rules on a file', () => {
  it('runs once for each respondent, each with a day, an id and events of its own', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office);
    await office.ask('clock.start', start(dossier, { of: 'first', paper: '送达回证1' }));
    await office.ask('clock.start', start(dossier, { of: 'second', on: day('2026-03-11') }));
    const found = await limits(office, dossier, 'ARB.DEFENSE');
    expect(found.map(({ id, of, due }) => [id, of, due])).toEqual([
      [`${dossier}:ARB.DEFENSE:first`, 'first', '2026-03-23'],
      [`${dossier}:ARB.DEFENSE:second`, 'second', '2026-03-25'],
    ]);
    await office.ask('clock.record', { ...start(dossier, { of: 'second', on: day('2026-03-20') }), type: 'STOP' });
    const after = await limits(office, dossier, 'ARB.DEFENSE');
    expect(after.map(({ state }) => state)).toEqual(['running', 'stopped']);
    expect(await office.ask('clock.may', { dossier, ruleId: 'ARB.DEFENSE', of: 'first' })).toEqual(['STOP']);
    const { events } = await office.ask('deadline.explain', { id: found[0]?.id ?? '' });
    expect(events).toMatchObject([{ type: 'START', on: '2026-03-09', paper: '送达回证1' }]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is counted back from a hearing that lies ahead, and moves with it', async () => {
    const office = await testOffice({ now: '2026-09-20T09:00' });
    const dossier = await accepted(office, '2026-09-01');
    const hearing = { ruleId: 'ARB.HEARING_NOTICE', of: 'h1' } as const;
    // A Sunday: possible and unusual, as where a step sets the hearing.
    const begun = await office.ask('clock.start', start(dossier, { ...hearing, on: day('2026-10-18') }));
    expect(begun.warnings).toEqual([{ code: 'step.day-off', field: 'on' }]);
    const moved = start(dossier, { ...hearing, on: day('2026-10-14') });
    expect((await office.ask('clock.record', { ...moved, type: 'RESTART' })).warnings).toEqual([]);
    // 2026-10-10 is a Saturday that is worked; other limits may run from any day.
    const rest = start(dossier, { ruleId: 'ARB.POSTPONE_REQ', of: 'h1', on: day('2026-10-10') });
    expect((await office.ask('clock.start', rest)).warnings).toEqual([]);
    const copy = start(dossier, { of: 'first', on: day('2026-09-13') });
    expect((await office.ask('clock.start', copy)).warnings).toEqual([]);
    expect(await limits(office, dossier, 'ARB.HEARING_NOTICE')).toMatchObject([{ due: '2026-10-08' }]);
  });

  it.each([
    ['clock.in-future', { on: day('2026-05-19') }],
    ['clock.no-such-limit', { ruleId: 'ARB.LIMIT_EXT' }],
    ['clock.no-such-limit', { ruleId: 'ARB.JURIS_OBJECT' }],
    ['clock.no-such-limit', { ruleId: 'ARB.RECUSE_FILE' }],
    ['clock.no-such-limit', { ruleId: 'ARB.SIMPLE' }],
    ['clock.no-such-limit', { ruleId: 'NO.SUCH' }],
    ['clock.second-start', { ruleId: 'ARB.LIMIT' }],
  ])('is refused as %s for %o', async (code, said) => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office);
    expect(await office.refusal('clock.start', start(dossier, said))).toMatchObject({ code });
    expect(await limits(office, dossier, 'ARB.DEFENSE')).toEqual([]);
  });

  it('takes only an id as what it is about', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office);
    expect((await office.refusal('clock.start', start(dossier, { of: '张三（被申请人）' }))).code).toMatch(/input/);
  });
});

describe('the decision on acceptance put off for mediation', () => {
  it('says when a person should resume it: fifteen days after the consent', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await receiveOne(office, { receivedOn: '2026-05-11' });
    const consent = { dossier, ruleId: 'ARB.ACCEPT', on: day('2026-05-12') } as const;
    await office.ask('clock.record', { ...consent, type: 'SUSPEND', ground: '69', decidedBy: '仲裁院负责人' });
    expect(await limits(office, dossier, 'ARB.ACCEPT')).toMatchObject([{ state: 'suspended', resumeBy: '2026-05-27' }]);
    expect((await office.ask('dossier.get', { dossier })).row.next).toMatchObject({ state: 'suspended' });
    await office.ask('clock.record', { ...consent, type: 'RESUME', on: day('2026-05-18') });
    expect(await limits(office, dossier, 'ARB.ACCEPT')).toMatchObject([{ due: '2026-05-22', resumeBy: null }]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});

describe('exposure to a suit', () => {
  it('is told with the limit of a case that is over, and closed by a hearing that is set', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office);
    const id = `${dossier}:ARB.LIMIT`;
    const before = await office.ask('deadline.explain', { id });
    expect(before.exposure).toEqual({ when: 'overdue', verdict: 'taken', reasons: [] });
    await office.ask('clock.start', start(dossier, { ruleId: 'ARB.HEARING_NOTICE', of: 'h1', on: day('2026-05-29') }));
    const after = await office.ask('deadline.explain', { id });
    expect(after.exposure).toEqual({ when: 'overdue', verdict: 'not-taken', reasons: ['hearing-ahead'] });
  });

  it('is open again when the hearing is postponed, and closed by a delegation on paper until it is back', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office);
    const reasons = async () =>
      (await office.ask('deadline.explain', { id: `${dossier}:ARB.LIMIT` })).exposure?.reasons ?? null;
    const step = async (code: string, on: string, rest: { day?: LocalDate } = {}) => {
      const { revision: base } = await office.ask('dossier.get', { dossier });
      await office.ask('dossier.step', { dossier, base, step: code, on: day(on), ...rest });
    };
    await step('arb.panel', '2026-05-11');
    await step('arb.set-hearing', '2026-05-12', { day: day('2026-05-29') });
    expect(await reasons()).toEqual(['hearing-ahead']);
    await step('arb.mediate', '2026-05-13');
    expect(await reasons()).toEqual(['hearing-ahead']);
    await step('arb.mediation-failed', '2026-05-14');
    await step('arb.postpone', '2026-05-15');
    expect(await reasons()).toEqual([]);
    await step('arb.set-hearing', '2026-05-15', { day: day('2026-05-17') });
    expect(await reasons()).toEqual([]);
    await step('arb.delegate', '2026-05-16');
    expect(await reasons()).toEqual(['inquiry']);
    await step('arb.delegation-back', '2026-05-17');
    expect(await reasons()).toEqual([]);
  });

  it('is closed by copies that are out for service, until they have reached a respondent', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office);
    const { parties } = await office.ask('dossier.get', { dossier });
    const exposure = async () => {
      const { exposure: told } = await office.ask('deadline.explain', { id: `${dossier}:ARB.LIMIT` });
      return [told?.verdict, told?.reasons];
    };
    expect(await exposure()).toEqual(['taken', []]);
    await takeStep(office, dossier, 'arb.send-copies', '2026-05-11');
    expect(await exposure()).toEqual(['not-taken', ['serving']]);
    await takeStep(office, dossier, 'arb.copies-served', '2026-05-12', { party: parties[1]?.id });
    expect(await exposure()).toEqual(['taken', []]);
  });

  it('is not told of any other limit', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office);
    await office.ask('clock.start', start(dossier, {}));
    const { exposure } = await office.ask('deadline.explain', { id: `${dossier}:ARB.DEFENSE` });
    expect(exposure).toBeNull();
  });
});
