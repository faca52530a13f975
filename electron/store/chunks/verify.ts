import type { ManifestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Store } from '../store.ts';
import { type StoredChunk, storedChunks } from '../tables/files.ts';
import type { Cancelled } from '../work.ts';
import { onDisk, readChunkFile } from './chunk-files.ts';
import { type ChunkCipher, isNamedBy } from './cipher.ts';
import { release } from './release.ts';

/** What is wrong with a chunk that should be here: it is gone, cannot be read, or is not what its name says. */
export type ChunkFault = StoredChunk & { readonly fault: 'missing' | 'unreadable' | 'damaged' };

async function faultOf(store: Store, hash: string, cipher: ChunkCipher): Promise<ChunkFault['fault'] | undefined> {
  const read = await onDisk(() => readChunkFile(store.folder, hash));
  if (!read.ok) return 'unreadable';
  if (!read.value) return 'missing';
  const sound = isNamedBy(read.value, hash, cipher);
  release(read.value);
  return sound ? undefined : 'damaged';
}

/**
 * Reads every chunk that should be here, one at a time, and answers those that are not what they were, each with the
 * files it belongs to. Nothing is changed. `went` hears of each chunk that was read, and answers false to call the
 * reading off.
 */
export async function verifyChunks(
  store: Store,
  cipher: ChunkCipher,
  went: () => boolean = () => true,
): Promise<Result<readonly ChunkFault[], Cancelled>> {
  const faults: ChunkFault[] = [];
  for (const chunk of storedChunks(store.db)) {
    const fault = await faultOf(store, chunk.hash, cipher);
    if (fault !== undefined) faults.push({ ...chunk, fault });
    if (!went()) return err({ code: 'cancelled' });
  }
  return ok(faults);
}

/** The files a list of faults touches, each once. */
export function faultyFiles(faults: readonly ChunkFault[]): readonly ManifestId[] {
  return [...new Set(faults.flatMap(({ files }) => files))];
}
