import { describe, expect, it } from 'vitest';
import { project } from '#electron/services/journal/project.ts';
import { projectionDigests, rebuild } from '#electron/store/rebuild.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const day = localDate;
type Said = Omit<CallInput<'dossier.step'>, 'dossier' | 'base'>;

async function baseOf(office: TestOffice, dossier: DossierId): Promise<number> {
  return (await office.ask('dossier.get', { dossier })).revision;
}

async function step(office: TestOffice, dossier: DossierId, said: Said) {
  return office.ask('dossier.step', { dossier, base: await baseOf(office, dossier), ...said });
}

async function refused(office: TestOffice, dossier: DossierId, said: Said): Promise<string> {
  return (await office.refusal('dossier.step', { dossier, base: await baseOf(office, dossier), ...said })).code;
}

async function acceptedOne(office: TestOffice): Promise<DossierId> {
  const dossier = await receiveOne(office);
  await office.ask('dossier.accept', { dossier, on: day('2026-03-02') });
  return dossier;
}

const dues = async (office: TestOffice, dossier: DossierId, rule: string) =>
  (await office.ask('dossier.get', { dossier })).deadlines.filter(({ ruleId }) => ruleId === rule);
const suspension = {
  ...{ step: 'arb.suspend', ground: '47-6', decidedBy: '某负责人', paper: '中止1号' },
} as const;

describe('a step', () => {
  it('moves the file along and its limits with it', async () => {
    const office = await testOffice({ now: '2026-05-12T10:00' });
    const dossier = await acceptedOne(office);
    expect(await dues(office, dossier, 'ARB.LIMIT')).toMatchObject([{ due: '2026-04-16', state: 'running' }]);
    await step(office, dossier, { ...suspension, on: day('2026-03-20') });
    expect(await dues(office, dossier, 'ARB.LIMIT')).toMatchObject([{ state: 'suspended' }]);
    const still = await office.ask('dossier.get', { dossier });
    expect(still.life).toMatchObject({ stage: 'ACCEPTED', asides: [{ aside: 'SUSPENDED', since: '2026-03-20' }] });
    expect(still.life.offered).toContain('arb.resume');
    expect(still.life.offered).not.toContain('arb.panel');
    await step(office, dossier, { step: 'arb.resume', on: day('2026-05-11') });
    // The worked example: 18 days used, 27 left, the last day a Sunday.
    expect(await dues(office, dossier, 'ARB.LIMIT')).toMatchObject([{ due: '2026-06-08', state: 'running' }]);
    await step(office, dossier, { step: 'arb.panel', on: day('2026-05-12'), paper: '组1号' });
    const { life } = await office.ask('dossier.get', { dossier });
    expect(life.steps.map(({ code, paper }) => [code, paper])).toEqual([
      ...[
        ['arb.receive', ''],
        ['arb.accept', ''],
        ['arb.suspend', '中止1号'],
      ],
      ...[
        ['arb.resume', ''],
        ['arb.panel', '组1号'],
      ],
    ]);
  });

  it('says in the explanation who decided it and on which paper', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    await step(office, dossier, { ...suspension, on: day('2026-03-20') });
    const [due] = await dues(office, dossier, 'ARB.LIMIT');
    const { events } = await office.ask('deadline.explain', { id: due?.id ?? '' });
    expect(events.find(({ type }) => type === 'SUSPEND')).toMatchObject({
      ...{ decidedBy: '某负责人', paper: '中止1号', recordedBy: '沈书记员' },
    });
  });

  it('is refused out of order, without who decided, on a wrong ground or beyond the law, and writes nothing then', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    const before = await office.ask('dossier.history', { dossier });
    const on = day('2026-03-20');
    expect(await refused(office, dossier, { step: 'arb.hear', on })).toBe('step.not-from-here');
    expect(await refused(office, dossier, { step: 'arb.accept', on })).toBe('step.unknown');
    expect(await refused(office, dossier, { ...suspension, on, decidedBy: ' ' })).toBe('step.decider-missing');
    expect(await refused(office, dossier, { ...suspension, on, ground: '46-1' })).toBe('clock.ground-unknown');
    expect(await refused(office, dossier, { ...suspension, on, ground: '周某某病了' })).toBe('clock.ground-unknown');
    const extension = { step: 'arb.extend', on, decidedBy: '某负责人', paper: '延1号' };
    expect(await refused(office, dossier, { ...extension, amount: 16 })).toBe('clock.extend-beyond');
    expect(await refused(office, dossier, { step: 'arb.panel', on: day('2026-04-01') })).toBe('dossier.in-future');
    expect(await office.ask('dossier.history', { dossier })).toEqual(before);
  });

  it('is not taken on a file another window moved on meanwhile', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    const base = await baseOf(office, dossier);
    await office.ask('dossier.step', { dossier, base, step: 'arb.panel', on: day('2026-03-09') });
    const failure = await office.refusal('dossier.step', { dossier, base, step: 'arb.mediate', on: day('2026-03-10') });
    expect(failure).toMatchObject({
      ...{ kind: 'conflict', code: 'conflict.changed-meanwhile' },
      conflict: { fields: ['stage'], stored: { stage: 'PANEL_FORMED' }, by: '沈书记员' },
    });
  });

  it('warns of a hearing on a day off', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    await step(office, dossier, { step: 'arb.panel', on: day('2026-03-09') });
    const set = await step(office, dossier, { step: 'arb.set-hearing', on: day('2026-03-10'), day: day('2026-04-11') });
    expect(set.warnings).toEqual([{ code: 'step.day-off', field: 'day' }]);
  });
});

describe('a wrong step', () => {
  async function stepId(office: TestOffice, dossier: DossierId, code: string): Promise<never> {
    const { life } = await office.ask('dossier.get', { dossier });
    // The answer names entries; the test does not know their brand.
    return life.steps.findLast((one) => one.code === code)?.id as never;
  }
  async function correct(
    office: TestOffice,
    dossier: DossierId,
    said: Omit<CallInput<'dossier.correctStep'>, 'dossier' | 'base' | 'reason'>,
  ) {
    return office.ask('dossier.correctStep', { dossier, base: await baseOf(office, dossier), reason: '录错', ...said });
  }

  it('is struck with its reason; clocks run as if it had not been, and the history shows both', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    await step(office, dossier, { ...suspension, on: day('2026-03-20') });
    await correct(office, dossier, { step: await stepId(office, dossier, 'arb.suspend'), on: null });
    const view = await office.ask('dossier.get', { dossier });
    expect(view.life).toMatchObject({ stage: 'ACCEPTED', asides: [] });
    expect(view.life.steps.at(-1)).toMatchObject({ code: 'arb.suspend', struck: true, reason: '录错' });
    expect(await dues(office, dossier, 'ARB.LIMIT')).toMatchObject([{ due: '2026-04-16', state: 'running' }]);
    const { rows } = await office.ask('dossier.history', { dossier, limit: 2 });
    expect(rows.map(({ kind }) => kind)).toEqual(['dossier.step-corrected', 'dossier.stepped']);
  });

  it('is moved to its right day, and every limit is counted from there, again and again', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    const accepted = await stepId(office, dossier, 'arb.accept');
    await correct(office, dossier, { step: accepted, on: day('2026-03-05') });
    expect(await dues(office, dossier, 'ARB.LIMIT')).toMatchObject([{ due: '2026-04-20' }]);
    await correct(office, dossier, { step: accepted, on: day('2026-03-03') });
    expect(await dues(office, dossier, 'ARB.LIMIT')).toMatchObject([{ due: '2026-04-17' }]);
    const view = await office.ask('dossier.get', { dossier });
    expect(view.row).toMatchObject({ acceptedOn: '2026-03-03', caseNo: '青劳人仲(2026)办字第1号' });
    expect(view.life.steps.at(-1)).toMatchObject({ on: '2026-03-03', was: '2026-03-05' });
  });

  it('is not struck under the feet of later ones: they are named, and struck with it when that is said', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    await step(office, dossier, { step: 'arb.panel', on: day('2026-03-09') });
    const accepted = await stepId(office, dossier, 'arb.accept');
    const also = await office.ask('dossier.restingOn', { dossier, step: accepted });
    expect(also).toEqual([await stepId(office, dossier, 'arb.panel')]);
    const base = await baseOf(office, dossier);
    const said = { dossier, base, step: accepted, on: null, reason: '不该受理' };
    expect(await office.refusal('dossier.correctStep', said)).toMatchObject({ code: 'step.others-depend' });
    await office.ask('dossier.correctStep', { ...said, also: also as never });
    const view = await office.ask('dossier.get', { dossier });
    expect(view.row).toMatchObject({ status: 'received', caseNo: null, acceptedOn: null });
    expect(view.row.next).toMatchObject({ ruleId: 'ARB.ACCEPT', state: 'running' });
    const again = await office.ask('dossier.accept', { dossier, on: day('2026-03-10') });
    expect(again.caseNo).toBe('青劳人仲(2026)办字第2号');
  });

  it('may be the closing itself: the file is open again', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    await office.ask('dossier.close', {
      ...approval,
      dossier,
      on: day('2026-03-20'),
      type: 'arb.withdrawn',
      note: '撤回',
    });
    await correct(office, dossier, { step: await stepId(office, dossier, 'arb.close'), on: null });
    const view = await office.ask('dossier.get', { dossier });
    expect(view).toMatchObject({ row: { status: 'accepted', closedOn: null }, closeType: null, closeNote: '' });
    expect(await dues(office, dossier, 'ARB.LIMIT')).toMatchObject([{ state: 'running', due: '2026-04-16' }]);
  });

  it('needs a reason, and the receipt itself is never struck', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    const base = await baseOf(office, dossier);
    const received = await stepId(office, dossier, 'arb.receive');
    const said = { dossier, base, step: received, on: null };
    expect(await office.refusal('dossier.correctStep', { ...said, reason: ' ' })).toMatchObject({
      ...{ code: 'step.reason-empty', field: 'reason' },
    });
    expect(await office.refusal('dossier.correctStep', { ...said, reason: '错' })).toMatchObject({
      code: 'step.receipt-stays',
    });
  });

  it('comes out the same from a rebuild', async () => {
    const office = await testOffice({ now: '2026-03-30T10:00' });
    const dossier = await acceptedOne(office);
    await step(office, dossier, { ...suspension, on: day('2026-03-20') });
    await correct(office, dossier, { step: await stepId(office, dossier, 'arb.accept'), on: day('2026-03-04') });
    await correct(office, dossier, { step: await stepId(office, dossier, 'arb.suspend'), on: null });
    const { open } = office;
    const before = projectionDigests(open.store.db);
    const rebuilt = unwrap(rebuild(open.store, (tx, entry, date, n) => project(tx, { entry, n, date }, open)));
    expect(rebuilt.drifted).toEqual([]);
    expect(projectionDigests(open.store.db)).toEqual(before);
  });
});
