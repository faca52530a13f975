import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { ChainId, DeviceId, EntryId, ManifestId, OfficeId, UserId } from '#shared/base/ids.ts';
import type { Body } from './body.ts';
import type { Entry, EntryHeader, Head, SuiteId } from './entry.ts';
import { signedText, writeHeader } from './entry.ts';
import type { Hashing, Signing } from './ports.ts';
import { largestOf } from './read-entry.ts';
import { toBase64Url, utf8 } from './text-bytes.ts';

/** What the author of an entry says; place in the chain, hash and signature are added by `makeEntry`. */
export type EntryDraft = {
  readonly chain: ChainId;
  readonly kind: string;
  readonly kv: number;
  readonly minReader: number;
  readonly office: OfficeId;
  readonly device: DeviceId;
  /** Request chains only. */
  readonly pen?: number;
  /** Request chains only: head of the other side's chain, null when none is known. */
  readonly seen?: Head | null;
  /** Device chains only. */
  readonly basedOn?: readonly EntryId[];
  readonly actor: UserId;
  readonly on: string;
  readonly at: string;
  readonly facts: JsonObject;
  readonly body: Body | null;
  readonly files: readonly ManifestId[];
};

/** Id of an entry: suite id, ':' and the hash of the signed bytes. */
export function entryId(suite: SuiteId, header: string, hashing: Hashing): EntryId {
  return `${suite}:${hashing.hash(utf8(signedText(header)), suite)}` as EntryId;
}

/** Appends: makes the entry that follows `tail` (null for the first of a chain), signed by this device. */
export function makeEntry(
  draft: EntryDraft,
  tail: Head | null,
  suite: SuiteId,
  ports: { readonly hashing: Hashing; readonly signing: Signing },
): Entry {
  const { body, ...said } = draft;
  const parsed: EntryHeader = {
    v: 1,
    suite,
    ...said,
    seq: (tail?.seq ?? 0) + 1,
    prev: tail?.id ?? null,
    body: body?.hash ?? null,
  };
  const header = writeHeader(parsed);
  // Nobody could read it again: whoever lets a person say that much has to bound it.
  if (header.length > largestOf(parsed)) throw new Error(`the header of ${parsed.kind} is too large`);
  const signature = toBase64Url(ports.signing.sign(utf8(signedText(header))));
  return { id: entryId(suite, header, ports.hashing), header, signature, parsed, body: body?.text };
}
