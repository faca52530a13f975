import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManifestId } from '#shared/base/ids.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { StoreFailure } from '../failure.ts';
import type { Store } from '../store.ts';
import { fileByPlainHash, insertFile } from '../tables/files.ts';
import { transaction } from '../transaction.ts';
import { chunkFolder, moveToPlace, onDisk, syncFolderLater, writeSynced } from './chunk-files.ts';
import { type ChunkCipher, chunkSize, sealChunk } from './cipher.ts';
import { fileKeyHash, largestFile, manifestId, writeManifest } from './manifest.ts';
import { release } from './release.ts';

/** A file that was taken in. `known`: the same bytes were here already and their file is used again. */
export type TakenFile = {
  readonly manifest: ManifestId;
  readonly size: number;
  /** Hex SHA-256 of the plain bytes. */
  readonly plainHash: string;
  readonly known: boolean;
};

/** Why a file was not taken in. file-too-large: beyond 2 GiB. */
export type IntakeFailure = StoreFailure | { readonly code: 'file-too-large' };

/** Takes one file in, part by part, holding two chunks in memory at most. Calls must not overlap. */
export type Intake = {
  readonly append: (bytes: Uint8Array) => Promise<Result<void, IntakeFailure>>;
  /** Answers once every chunk and the file's row are on disk. */
  readonly finish: () => Promise<Result<TakenFile, IntakeFailure>>;
  /** Gives up and removes what was written. */
  readonly cancel: () => Promise<void>;
};

type Sink = { readonly hashes: string[]; readonly write: (plain: Uint8Array, last: boolean) => Promise<void> };

function chunkSink(staging: string, key: Uint8Array, cipher: ChunkCipher): Sink {
  const hashes: string[] = [];
  return {
    hashes,
    write: async (plain, last) => {
      const sealed = sealChunk(cipher, key, { position: hashes.length, last }, plain);
      const hash = cipher.hash(sealed);
      if (hashes.length === 0) await mkdir(staging, { recursive: true, mode: 0o700 });
      await writeSynced(join(staging, hash), sealed);
      release(sealed);
      hashes.push(hash);
    },
  };
}

async function publish(folder: string, staging: string, hashes: readonly string[]): Promise<void> {
  const folders = new Set<string>([chunkFolder(folder)]);
  for (const hash of hashes) folders.add(await moveToPlace(folder, join(staging, hash), hash));
  for (const changed of folders) await syncFolderLater(changed);
}

type Cutter = { readonly take: (bytes: Uint8Array) => Promise<void>; readonly end: () => Promise<void> };

/** Cuts a flow of bytes into chunks. A full one is written only when more follows, since the last is marked as the last. */
function createCutter(sink: Sink): Cutter {
  const buffer = Buffer.alloc(chunkSize);
  let filled = 0;
  return {
    take: async (bytes) => {
      for (let offset = 0; offset < bytes.length; ) {
        if (filled === chunkSize) {
          await sink.write(buffer, false);
          filled = 0;
        }
        const part = bytes.subarray(offset, offset + chunkSize - filled);
        buffer.set(part, filled);
        filled += part.length;
        offset += part.length;
      }
    },
    end: () => sink.write(buffer.subarray(0, filled), true),
  };
}

/** Begins taking a file in. Nothing of it is readable on disk at any moment; a kill leaves only encrypted scraps. */
export function beginIntake(store: Store, cipher: ChunkCipher, random: Random): Intake {
  const { folder } = store;
  const key = random.bytes(32);
  const staging = join(chunkFolder(folder), `intake-${Buffer.from(random.bytes(8)).toString('hex')}`);
  const sink = chunkSink(staging, key, cipher);
  const cutter = createCutter(sink);
  const plain = createHash('sha256');
  let size = 0;
  let broken: IntakeFailure | undefined;

  const settle = async (): Promise<Result<TakenFile, IntakeFailure>> => {
    const plainHash = plain.digest('hex');
    const before = fileByPlainHash(store.db, plainHash);
    if (before) return ok({ manifest: before.manifest, size, plainHash, known: true });
    await cutter.end();
    await publish(folder, staging, sink.hashes);
    const text = writeManifest({ v: 1, size, chunkSize, chunks: sink.hashes, keyHash: fileKeyHash(key, cipher) });
    const manifest = manifestId(text, cipher);
    return transaction(store, (tx) => {
      insertFile(tx, { manifest, text, key, size, plainHash }, sink.hashes, true);
      return ok({ manifest, size, plainHash, known: false });
    });
  };
  const cancel = (): Promise<void> => rm(staging, { recursive: true, force: true });
  return {
    append: async (bytes) => {
      if (size + bytes.length > largestFile) return err({ code: 'file-too-large' });
      size += bytes.length;
      plain.update(bytes);
      const taken = await onDisk(() => cutter.take(bytes));
      if (!taken.ok) broken = taken.error;
      return taken;
    },
    finish: async () => {
      const settled = broken ? err(broken) : await onDisk(settle);
      await cancel();
      return settled.ok ? settled.value : settled;
    },
    cancel,
  };
}

/**
 * Removes what intakes left that a kill interrupted. Run it once at the start, before any intake. What cannot be removed
 * now is tried again at the next start: it harms nothing.
 */
export async function clearIntakes(folder: string): Promise<void> {
  const names = await readdir(chunkFolder(folder)).catch(() => []);
  for (const name of names) {
    if (!name.startsWith('intake-')) continue;
    await rm(join(chunkFolder(folder), name), { recursive: true, force: true }).catch(() => undefined);
  }
}
