import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { deviceIdOf } from './device-key.ts';
import type { Hashing, Signing, Verifying } from './ports.ts';
import { parseCanonical } from './read-json.ts';
import { hasShape, isDate, isDeviceId, isKey, isOffice, orNull } from './shape.ts';
import { type SignedDocument, signDocument, signedBy } from './signed-document.ts';

/** The office root key's word that a device key is one of its office's. */
export type DeviceCertificate = {
  readonly v: 1;
  readonly office: OfficeId;
  readonly device: DeviceId;
  /** base64url of the raw signing key. */
  readonly key: string;
  readonly from: LocalDate;
  /** Last day it may sign, or null until it is revoked by a card. */
  readonly to: LocalDate | null;
};

const shape = {
  v: (value: unknown) => value === 1,
  office: isOffice,
  device: isDeviceId,
  key: isKey,
  from: isDate,
  to: orNull(isDate),
};

function isCertificate(value: JsonObject): value is JsonObject & DeviceCertificate {
  return hasShape(value, shape);
}

/** Certifies a device key. `office` signs with the office root key. */
export function certifyDevice(certificate: DeviceCertificate, office: Signing): SignedDocument {
  return signDocument('xieban-device-v1', certificate, office);
}

/** Why a certificate is not believed. */
export type CertificateFailure = 'certificate-shape' | 'certificate-device' | 'certificate-signature';

/** Reads a certificate and checks that the office root key `officeKey` signed it and that the id is the key's own. */
export function readCertificate(
  document: SignedDocument,
  officeKey: string,
  ports: { readonly hashing: Hashing; readonly verifying: Verifying },
): Result<DeviceCertificate, CertificateFailure> {
  const value = parseCanonical(document.text);
  if (!value || !isCertificate(value)) return err('certificate-shape');
  if (deviceIdOf(value.key, ports.hashing) !== value.device) return err('certificate-device');
  if (!signedBy('xieban-device-v1', document, officeKey, ports.verifying)) return err('certificate-signature');
  return ok(value);
}
