import type { ReadDb } from '#electron/store/db.ts';
import { officeDevices } from '#electron/store/tables/devices.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import type { DeviceId } from '#shared/base/ids.ts';
import { devicesOf } from '#shared/protocol/request-suite.ts';
import type { OpenOffice } from '../context.ts';
import { identitiesOf } from '../identity.ts';
import { cardOf } from './held-card.ts';

/** Public signing keys (base64url) of this office's devices and of every partner card's intake device held. */
export function deviceKeys(db: ReadDb, open: OpenOffice): ReadonlyMap<DeviceId, string> {
  const partners = allPartners(db).flatMap((row): [DeviceId, string][] => {
    const card = cardOf(row, open);
    return card ? devicesOf(card.card).map(({ device, key }) => [device, key]) : [];
  });
  const ours = identitiesOf(open).map(({ device, signing }): [DeviceId, string] => [device, signing.publicKey]);
  return new Map<DeviceId, string>([...ours, ...officeDevices(db), ...partners]);
}
