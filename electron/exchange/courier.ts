import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { FilePlace } from './durable-write.ts';
import { chunkPlace, createFolderTransport, packagePlace, transportFailure } from './folder.ts';
import { holdsBytes } from './holds-bytes.ts';
import type { Transport, TransportFailure } from './transport.ts';

/** Folder a courier package lies in on the stick, secure stick or CD-R. */
export const courierFolder = 'xieban-courier';

async function readBack(
  { root, folders, name }: FilePlace,
  bytes: Uint8Array,
): Promise<Result<void, TransportFailure>> {
  try {
    return (await holdsBytes(join(root, ...folders, name), bytes)) ? ok(undefined) : err('read-back');
  } catch (error) {
    return err(transportFailure(error));
  }
}

/**
 * The same bytes in the same layout on a carrier somebody walks with. Every write is read back and compared before it
 * counts. Nothing on the stick is ever removed: it may be the only copy on its way.
 */
export function createCourierTransport(packageFolder: string): Transport {
  const folder = createFolderTransport(packageFolder);
  return {
    ...folder,
    put: async (to, id, bytes) => {
      const put = await folder.put(to, id, bytes);
      return put.ok ? readBack(packagePlace(packageFolder, to, id), bytes) : put;
    },
    putChunk: async (to, hash, bytes) => {
      const put = await folder.putChunk(to, hash, bytes);
      return put.ok ? readBack(chunkPlace(packageFolder, hash), bytes) : put;
    },
    // Everything that goes with a package is handed over, and read back, in the same act.
    holds: () => Promise.resolve(ok(false)),
    takeBack: () => Promise.resolve(ok(undefined)),
    lyingChunks: () => Promise.resolve(ok([])),
    takeBackChunk: () => Promise.resolve(ok(undefined)),
    clearUnfinished: () => Promise.resolve(ok(0)),
  };
}
