import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, EntryId, OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { suiteOfKey } from './device-key.ts';
import type { SealedEntry, SuiteId } from './entry.ts';
import type { Hashing, Signing, Verifying } from './ports.ts';
import { isRecord, parseCanonical } from './read-json.ts';
import {
  closed,
  documentOrNull,
  from,
  hasShape,
  isDeviceId,
  isHash,
  isOffice,
  isOpen,
  list,
  textUpTo,
} from './shape.ts';
import { type SignedDocument, signDocument, signedBy } from './signed-document.ts';
import { extendStream, type StreamPosition } from './stream.ts';
import { utf8 } from './text-bytes.ts';

/** Most entries in one bundle. */
export const mostInBundle = 1000;
/** Bytes of entries after which a bundle is cut, so that every carrier takes it (NATS: 8 MB). */
export const bundleBytes = 4 * 1024 * 1024;

/** Most certificates in one bundle. */
export const mostCertificates = 50;

/** An entry on its way: its sealed form and its body, null when the body is withheld. `id` is computed, never sent. */
export type Parcel = { readonly entry: SealedEntry; readonly body: string | null };

/** What the sending device signs of a bundle: which run of its stream to which office it holds. */
export type Manifest = {
  readonly v: 1;
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly to: OfficeId;
  readonly first: number;
  readonly last: number;
  /** Running root before `first` and after `last`. */
  readonly before: string;
  readonly after: string;
  /** Hash of the entry lines, in the suite of the sending device. */
  readonly content: string;
  /** Certificates of the devices that wrote the entries, for a receiver whose card does not name them. */
  readonly certificates: readonly SignedDocument[];
  /** The sending office's card, until the receiver's receipt names it; the root key it bears proves it. */
  readonly card: SignedDocument | null;
  /** What later versions say besides; kept as it came. */
  readonly more: JsonObject;
};

/** A bundle's text taken apart. Signature and roots still have to be proved by `verifyBundle`. */
export type Bundle = {
  readonly manifest: Manifest;
  readonly document: SignedDocument;
  readonly parcels: readonly Parcel[];
};

const kindLine = 'xieban-manifest-v1';
const shape = {
  v: (value: unknown) => value === 1,
  office: isOffice,
  device: isDeviceId,
  to: isOffice,
  first: from(1),
  last: from(1),
  before: isHash,
  after: isHash,
  content: isHash,
  certificates: list(closed({ text: textUpTo(4000), signature: textUpTo(200) }), mostCertificates),
  card: documentOrNull,
  more: isOpen,
};

function isManifest(value: JsonObject): value is JsonObject & Manifest {
  return hasShape(value, shape);
}

/** Who sends to whom, and with which proof of its devices. */
export type BundleRoute = {
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly to: OfficeId;
  readonly certificates: readonly SignedDocument[];
  readonly card?: SignedDocument | null;
};

function entryLine(parcel: Parcel): string {
  return canonicalJson({ body: parcel.body, header: parcel.entry.header, signature: parcel.entry.signature });
}

/** Root after a run of entries that begins behind `start`, in the suite of the device whose stream it is. */
export function rootAfter(
  start: StreamPosition,
  ids: readonly EntryId[],
  hashing: Hashing,
  suite?: SuiteId,
): StreamPosition {
  return ids.reduce((position, id) => extendStream(position, id, hashing, suite), start);
}

/**
 * Writes the text of a bundle: the run of the stream that follows `start`. It is sealed to the partner by the suite and
 * kept until a receipt covers it.
 */
export function writeBundle(
  route: BundleRoute,
  start: StreamPosition,
  parcels: readonly Parcel[],
  ports: { readonly hashing: Hashing; readonly signing: Signing },
): string {
  if (parcels.length === 0 || parcels.length > mostInBundle) throw new Error('a bundle holds 1 to 1000 entries');
  const lines = parcels.map((parcel) => `${entryLine(parcel)}\n`).join('');
  const ids = parcels.map((parcel) => parcel.entry.id);
  const manifest: Manifest = {
    v: 1,
    ...route,
    first: start.n + 1,
    last: start.n + parcels.length,
    before: start.root,
    after: rootAfter(start, ids, ports.hashing).root,
    content: ports.hashing.hash(utf8(lines)),
    card: route.card ?? null,
    more: {},
  };
  const document = signDocument(kindLine, manifest, ports.signing);
  return `${kindLine}\n${document.text}\n${document.signature}\n${lines}`;
}

/** Why a bundle fails as a bundle: it is set aside and asked for again. */
export type BundleFailure =
  | 'bundle-shape'
  | 'bundle-newer'
  | 'bundle-content'
  | 'bundle-signature'
  | 'bundle-root'
  | 'bundle-not-for-us';

const suites: readonly SuiteId[] = ['s1', 's2'];

function readLine(line: string, idOf: (header: string) => EntryId): Parcel | undefined {
  const value = parseCanonical(line);
  if (!isRecord(value) || Object.keys(value).length !== 3) return undefined;
  const { header, signature, body } = value;
  if (typeof header !== 'string' || typeof signature !== 'string') return undefined;
  if (body !== null && typeof body !== 'string') return undefined;
  return { entry: { id: idOf(header), header, signature }, body };
}

/** Takes a bundle's text apart and checks its form, content hash and numbers. `idOf` computes an entry's id. */
export function readBundle(
  text: string,
  hashing: Hashing,
  idOf: (header: string) => EntryId,
): Result<Bundle, BundleFailure> {
  const [kind, manifestText, signature, ...lines] = text.split('\n');
  if (kind !== kindLine || manifestText === undefined || signature === undefined) return err('bundle-shape');
  const manifest = parseCanonical(manifestText);
  if (typeof manifest?.['v'] === 'number' && manifest['v'] > 1) return err('bundle-newer');
  if (!manifest || !isManifest(manifest) || lines.pop() !== '') return err('bundle-shape');
  if (lines.length > mostInBundle || lines.length !== manifest.last - manifest.first + 1) return err('bundle-shape');
  const content = utf8(lines.map((line) => `${line}\n`).join(''));
  // Which suite it is, the sender's key shows later; no text has the other's hash.
  if (suites.every((suite) => hashing.hash(content, suite) !== manifest.content)) return err('bundle-content');
  const parcels = lines.map((line) => readLine(line, idOf)).filter((parcel) => parcel !== undefined);
  if (parcels.length !== lines.length) return err('bundle-shape');
  return ok({ manifest, document: { text: manifestText, signature }, parcels });
}

/** Proves a bundle: signed by the sending device's key, addressed to us, and its entries give the root it names. */
export function verifyBundle(
  bundle: Bundle,
  us: OfficeId,
  publicKey: string,
  ports: { readonly hashing: Hashing; readonly verifying: Verifying },
): Result<Bundle, BundleFailure> {
  const { manifest, parcels } = bundle;
  if (manifest.to !== us) return err('bundle-not-for-us');
  if (!signedBy(kindLine, bundle.document, publicKey, ports.verifying)) return err('bundle-signature');
  const start = { n: manifest.first - 1, root: manifest.before };
  const ids = parcels.map((parcel) => parcel.entry.id);
  const { root } = rootAfter(start, ids, ports.hashing, suiteOfKey(publicKey));
  return root === manifest.after ? ok(bundle) : err('bundle-root');
}
