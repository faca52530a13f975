import { putDevice } from '#electron/store/tables/devices.ts';
import type { DeviceId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { OpenOffice } from '../context.ts';
import { identitiesOf } from '../identity.ts';
import type { Fact } from '../journal/fact.ts';
import type { Projector } from '../journal/projector.ts';

/** First facts of every device's chain: its public signing keys, so that what they signed can be checked after it is gone. */
export function deviceFacts(open: Pick<OpenOffice, 'device' | 'signing' | 'also'>, on: LocalDate): readonly Fact[] {
  return identitiesOf(open).map(({ device, signing }) => ({
    ...{ kind: 'device.added', on, facts: { device, key: signing.publicKey } },
  }));
}

const added: Projector = (tx, { entry }) => {
  const { device, key } = entry.parsed.facts;
  if (typeof device === 'string' && typeof key === 'string') putDevice(tx, device as DeviceId, key);
};

/** Projector of facts about this office's devices. */
export const deviceProjectors = { 'device.added': added } satisfies Readonly<Record<string, Projector>>;
