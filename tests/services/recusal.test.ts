import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { filing } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeStep } from '#tests/support/served-case.ts';

const inspected = [
  { ...worker('周某某'), role: 'complainant' as const },
  { ...employer('某某物流(上海)有限公司'), role: 'employer' as const },
];

async function recusal(office: TestOffice, dossier: DossierId, side: 'arb' | 'lsi', rule: string): Promise<void> {
  const { parties } = await office.ask('dossier.get', { dossier });
  await takeStep(
    office,
    dossier,
    `${side}.recuse-asked`,
    '2026-03-09',
    side === 'arb' ? { party: parties[0]?.id } : {},
  );
  const asked = await office.ask('dossier.get', { dossier });
  expect(asked.life.asides).toEqual([{ aside: 'RECUSAL', since: '2026-03-09' }]);
  expect(asked.deadlines.find(({ ruleId }) => ruleId === rule)).toMatchObject({ due: '2026-03-12', state: 'running' });
  await takeStep(office, dossier, `${side}.recuse-decided`, '2026-03-10', { decidedBy: '负责人' });
  const { deadline, events } = await office.ask('deadline.explain', { id: `${dossier}:${rule}` });
  expect(deadline).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-10', inTime: true });
  expect(events.at(-1)).toMatchObject({ type: 'STOP', decidedBy: '负责人' });
  expect((await office.ask('dossier.get', { dossier })).life.asides).toEqual([]);
}

describe('a request that somebody stand aside', () => {
  it('is decided within three working days in a case (办案规则11、12), at the latest before it is deliberated', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    await office.ask('dossier.accept', { dossier, on: localDate('2026-03-03') });
    await recusal(office, dossier, 'arb', 'ARB.RECUSE_DECIDE');
    expect(stepOf('arb.recuse-asked')?.from).not.toContain('DELIBERATION');
  });

  it('is decided within three working days in an inspection, as a default (若干规定25)', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office, { side: 'lsi', channel: 'complaint', parties: inspected });
    await office.ask('dossier.accept', { dossier, on: localDate('2026-03-03'), ...filing });
    await recusal(office, dossier, 'lsi', 'LSI.RECUSE');
    expect(stepOf('lsi.recuse-decided')).toMatchObject({ confidence: 'default', decider: { written: false } });
  });

  it('names the committee as who postpones a hearing (调解仲裁法35、办案规则38)', () => {
    expect(stepOf('arb.postpone')?.decider).toMatchObject({ who: { zh: '仲裁委员会' }, written: false });
  });
});
