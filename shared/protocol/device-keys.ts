import type { DeviceId } from '#shared/base/ids.ts';
import { readCertificate } from './device-certificate.ts';
import type { PartnerCard } from './partner-card.ts';
import type { Hashing, Verifying } from './ports.ts';
import { devicesOf } from './request-suite.ts';
import type { SignedDocument } from './signed-document.ts';
import type { DeviceKey } from './step-types.ts';

/**
 * The device keys an office answers for: the intake device of its card, under each of its keys, and every device its root key certified, without
 * those its card revokes. A certificate that is not genuine adds nothing.
 */
export function deviceKeysOf(
  card: PartnerCard,
  certificates: readonly SignedDocument[],
  ports: { readonly hashing: Hashing; readonly verifying: Verifying },
): ReadonlyMap<DeviceId, DeviceKey> {
  const keys = new Map<DeviceId, DeviceKey>();
  for (const { device, key } of devicesOf(card)) keys.set(device, { office: card.office, key });
  for (const document of certificates) {
    const read = readCertificate(document, card.officeKey, ports);
    if (read.ok && read.value.office === card.office)
      keys.set(read.value.device, { office: card.office, key: read.value.key });
  }
  for (const device of card.revoked) keys.delete(device);
  return keys;
}
