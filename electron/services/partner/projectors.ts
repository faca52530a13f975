import type { WriteDb } from '#electron/store/db.ts';
import { keepDeviceKey } from '#electron/store/tables/device-keys.ts';
import { confirmPartner, putPartnerCard, setPartnerFolder, setPartnerServer } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { parseLocalDate } from '#shared/base/local-date.ts';
import type { PartnerCard } from '#shared/protocol/partner-card.ts';
import { devicesOf } from '#shared/protocol/request-suite.ts';
import { readDocument } from '#shared/protocol/signed-document.ts';
import type { Projector } from '../journal/projector.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** 'partner.added': the card as it was taken; a renewed card replaces the one held. */
const added: Projector = (tx, { entry, content }) => {
  const { facts } = entry.parsed;
  putPartnerCard(tx, {
    office: text(facts['office']) as OfficeId,
    name: text(content?.['name']),
    region: text(facts['region']),
    card: text(content?.['card']),
    cardHash: text(facts['card']),
    confirmed: facts['confirmed'] === true,
    renewedOn: facts['by'] === 'package' ? (parseLocalDate(entry.parsed.on.slice(0, 10)) ?? null) : null,
  });
  keepKeys(tx, text(content?.['card']));
};

/** What the devices of this card signed can be checked for good, also when a later card names others. */
function keepKeys(tx: WriteDb, file: string): void {
  const document = readDocument('xieban-card-v1', file);
  if (!document.ok) return;
  // Checked before the fact was written.
  const card = JSON.parse(document.value.text) as PartnerCard;
  for (const known of devicesOf(card)) keepDeviceKey(tx, card.office, { ...known, certificate: null });
}

/** 'partner.confirmed': the fingerprint was read to each other. */
const confirmed: Projector = (tx, { entry }) => {
  confirmPartner(tx, text(entry.parsed.facts['office']) as OfficeId);
};

/** 'partner.folder': where the shared exchange folder lies; a path may hold names, so it stands in the body. */
const folder: Projector = (tx, { entry, content }) => {
  setPartnerFolder(tx, text(entry.parsed.facts['office']) as OfficeId, text(content?.['folder']));
};

/** 'partner.server': whether the office's server leads to it. */
const server: Projector = (tx, { entry }) => {
  const { facts } = entry.parsed;
  setPartnerServer(tx, text(facts['office']) as OfficeId, facts['on'] === true);
};

/** Projectors of facts about partners. */
export const partnerProjectors = {
  'partner.added': added,
  'partner.confirmed': confirmed,
  'partner.folder': folder,
  'partner.server': server,
} satisfies Readonly<Record<string, Projector>>;
