import { createFileReader, type FileReader, type ReadFileFailure } from '#electron/store/chunks/read.ts';
import { setChunkAside } from '#electron/store/chunks/received.ts';
import type { Store } from '#electron/store/store.ts';
import { findFile } from '#electron/store/tables/files.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { chunkCipher } from './grants.ts';

const readers = new WeakMap<Store, FileReader>();

function readerOf(open: OpenOffice): FileReader {
  const reader = readers.get(open.store) ?? createFileReader(open.store, chunkCipher(open.suite));
  readers.set(open.store, reader);
  return reader;
}

/** The contract's failure for bytes that cannot be read. */
function readFailure(failure: ReadFileFailure): Failure {
  switch (failure.code) {
    case 'file-unknown':
      return { kind: 'not-found', code: 'not-found.file' };
    case 'file-incomplete':
      return { kind: 'refused', code: 'file.not-arrived' };
    case 'chunk-damaged':
      return { kind: 'damaged', code: 'file.damaged' };
    default:
      return { kind: 'storage', code: `storage.${failure.code}` };
  }
}

/** A piece of a file's plain bytes; fewer than asked at the end of the file or of a chunk. */
export const readFile: Handler<'file.read'> = async ({ open, moment }, { manifest, offset, length }) => {
  const size = findFile(open.store.db, manifest)?.size ?? 0;
  const bytes = await readerOf(open).read(manifest, offset, length);
  // Set aside and noted as lost, a damaged chunk of a partner's file is asked for again.
  if (!bytes.ok && bytes.error.code === 'chunk-damaged') await setChunkAside(open.store, bytes.error.hash, moment.at);
  return bytes.ok ? ok({ bytes: Uint8Array.from(bytes.value), size }) : err(readFailure(bytes.error));
};
