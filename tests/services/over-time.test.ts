import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeStep } from '#tests/support/served-case.ts';

const day = localDate;

/** A case whose copy was served on the employer on 2026-03-03: the defence ends on 2026-03-17. */
async function servedOn(): Promise<{ office: TestOffice; dossier: DossierId; unit: string }> {
  const office = await testOffice({ now: '2026-04-10T09:00' });
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
  await office.ask('dossier.accept', { dossier, on: day('2026-03-02') });
  const unit = (await office.ask('dossier.get', { dossier })).parties[1]?.id ?? '';
  await takeStep(office, dossier, 'arb.copies-served', '2026-03-03', { party: unit });
  return { office, dossier, unit };
}

async function warned(office: TestOffice, dossier: DossierId, step: string, on: string, rest: object = {}) {
  const { revision: base } = await office.ask('dossier.get', { dossier });
  return (await office.ask('dossier.step', { dossier, base, step, on: day(on), ...rest })).warnings;
}

describe('a step that should be taken within the defence period', () => {
  it.each([
    ['arb.object', 'ARB.JURIS_OBJECT'],
    ['arb.counterclaim', 'ARB.COUNTERCLAIM_FILE'],
  ])('is recorded with a warning after it (办案规则10、36): %s', async (step, rule) => {
    const { office, dossier, unit } = await servedOn();
    await takeStep(office, dossier, 'arb.defence', '2026-03-10', { party: unit });
    const late = { code: 'step.over-time', field: 'on', facts: { rule, due: '2026-03-17' } };
    expect(await warned(office, dossier, step, '2026-03-18', { party: unit })).toEqual([late]);
    expect((await office.ask('dossier.get', { dossier })).life.asides).toHaveLength(1);
  });

  it('is in time on its last day, and where no copy was served on that party', async () => {
    const { office, dossier, unit } = await servedOn();
    expect(await warned(office, dossier, 'arb.object', '2026-03-17', { party: unit })).toEqual([]);
    const other = await receiveOne(office, { receivedOn: '2026-03-02' });
    await office.ask('dossier.accept', { dossier: other, on: day('2026-03-02') });
    const party = (await office.ask('dossier.get', { dossier: other })).parties[1]?.id;
    expect(await warned(office, other, 'arb.object', '2026-04-09', { party })).toEqual([]);
  });
});

describe('a claim changed', () => {
  it('is recorded with a warning after the last time for evidence (办案规则44)', async () => {
    const { office, dossier } = await servedOn();
    expect(await warned(office, dossier, 'arb.change-claims', '2026-03-18')).toEqual([]);
    await office.ask('clock.start', { dossier, ruleId: 'ARB.EVIDENCE', of: 'n1', on: day('2026-03-20') });
    await office.ask('clock.start', { dossier, ruleId: 'ARB.EVIDENCE', of: 'n2', on: day('2026-03-27') });
    expect(await warned(office, dossier, 'arb.change-claims', '2026-03-27')).toEqual([]);
    const late = { code: 'step.over-time', field: 'on', facts: { rule: 'ARB.CLAIM_CHANGE', due: '2026-03-27' } };
    expect(await warned(office, dossier, 'arb.change-claims', '2026-03-30')).toEqual([late]);
  });
});
