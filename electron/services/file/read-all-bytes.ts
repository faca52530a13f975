import { createFileReader } from '#electron/store/chunks/read.ts';
import { release } from '#electron/store/chunks/release.ts';
import { findFile } from '#electron/store/tables/files.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import type { OpenOffice } from '../context.ts';
import { chunkCipher } from './grants.ts';

/**
 * All plain bytes of a file at once, for readers that need the whole of it; undefined when a part is gone or damaged.
 * Whoever asks has looked at the size before.
 */
export async function readAllBytes(
  open: OpenOffice,
  manifest: ManifestId,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const all = new Uint8Array(findFile(open.store.db, manifest)?.size ?? 0);
  let at = 0;
  for await (const part of createFileReader(open.store, chunkCipher(open.suite)).stream(manifest)) {
    if (!part.ok) return undefined;
    all.set(part.value, at);
    at += part.value.length;
    release(part.value);
  }
  return all;
}
