import type { ReadDb } from '#electron/store/db.ts';
import { missingFilesFrom, notUnderstoodFrom } from '#electron/store/tables/arrived.ts';
import { chainHeaders, entryAt } from '#electron/store/tables/entries.ts';
import { chunkBitmap, findFile } from '#electron/store/tables/files.ts';
import { type HeldEntry, heldFromOffice, heldOfChain } from '#electron/store/tables/held-entries.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { unregisteredFrom } from '#electron/store/tables/requests.ts';
import type { DeviceId, ManifestId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Bundle } from '#shared/protocol/bundle.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import { deviceKeysOf } from '#shared/protocol/device-keys.ts';
import type { PartnerCard } from '#shared/protocol/partner-card.ts';
import type { MissingFile, Range, StoredOpening } from '#shared/protocol/receipt.ts';
import { storedEntry } from '#shared/protocol/request-event.ts';
import { type ChainSlice, type RequestSlice, requestsIn } from '#shared/protocol/slice.ts';
import type { DeviceKey, Gathered, ReceiptLists } from '#shared/protocol/step-types.ts';
import type { OpenOffice } from '../context.ts';
import { identitiesOf } from '../identity.ts';
import { heldCard } from '../partner/held-card.ts';

const mostListed = 200;

function heldSlice(held: HeldEntry): ChainSlice['held'] {
  if (held.state === 'orphan') return [];
  const entry = storedEntry({ id: held.id, header: held.header, signature: held.signature }, held.body);
  return [{ entry, state: held.state, reason: held.reason, office: held.office }];
}

/** Both chains of a request as they are stored, with what is kept beside them. */
export function sliceOf(db: ReadDb, request: RequestId): RequestSlice {
  const chain = (side: 'r' | 'e'): ChainSlice => {
    const id = requestChain(request, side);
    return { ...chainHeaders(db, id), held: heldOfChain(db, id).flatMap(heldSlice) };
  };
  return { request, r: chain('r'), e: chain('e') };
}

/**
 * Device keys that count in the exchange with one partner: those its card answers for, and our own. What other cards say
 * is left out, and ours comes last: a card can name any public key, and must not take a device away from its office.
 */
function keysWith(card: PartnerCard | undefined, open: OpenOffice): ReadonlyMap<DeviceId, DeviceKey> {
  const ports = { hashing: open.suite, verifying: open.suite };
  const theirs = card ? deviceKeysOf(card, [], ports) : [];
  const ours = identitiesOf(open).map(({ device, signing }): [DeviceId, DeviceKey] => [
    device,
    { office: open.office, key: signing.publicKey },
  ]);
  return new Map([...theirs, ...ours]);
}

/** Everything the step needs beside a bundle: the sender's office key, device keys, and the requests it speaks of. */
export function gatherForBundle(db: ReadDb, bundle: Bundle, open: OpenOffice): Gathered {
  const card = heldCard(db, bundle.manifest.office, open)?.card;
  const requests = new Map(requestsIn(bundle).map((id) => [id, sliceOf(db, id)]));
  return { officeKey: card?.officeKey, revoked: card?.revoked ?? [], keys: keysWith(card, open), requests };
}

/** The key of one device of an office, where that office's card answers for it. */
export function deviceKey(db: ReadDb, open: OpenOffice, office: OfficeId, device: DeviceId): DeviceKey | undefined {
  return keysWith(heldCard(db, office, open)?.card, open).get(device);
}

function missingRanges(db: ReadDb, manifest: ManifestId): readonly Range[] {
  const chunks = findFile(db, manifest);
  if (!chunks) return [];
  const bitmap = chunkBitmap(db, manifest);
  const count = chunkCount(chunks.text);
  const ranges: { from: number; to: number }[] = [];
  for (let position = 0; position < count; position += 1) {
    const stored = ((bitmap[position >> 3] ?? 0) & (0x80 >> (position & 7))) !== 0;
    const last = ranges.at(-1);
    if (stored) continue;
    if (last?.to === position - 1) last.to = position;
    else ranges.push({ from: position, to: position });
  }
  return ranges.slice(0, 1000);
}

/** How many chunks a stored manifest names. */
function chunkCount(text: string): number {
  const { chunks } = JSON.parse(text) as { readonly chunks: readonly string[] };
  return chunks.length;
}

function missingFrom(db: ReadDb, partner: OfficeId): readonly MissingFile[] {
  return missingFilesFrom(db, partner, mostListed).map((manifest) => ({
    manifest,
    chunks: missingRanges(db, manifest),
  }));
}

function openingsFrom(db: ReadDb, partner: OfficeId): readonly StoredOpening[] {
  return unregisteredFrom(db, partner, mostListed).flatMap(
    ({ id, storedOn }: { id: RequestId; storedOn: LocalDate }) => {
      const opening = entryAt(db, requestChain(id, 'r'), 1);
      return opening ? [{ entry: opening.id, on: storedOn }] : [];
    },
  );
}

/** What our next receipt to a partner says beyond numbers. */
export function receiptLists(db: ReadDb, partner: OfficeId): ReceiptLists {
  return {
    opened: openingsFrom(db, partner),
    rejected: heldFromOffice(db, partner, 'rejected', mostListed),
    notUnderstood: notUnderstoodFrom(db, partner, mostListed),
    missing: missingFrom(db, partner),
    card: findPartner(db, partner)?.cardHash ?? null,
  };
}
