import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from './made-up-dossier.ts';
import type { TestOffice } from './office.ts';

/** Records a step of a file as a person does who has just looked at it. */
export async function takeStep(office: TestOffice, dossier: DossierId, code: string, on: string, rest: object = {}) {
  const { revision: base } = await office.ask('dossier.get', { dossier });
  await office.ask('dossier.step', { dossier, base, step: code, on: localDate(on), ...rest });
}

/** A case received on 2026-03-02 whose award, final for none of its sides, was served on the worker on 2026-03-12. */
export async function servedCase(
  office: TestOffice,
): Promise<{ readonly dossier: DossierId; readonly worker: string | undefined }> {
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
  await office.ask('dossier.accept', { dossier, on: localDate('2026-03-02') });
  await takeStep(office, dossier, 'arb.panel', '2026-03-03');
  await takeStep(office, dossier, 'arb.set-hearing', '2026-03-03', { day: localDate('2026-03-11') });
  await takeStep(office, dossier, 'arb.hear', '2026-03-11');
  await takeStep(office, dossier, 'arb.award-open', '2026-03-11', { paper: '裁1号' });
  const { parties } = await office.ask('dossier.get', { dossier });
  const worker = parties[0]?.id;
  await takeStep(office, dossier, 'arb.result-served', '2026-03-12', { party: worker });
  return { dossier, worker };
}
