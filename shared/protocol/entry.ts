import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { BodyHash, ChainId, DeviceId, EntryId, ManifestId, OfficeId, UserId } from '#shared/base/ids.ts';

/** Cryptographic suite: s1 = Ed25519, X25519, HKDF-SHA256, AES-256-GCM, SHA-256; s2 = SM2, SM3, SM4-GCM. */
export type SuiteId = 's1' | 's2';

/** The last known entry of a chain. */
export type Head = { readonly seq: number; readonly id: EntryId };

/**
 * The signed part of one fact (format 1). Written once as RFC 8785 text and forwarded verbatim.
 * `facts` holds codes, dates and ids that change a state, never personal data: it survives the erasing of the body.
 */
export type EntryHeader = {
  readonly v: 1;
  readonly suite: SuiteId;
  readonly chain: ChainId;
  /** 1, 2, 3... without gaps inside the chain. */
  readonly seq: number;
  readonly prev: EntryId | null;
  /** What it says, for example 'dossier.received' or, in a request chain, 'request'. */
  readonly kind: string;
  /** Version of that kind's facts and body. */
  readonly kv: number;
  /** Oldest reader version that may fold it; a reader below it stores the entry and waits. */
  readonly minReader: number;
  readonly office: OfficeId;
  readonly device: DeviceId;
  /** Request chains: number of the pen this entry was written with, from 1. */
  readonly pen?: number;
  /** Request chains: head of the other side's chain known when writing, or null when none was. */
  readonly seen?: Head | null;
  /** Device chains: ids of the facts this one replaces. */
  readonly basedOn?: readonly EntryId[];
  readonly actor: UserId;
  /** When it happened: 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM' of Asia/Shanghai, never converted. */
  readonly on: string;
  /** Hybrid logical clock stamp of the recording. */
  readonly at: string;
  readonly body: BodyHash | null;
  readonly files: readonly ManifestId[];
  readonly facts: JsonObject;
};

/** An entry as it is stored and forwarded: header and signature verbatim, the body apart so that it can be withheld or erased. */
export type SealedEntry = {
  readonly id: EntryId;
  /** RFC 8785 text of the header, exactly as signed. */
  readonly header: string;
  /** base64url signature over `signedBytes(header)`. */
  readonly signature: string;
};

/** A sealed entry with its header read and, when it is at hand, the text of its salted body. */
export type Entry = SealedEntry & {
  readonly parsed: EntryHeader;
  /** Canonical JSON text `{"content":…,"salt":"…"}`; undefined when withheld, not arrived or erased. */
  readonly body: string | undefined;
};

/** Prefix of the signed bytes; keeps a signature on an entry from being taken for one on anything else. */
export const entryPrefix = 'xieban-entry-v1\n';

/** The text whose UTF-8 bytes are signed and hashed into the entry's id. */
export function signedText(header: string): string {
  return entryPrefix + header;
}

/** Writes a header in canonical form. */
export function writeHeader(header: EntryHeader): string {
  return canonicalJson(header as unknown as JsonObject);
}
