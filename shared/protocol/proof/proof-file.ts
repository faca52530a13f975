import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, EntryId, OfficeId, RequestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Head, SealedEntry, SuiteId } from '../entry.ts';
import { isMoment, largestDeviceHeader } from '../read-entry.ts';
import { isRecord, parseCanonical, parseJson } from '../read-json.ts';
import {
  type Check,
  closed,
  from,
  hasShape,
  isDeviceId,
  isHash,
  isOffice,
  list,
  matches,
  orNull,
  textUpTo,
} from '../shape.ts';
import type { SignedDocument } from '../signed-document.ts';
import { fromUtf8, utf8 } from '../text-bytes.ts';

/** An entry of the request, header and signature verbatim. `body` is null when there is none or it was left out. */
export type ProofEntry = SealedEntry & { readonly body: string | null };

/** A partner's receipt and when the maker of the file says it came in, 'YYYY-MM-DDTHH:MM' by the maker's clock. */
export type HeardReceipt = SignedDocument & { readonly heard: string };

/**
 * A run of a stream from number `first` on: the root before it and every entry id in it. Ids of entries of other requests
 * stand between ours because the root runs over them; an id is a hash and tells nothing but that there was an entry.
 */
export type ProofRun = { readonly first: number; readonly before: string; readonly ids: readonly EntryId[] };

/** What the stream of one device to one office takes to recompute the roots that office signed. */
export type ProofStream = {
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly to: OfficeId;
  readonly runs: readonly ProofRun[];
  readonly receipts: readonly HeardReceipt[];
};

/** Everything of a proof but its seal. */
export type ProofContent = {
  /** With a capital letter, so that it stands first in canonical form and a torn file is still known for a proof. */
  readonly Format: 'xieban-proof';
  readonly v: 1;
  /** Suite of the documents, the roots and the seal; each entry names its own. */
  readonly suite: SuiteId;
  readonly request: RequestId;
  readonly maker: { readonly office: OfficeId; readonly device: DeviceId };
  /** Last entry of each chain as the maker's chain register says, apart from the entries themselves. */
  readonly heads: { readonly r: Head | null; readonly e: Head | null };
  readonly r: readonly ProofEntry[];
  readonly e: readonly ProofEntry[];
  /** Signed entries that contradict the chains: evidence of a fork. */
  readonly beside: readonly SealedEntry[];
  readonly cards: readonly SignedDocument[];
  readonly certificates: readonly SignedDocument[];
  readonly streams: readonly ProofStream[];
};

/** A whole request with what it takes to check it offline. `seal`: the making device's signature over `sealedText`. */
export type ProofFile = ProofContent & { readonly seal: string };

/** Most bytes of a proof that is read. A request's bodies come to 33 million characters at most. */
export const largestProof = 128 * 1024 * 1024;
/** Most ids of one run; an office that nobody receipted for longer than that leaves the receipt out. */
export const mostInRun = 200_000;
/** Most UTF-16 units of a receipt's text in a proof. An office may sign longer ones; another receipt has to stand for those. */
export const largestReceipt = 200_000;

const start = '{"Format":"xieban-proof"';
const text = (most: number): Check => textUpTo(most);
const document = { text: text(20_000), signature: text(200) };
const sealed = { id: text(80), header: text(largestDeviceHeader), signature: text(200) };
const head = closed({ seq: from(1), id: text(80) });
const stream = {
  office: isOffice,
  device: isDeviceId,
  to: isOffice,
  runs: list(closed({ first: from(1), before: isHash, ids: list(text(80), mostInRun) }), 10_000),
  receipts: list(
    closed({ ...document, text: text(largestReceipt), heard: (value) => typeof value === 'string' && isMoment(value) }),
    10_000,
  ),
};
const entries = list(closed({ ...sealed, body: orNull(text(64 * 1024 * 1024)) }), 5_000);
const shape = {
  Format: (value: unknown) => value === 'xieban-proof',
  v: (value: unknown) => value === 1,
  suite: matches(/^s[12]$/),
  request: matches(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  maker: closed({ office: isOffice, device: isDeviceId }),
  heads: closed({ r: orNull(head), e: orNull(head) }),
  r: entries,
  e: entries,
  beside: list(closed(sealed), 1_000),
  cards: list(closed(document), 100),
  certificates: list(closed(document), 500),
  streams: list(closed(stream), 8),
  seal: text(200),
};

function isProof(value: JsonObject): value is JsonObject & ProofFile {
  return hasShape(value, shape);
}

/**
 * Why bytes are not read as a proof. `not-a-proof`: nothing says that they ever were one.
 * - torn: it begins as one and does not end as JSON. not-canonical: white space, other order, a key twice, a float.
 * - newer: a later format, which a newer checker reads.
 */
export type ProofFailure = 'not-a-proof' | 'too-large' | 'torn' | 'not-canonical' | 'newer' | 'shape';

/** Reads a proof strictly and bounded; nothing in it is believed yet. */
export function readProof(bytes: Uint8Array): Result<ProofFile, ProofFailure> {
  if (bytes.length > largestProof) return err('too-large');
  const begins = utf8(start).every((byte, index) => bytes[index] === byte);
  const read = fromUtf8(bytes);
  const loose = read === undefined ? undefined : parseJson(read);
  if (loose === undefined || read === undefined) return err(begins ? 'torn' : 'not-a-proof');
  if (!isRecord(loose) || loose['Format'] !== 'xieban-proof') return err(begins ? 'not-canonical' : 'not-a-proof');
  const value = parseCanonical(read);
  if (!value) return err('not-canonical');
  if (typeof value['v'] === 'number' && value['v'] > 1) return err('newer');
  return isProof(value) ? ok(value) : err('shape');
}

/**
 * What the seal signs: the content without bodies. Each header names its body's hash, so a body cannot be changed; and
 * whoever holds a proof with bodies can hand it on without them under the same seal.
 */
export function sealedContent(content: ProofContent): ProofContent {
  const { Format, v, suite, request, maker, heads, beside, cards, certificates, streams } = content;
  const bare = (items: readonly ProofEntry[]): readonly ProofEntry[] => items.map((item) => ({ ...item, body: null }));
  const [r, e] = [bare(content.r), bare(content.e)];
  return { Format, v, suite, request, maker, heads, r, e, beside, cards, certificates, streams };
}

/** The bytes of a proof file. */
export function writeProof(proof: ProofFile): Uint8Array {
  return utf8(canonicalJson(proof));
}
