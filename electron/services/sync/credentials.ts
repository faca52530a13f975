import { knownKeys } from '#electron/store/tables/device-keys.ts';
import { officeDevices } from '#electron/store/tables/devices.ts';
import { findLink } from '#electron/store/tables/links.ts';
import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import { type BundleRoute, mostCertificates, type Parcel } from '#shared/protocol/bundle.ts';
import { certifyDevice } from '#shared/protocol/device-certificate.ts';
import { isRecord, parseJson } from '#shared/protocol/read-json.ts';
import type { SignedDocument } from '#shared/protocol/signed-document.ts';
import type { OpenOffice } from '../context.ts';
import { identitiesOf } from '../identity.ts';
import { ownCard } from '../partner/own-card.ts';

/** Certificates are made once while the office is open: they are asked for with every bundle. */
const made = new WeakMap<OpenOffice, Map<DeviceId, SignedDocument>>();

function certificateOf(open: OpenOffice, device: DeviceId, key: string): SignedDocument | undefined {
  const known = made.get(open) ?? new Map<DeviceId, SignedDocument>();
  made.set(open, known);
  const from = ownCard(open)?.card.validFrom;
  const found = known.get(device);
  if (found || !from) return found;
  const root = open.suite.signing(open.keys.root);
  const certificate = certifyDevice({ v: 1, office: open.office, device, key, from, to: null }, root);
  known.set(device, certificate);
  return certificate;
}

function writersOf(parcels: readonly Parcel[]): ReadonlySet<unknown> {
  const headers = parcels.map(({ entry }) => parseJson(entry.header));
  return new Set(headers.map((header) => (isRecord(header) ? header['device'] : undefined)));
}

/**
 * What proves who wrote the entries of a bundle to a partner that has not heard of the device: the root keys' certificates
 * of the devices in it, ours and those of the partner that it may have lost itself; and our card, until the partner's
 * receipt names it.
 */
export function credentials(
  open: OpenOffice,
  partner: OfficeId,
  parcels: readonly Parcel[],
): Pick<BundleRoute, 'certificates' | 'card'> {
  const { db } = open.store;
  const writers = writersOf(parcels);
  const now = identitiesOf(open).map(({ device, signing }) => [device, signing.publicKey] as const);
  const ours = new Map([...officeDevices(db), ...now]);
  const own = [...ours].flatMap(([device, key]) =>
    writers.has(device) ? (certificateOf(open, device, key) ?? []) : [],
  );
  const theirs = knownKeys(db, partner).flatMap(({ device, certificate }) =>
    certificate && writers.has(device) ? [certificate] : [],
  );
  const card = ownCard(open);
  const known = card === undefined || findLink(db, partner)?.theirs?.card === card.hash;
  return { certificates: [...own, ...theirs].slice(0, mostCertificates), card: known ? null : card.document };
}
