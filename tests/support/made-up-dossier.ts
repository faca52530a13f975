import type { DossierId } from '#shared/base/ids.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { employer, worker } from './made-up-parties.ts';
import type { TestOffice } from './office.ts';

/** Receives a made-up arbitration file and answers its id; anything may be given otherwise. */
export async function receiveOne(
  office: Pick<TestOffice, 'ask'>,
  said: Partial<CallInput<'dossier.receive'>> = {},
): Promise<DossierId> {
  const parties = [worker('周某某'), employer('某某物流(上海)有限公司')];
  const received = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', parties, ...said });
  // The answer names the file it made.
  return received.id as DossierId;
}
