import type { ReadDb } from '#electron/store/db.ts';
import { knownKeys } from '#electron/store/tables/device-keys.ts';
import { officeDevices } from '#electron/store/tables/devices.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import type { DeviceId } from '#shared/base/ids.ts';
import type { OpenOffice } from '../context.ts';
import { identitiesOf } from '../identity.ts';

/** Public signing keys (base64url) of this office's devices and of every device a partner's root key ever answered for. */
export function deviceKeys(db: ReadDb, open: OpenOffice): ReadonlyMap<DeviceId, string> {
  const offices = [open.office, ...allPartners(db).map(({ office }) => office)];
  const partners = offices.flatMap((office) =>
    knownKeys(db, office).map(({ device, key }): [DeviceId, string] => [device, key]),
  );
  const ours = identitiesOf(open).map(({ device, signing }): [DeviceId, string] => [device, signing.publicKey]);
  return new Map<DeviceId, string>([...partners, ...officeDevices(db), ...ours]);
}
