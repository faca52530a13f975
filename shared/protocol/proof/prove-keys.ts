import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import { readCertificate } from '../device-certificate.ts';
import { type PartnerCard, readCard, writeCard } from '../partner-card.ts';
import { parseCanonical } from '../read-json.ts';
import { devicesOf } from '../request-suite.ts';
import type { DeviceKey } from '../step-types.ts';
import { blame, type Findings } from './findings.ts';
import type { ProofFile } from './proof-file.ts';
import type { ProofSuite } from './proof-verdict.ts';

/** What the cards and certificates of a proof prove. */
export type ProvedKeys = {
  /** Newest proved card of each office. */
  readonly cards: ReadonlyMap<OfficeId, PartnerCard>;
  readonly devices: ReadonlyMap<DeviceId, DeviceKey>;
  /** Devices that a card of their own office revokes. */
  readonly revoked: ReadonlySet<DeviceId>;
};

/** Reads every card; two root keys under one office's name prove nothing and are a fault. */
function readCards(file: ProofFile, suite: ProofSuite, findings: Findings): readonly PartnerCard[] {
  const cards: PartnerCard[] = [];
  file.cards.forEach((document, index) => {
    const read = readCard(writeCard(document), { hashing: suite, verifying: suite });
    const known = read.ok ? cards.find((card) => card.office === read.value.card.office) : undefined;
    if (!read.ok) blame(findings, read.error, 'card', index + 1);
    else if (known && known.officeKey !== read.value.card.officeKey)
      blame(findings, 'office-two-keys', 'card', index + 1);
    else cards.push(read.value.card);
  });
  return cards;
}

function officeOf(text: string): unknown {
  return parseCanonical(text)?.['office'];
}

/**
 * The device keys both offices answer for: the intake devices of their cards, old ones included, and every device a root
 * key certified. A key is the device's own because its hash is the device id.
 */
export function proveKeys(file: ProofFile, suite: ProofSuite, findings: Findings): ProvedKeys {
  const all = readCards(file, suite, findings);
  const cards = new Map<OfficeId, PartnerCard>();
  const devices = new Map<DeviceId, DeviceKey>();
  const revoked = new Set<DeviceId>();
  for (const card of all) {
    const { office } = card;
    if ((cards.get(office)?.version ?? 0) < card.version) cards.set(office, card);
    for (const { device, key } of devicesOf(card)) if (!devices.has(device)) devices.set(device, { office, key });
  }
  file.certificates.forEach((document, index) => {
    const card = all.find((one) => one.office === officeOf(document.text));
    const read = card && readCertificate(document, card.officeKey, { hashing: suite, verifying: suite });
    if (!read?.ok) return blame(findings, 'certificate', 'certificate', index + 1);
    const { device, office, key } = read.value;
    if (!devices.has(device)) devices.set(device, { office, key });
  });
  for (const card of all) {
    for (const device of card.revoked) if (devices.get(device)?.office === card.office) revoked.add(device);
  }
  return { cards, devices, revoked };
}
