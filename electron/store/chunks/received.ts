import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManifestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { WriteDb } from '../db.ts';
import type { StoreFailure } from '../failure.ts';
import type { Store } from '../store.ts';
import { insertFile, isChunkWanted, markChunkLost, markChunkStored } from '../tables/files.ts';
import { transaction } from '../transaction.ts';
import { chunkPath, onDisk, readChunkFile, writeChunkFile } from './chunk-files.ts';
import { type ChunkCipher, isNamedBy } from './cipher.ts';
import { cipherOf, fileKeyHash, readManifest } from './manifest.ts';

/** A partner's description of a file: the manifest's canonical text and the key of its chunks. */
export type FileGrant = { readonly text: string; readonly key: Uint8Array };

/**
 * Notes a file a partner attached, so that its chunks are wanted. `expected` is the id the signed entry names; a
 * description that is not of that file is refused. Chunks that are here already count as stored.
 */
export function expectFile(
  tx: WriteDb,
  expected: ManifestId,
  grant: FileGrant,
  cipher: ChunkCipher,
): Result<void, { code: 'manifest-malformed' }> {
  const manifest = readManifest(grant.text);
  const made = cipherOf(expected, grant.text, cipher);
  const fits = made && grant.key.length === 32 && manifest?.keyHash === fileKeyHash(grant.key, made);
  if (!manifest || !fits) return err({ code: 'manifest-malformed' });
  const row = { manifest: expected, text: grant.text, key: grant.key, size: manifest.size, plainHash: null };
  insertFile(tx, row, manifest.chunks, false);
  return ok(undefined);
}

/** What a chunk did: 'stored' with the files it made whole, 'unwanted' when no file here lacks it. */
export type ChunkReceived = { readonly outcome: 'stored' | 'unwanted'; readonly whole: readonly ManifestId[] };

/** Takes in one encrypted chunk: checked against its hash, on disk before it is noted, noted in one transaction. */
export async function receiveChunk(
  store: Store,
  hash: string,
  bytes: Uint8Array,
  cipher: ChunkCipher,
): Promise<Result<ChunkReceived, StoreFailure | { code: 'chunk-damaged' }>> {
  if (!isNamedBy(bytes, hash, cipher)) return err({ code: 'chunk-damaged' });
  if (!isChunkWanted(store.db, hash)) return ok({ outcome: 'unwanted', whole: [] });
  const written = await onDisk(() => writeChunkFile(store.folder, hash, bytes));
  if (!written.ok) return written;
  return transaction(store, (tx) => ok({ outcome: 'stored' as const, whole: markChunkStored(tx, hash) }));
}

/** The encrypted bytes of a chunk for a partner or a stick, checked against its hash; undefined when not usable here. */
export async function chunkForSending(
  folder: string,
  hash: string,
  cipher: ChunkCipher,
): Promise<Uint8Array | undefined> {
  const bytes = await onDisk(() => readChunkFile(folder, hash));
  return bytes.ok && bytes.value && isNamedBy(bytes.value, hash, cipher) ? bytes.value : undefined;
}

/**
 * Sets a chunk that failed its check aside by renaming it, and notes it as lost, so that it is asked for again. One that
 * is gone is only noted. `at` in milliseconds since 1970 becomes part of its new name.
 */
export async function setChunkAside(store: Store, hash: string, at: number): Promise<Result<void, StoreFailure>> {
  const aside = join(store.folder, 'quarantine');
  const moved = await onDisk(async () => {
    if (!existsSync(chunkPath(store.folder, hash))) return;
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await rename(chunkPath(store.folder, hash), join(aside, `chunk-${at}-${hash}`));
  });
  if (!moved.ok) return moved;
  return transaction(store, (tx) => {
    markChunkLost(tx, hash);
    return ok(undefined);
  });
}
