import type { ReadDb } from '#electron/store/db.ts';
import { missingFilesFrom, notUnderstoodFrom } from '#electron/store/tables/arrived.ts';
import { type KnownKey, knownKeys } from '#electron/store/tables/device-keys.ts';
import { officeDevices } from '#electron/store/tables/devices.ts';
import { chainHeaders } from '#electron/store/tables/entries.ts';
import { chunkBitmap, findFile } from '#electron/store/tables/files.ts';
import { type HeldEntry, heldFromOffice, heldOfChain } from '#electron/store/tables/held-entries.ts';
import { receivedAbove } from '#electron/store/tables/in-streams.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { storedOpenings } from '#electron/store/tables/requests.ts';
import type { DeviceId, EntryId, ManifestId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { Bundle } from '#shared/protocol/bundle.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import type { MissingFile, Range, Receipt } from '#shared/protocol/receipt.ts';
import { storedEntry } from '#shared/protocol/request-event.ts';
import { devicesOf } from '#shared/protocol/request-suite.ts';
import { askedBack } from '#shared/protocol/returns.ts';
import { type ChainSlice, type RequestSlice, requestsIn } from '#shared/protocol/slice.ts';
import type { DeviceKey, Gathered, ReceiptLists } from '#shared/protocol/step-types.ts';
import type { OpenOffice } from '../context.ts';
import { identitiesOf } from '../identity.ts';
import { heldCard } from '../partner/held-card.ts';
import { ownCard } from '../partner/own-card.ts';

const mostListed = 200;

function heldSlice(held: HeldEntry): ChainSlice['held'] {
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
 * Device keys that count in the exchange with one partner: every one its root key ever answered for, and our own, those
 * before a restore included. What other cards say is left out, and ours come last: a card can name any public key, and must
 * not take a device away from its office.
 */
function keysWith(
  partner: OfficeId,
  theirs: readonly KnownKey[],
  { db, open }: { readonly db: ReadDb; readonly open: OpenOffice },
): ReadonlyMap<DeviceId, DeviceKey> {
  const keyed = (office: OfficeId, device: DeviceId, key: string): [DeviceId, DeviceKey] => [device, { office, key }];
  const certified = knownKeys(db, open.office).map(({ device, key }) => keyed(open.office, device, key));
  const former = officeDevices(db).map(([device, key]) => keyed(open.office, device, key));
  const now = identitiesOf(open).map(({ device, signing }) => keyed(open.office, device, signing.publicKey));
  return new Map([...theirs.map(({ device, key }) => keyed(partner, device, key)), ...certified, ...former, ...now]);
}

/** What a step needs of requests with a partner: its office key, device keys, and the chains as they are stored. */
export function gatherWith(db: ReadDb, office: OfficeId, requests: readonly RequestId[], open: OpenOffice): Gathered {
  const card = heldCard(db, office, open)?.card;
  const theirs = knownKeys(db, office);
  const kept = [...theirs, ...knownKeys(db, open.office)].flatMap(({ certificate }) => certificate?.text ?? []);
  return {
    officeKey: card?.officeKey,
    revoked: card?.revoked ?? [],
    certificates: new Set(kept),
    keys: keysWith(office, theirs, { db, open }),
    requests: new Map(requests.map((id) => [id, sliceOf(db, id)])),
  };
}

/** Everything the step needs beside a bundle. */
export function gatherForBundle(db: ReadDb, bundle: Bundle, open: OpenOffice): Gathered {
  return gatherWith(db, bundle.manifest.office, requestsIn(bundle), open);
}

/** The key of an office's receiving device, under the key of it that signed: nobody else's receipts count. */
export function receivingKey(db: ReadDb, open: OpenOffice, office: OfficeId, device: DeviceId): DeviceKey | undefined {
  const card = heldCard(db, office, open)?.card;
  const found = card && devicesOf(card).find((one) => one.device === device);
  return found && { office, key: found.key };
}

/** Entries of the partner that its receipt asks back and that are not in our stream to it yet, in their order. */
export function entriesAskedBack(db: ReadDb, receipt: Receipt): readonly EntryId[] {
  const link = receipt.returns && findLink(db, receipt.office);
  return link ? askedBack(link, receipt).flatMap((above) => receivedAbove(db, receipt.office, above)) : [];
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

/** What our next receipt to a partner says beyond numbers; looked up when it is made, since a tick rarely makes one. */
export function receiptLists(db: ReadDb, partner: OfficeId, open: OpenOffice): ReceiptLists {
  return {
    get opened() {
      return storedOpenings(db, partner, mostListed);
    },
    get rejected() {
      return heldFromOffice(db, partner, 'rejected', mostListed);
    },
    get notUnderstood() {
      return notUnderstoodFrom(db, partner, mostListed);
    },
    get missing() {
      return missingFrom(db, partner);
    },
    get card() {
      return findPartner(db, partner)?.cardHash ?? null;
    },
    get own() {
      const own = ownCard(open);
      return own && { hash: own.hash, document: own.document };
    },
    get intake() {
      return heldCard(db, partner, open)?.card.intake.device;
    },
  };
}
