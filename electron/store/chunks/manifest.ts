import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { allCiphers, type ChunkCipher, chunkSize } from './cipher.ts';

/**
 * What a file consists of: the hashes of its encrypted chunks in order. It holds neither name nor key, but the hash of the
 * key: two partners may describe the same file, and a wrong key for it must be known before it is kept.
 */
export type FileManifest = {
  readonly v: 1;
  /** Plain bytes. */
  readonly size: number;
  /** Plain bytes of every chunk but the last. */
  readonly chunkSize: number;
  readonly chunks: readonly string[];
  readonly keyHash: string;
};

/** The largest file taken in: 2 GiB. */
export const largestFile = 2_147_483_648;

/** How many chunks a file of `size` plain bytes has; an empty file has one empty chunk. */
export function chunkCount(size: number): number {
  return Math.max(1, Math.ceil(size / chunkSize));
}

/** Plain bytes of the chunk at a position. */
export function plainChunkSize(manifest: FileManifest, position: number): number {
  const start = position * manifest.chunkSize;
  return Math.max(0, Math.min(manifest.chunkSize, manifest.size - start));
}

/** Writes a manifest in canonical form. */
export function writeManifest(manifest: FileManifest): string {
  return canonicalJson(manifest);
}

/** Hash that names a file everywhere: in entries, bundles and requests for its chunks. */
export function manifestId(text: string, cipher: ChunkCipher): ManifestId {
  return cipher.hash(Buffer.from(`xieban-file-v1\n${text}`, 'utf8')) as ManifestId;
}

/** The cipher a file was made with: the one by which its manifest has its id. Undefined when none gives that id. */
export function cipherOf(id: ManifestId, text: string, cipher: ChunkCipher): ChunkCipher | undefined {
  return allCiphers(cipher).find((one) => manifestId(text, one) === id);
}

/** Hash by which a manifest names the key of its chunks. The key is random, so its hash tells nothing about it. */
export function fileKeyHash(key: Uint8Array, cipher: ChunkCipher): string {
  return cipher.hash(Buffer.concat([Buffer.from('xieban-file-key-v1\n', 'utf8'), key]));
}

const hashShape = /^[0-9a-f]{64}$/;

function isManifest(value: unknown): value is FileManifest {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 5) return false;
  if (!('v' in value && 'size' in value && 'chunkSize' in value && 'chunks' in value && 'keyHash' in value))
    return false;
  const { v, size, chunks, keyHash } = value;
  return (
    v === 1 &&
    value.chunkSize === chunkSize &&
    typeof size === 'number' &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    size <= largestFile &&
    Array.isArray(chunks) &&
    chunks.length === chunkCount(size) &&
    chunks.every((hash) => typeof hash === 'string' && hashShape.test(hash)) &&
    typeof keyHash === 'string' &&
    hashShape.test(keyHash)
  );
}

/** Reads a manifest strictly, also a partner's; undefined when it is not one in canonical form. */
export function readManifest(text: string): FileManifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) && canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
