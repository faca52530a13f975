import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, EntryId, ManifestId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Returned, Returns } from './link.ts';
import type { Signing, Verifying } from './ports.ts';
import { parseCanonical } from './read-json.ts';
import {
  closed,
  documentOrNull,
  from,
  hasShape,
  isDate,
  isDeviceId,
  isEntryId,
  isHash,
  isNonce,
  isOffice,
  isOpen,
  list,
  matches,
  orNull,
} from './shape.ts';
import { readDocument, type SignedDocument, signDocument, signedBy, writeDocument } from './signed-document.ts';

/** Oldest bundle format and newest entry reader this version is. */
export const readerVersion = 1;

/** Most ids of one sort in a receipt; the rest follows in later ones. */
export const mostListed = 200;

/** Most streams entries are asked back of. */
export const mostStreams = 100;

/** Numbers from `from` to `to`, both included; none when `to` is the smaller. */
export type Range = { readonly from: number; readonly to: number };

/** Parts of a file still missing: chunk numbers from 0. */
export type MissingFile = { readonly manifest: ManifestId; readonly chunks: readonly Range[] };

/** Storing date of an opening entry that is not yet registered: the limit starts at the latest one working day later. */
export type StoredOpening = { readonly entry: EntryId; readonly on: LocalDate };

/**
 * The receiving office's durable word about one stream: what it holds (after COMMIT), what it could not take, what it
 * asks again. Clears the sender's side; nothing else does.
 */
export type Receipt = {
  readonly v: 1;
  /** Whose word it is: the receiving office's intake device. */
  readonly office: OfficeId;
  readonly device: DeviceId;
  /** The office whose stream it is about, and which of its devices. */
  readonly to: OfficeId;
  readonly stream: DeviceId;
  /** 1, 2, 3... of this incarnation of the device's data, over all its receipts to this office. */
  readonly number: number;
  /** Changes when the data came out of a backup. */
  readonly incarnation: string;
  /** Stored without gap up to here, entries waiting for an earlier one of their chain included. */
  readonly upTo: number;
  readonly root: string;
  readonly opened: readonly StoredOpening[];
  readonly rejected: readonly EntryId[];
  readonly notUnderstood: readonly EntryId[];
  readonly missing: readonly MissingFile[];
  /**
   * Runs of the stream asked for again. A run that is not empty lies before a bundle the writer holds, so the stream must
   * reach beyond it; the empty run asks for whatever follows `upTo`.
   */
  readonly ask: readonly Range[];
  /** Fresh random text of the writer; and the newest one it has of the reader, or null. */
  readonly nonce: string;
  readonly echo: string | null;
  readonly reader: number;
  /** Request kinds its programs can read. */
  readonly kinds: readonly string[];
  /** Hash of the reader's card the writer knows, or null. */
  readonly card: string | null;
  /** The writer's own card, until the reader's receipt names it; the root key it bears proves it. */
  readonly own: SignedDocument | null;
  /** Entries of its own the writer asks back. */
  readonly returns: Returns | null;
  /** Where what the reader asked back lies. */
  readonly returned: Returned | null;
  /** What later versions say besides; kept as it came. */
  readonly more: JsonObject;
};

const range = closed({ from: from(0), to: from(0) });
const shape = {
  v: (value: unknown) => value === 1,
  office: isOffice,
  device: isDeviceId,
  to: isOffice,
  stream: isDeviceId,
  number: from(1),
  incarnation: isNonce,
  upTo: from(0),
  root: isHash,
  opened: list(closed({ entry: isEntryId, on: isDate }), mostListed),
  rejected: list(isEntryId, mostListed),
  notUnderstood: list(isEntryId, mostListed),
  missing: list(closed({ manifest: isHash, chunks: list(range, 1000) }), mostListed),
  ask: list(range, 100),
  nonce: isNonce,
  echo: orNull(isNonce),
  reader: from(1),
  kinds: list(matches(/^[A-Z][A-Z0-9_]{0,39}$/), 100),
  card: orNull(isHash),
  own: documentOrNull,
  returns: orNull(
    closed({ nonce: isNonce, streams: list(closed({ stream: isDeviceId, above: from(0) }), mostStreams) }),
  ),
  returned: orNull(closed({ nonce: isNonce, upTo: from(0) })),
  more: isOpen,
};

function isReceipt(value: JsonObject): value is JsonObject & Receipt {
  return hasShape(value, shape);
}

/** Signs a receipt with the intake device's key. */
export function signReceipt(receipt: Receipt, device: Signing): SignedDocument {
  return signDocument('xieban-receipt-v1', receipt, device);
}

/** The receipt as the text that is sealed to the partner. */
export function writeReceipt(document: SignedDocument): string {
  return writeDocument('xieban-receipt-v1', document);
}

/** Why a receipt is not read. */
export type ReceiptFailure = 'receipt-shape' | 'receipt-newer' | 'receipt-signature';

/** Reads a receipt's text; `receiptSignedBy` must follow before anything is believed. */
export function readReceipt(
  text: string,
): Result<{ readonly receipt: Receipt; readonly document: SignedDocument }, ReceiptFailure> {
  const document = readDocument('xieban-receipt-v1', text);
  if (!document.ok) return err('receipt-shape');
  const value = parseCanonical(document.value.text);
  if (typeof value?.['v'] === 'number' && value['v'] > 1) return err('receipt-newer');
  return value && isReceipt(value) ? ok({ receipt: value, document: document.value }) : err('receipt-shape');
}

/** Checks that the device whose word it is signed the receipt. */
export function receiptSignedBy(document: SignedDocument, publicKey: string, verifying: Verifying): boolean {
  return signedBy('xieban-receipt-v1', document, publicKey, verifying);
}
