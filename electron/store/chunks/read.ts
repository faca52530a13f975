import type { ManifestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { StoreFailure } from '../failure.ts';
import type { Store } from '../store.ts';
import { type FileRow, findFile, wasChunkHere } from '../tables/files.ts';
import { onDisk, readChunkFile } from './chunk-files.ts';
import { type ChunkCipher, openChunk } from './cipher.ts';
import { cipherOf, type FileManifest, plainChunkSize, readManifest } from './manifest.ts';
import { release } from './release.ts';

/**
 * Why bytes of a file cannot be read.
 * - file-unknown: no such file here. file-incomplete: that part has not arrived.
 * - chunk-damaged: it failed its check, or was here and is gone.
 */
export type ReadFileFailure =
  | StoreFailure
  | { readonly code: 'file-unknown' }
  | { readonly code: 'file-incomplete' | 'chunk-damaged'; readonly position: number; readonly hash: string };

/** Reads plain bytes of files, keeping the chunk read last. */
export type FileReader = {
  /** The bytes from `offset` on, at most `length`; fewer at the end of the file or of a chunk, none beyond the end. */
  readonly read: (manifest: ManifestId, offset: number, length: number) => Promise<Result<Uint8Array, ReadFileFailure>>;
  /** All bytes in order, one chunk at a time; ends after a failure. `release` a chunk once it is used up. */
  readonly stream: (manifest: ManifestId) => AsyncGenerator<Result<Uint8Array, ReadFileFailure>>;
};

async function plainChunk(
  store: Store,
  cipher: ChunkCipher,
  file: FileRow,
  manifest: FileManifest,
  position: number,
): Promise<Result<Uint8Array, ReadFileFailure>> {
  const hash = manifest.chunks[position];
  if (hash === undefined) return ok(new Uint8Array());
  const read = await onDisk(() => readChunkFile(store.folder, hash));
  if (!read.ok) return read;
  if (!read.value) {
    return err({ code: wasChunkHere(store.db, hash) ? 'chunk-damaged' : 'file-incomplete', position, hash });
  }
  const place = { position, last: position === manifest.chunks.length - 1 };
  const made = cipherOf(file.manifest, file.text, cipher);
  const sound = made?.hash(read.value) === hash;
  const plain = made && sound ? openChunk(made, file.key, place, read.value) : undefined;
  release(read.value);
  const whole = plain?.length === plainChunkSize(manifest, position);
  return plain && whole ? ok(plain) : err({ code: 'chunk-damaged', position, hash });
}

/** Makes a reader of the files of a store. */
export function createFileReader(store: Store, cipher: ChunkCipher): FileReader {
  let kept: { readonly manifest: ManifestId; readonly position: number; readonly plain: Uint8Array } | undefined;

  const keep = (next: typeof kept): void => {
    if (kept) release(kept.plain);
    kept = next;
  };
  return {
    read: async (id, offset, length) => {
      const file = findFile(store.db, id);
      const manifest = file && readManifest(file.text);
      if (!file || !manifest) return err({ code: 'file-unknown' });
      if (offset >= manifest.size) return ok(new Uint8Array());
      const position = Math.floor(offset / manifest.chunkSize);
      const start = offset - position * manifest.chunkSize;
      // Copied before anything else can run: another call may replace the chunk that is kept.
      const stretch = (plain: Uint8Array): Uint8Array => new Uint8Array(plain.subarray(start, start + length));
      if (kept?.manifest === id && kept.position === position) return ok(stretch(kept.plain));
      keep(undefined);
      const plain = await plainChunk(store, cipher, file, manifest, position);
      if (!plain.ok) return plain;
      keep({ manifest: id, position, plain: plain.value });
      return ok(stretch(plain.value));
    },
    stream: async function* (id) {
      const file = findFile(store.db, id);
      const manifest = file && readManifest(file.text);
      if (!file || !manifest) {
        yield err({ code: 'file-unknown' });
        return;
      }
      for (const position of manifest.chunks.keys()) {
        const plain = await plainChunk(store, cipher, file, manifest, position);
        yield plain;
        if (!plain.ok) return;
      }
    },
  };
}
