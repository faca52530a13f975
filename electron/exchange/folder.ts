import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { durableWrite, fileErrorCode } from './durable-write.ts';
import type { Arrival, Cursor, Transport, TransportFailure } from './transport.ts';

const failures: Readonly<Record<string, TransportFailure>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'unreachable',
  ENOTDIR: 'unreachable',
  ENXIO: 'unreachable',
  ENODEV: 'unreachable',
  ESTALE: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ETIMEDOUT: 'unreachable',
};

/** Reads a file system error as a carrier's failure; anything that is none is a bug and thrown on. */
export function transportFailure(error: unknown): TransportFailure {
  const code = fileErrorCode(error);
  if (code === undefined) throw error;
  return failures[code] ?? 'error';
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T, TransportFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    return err(transportFailure(error));
  }
}

async function absentIsUndefined<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const bundleName = /^([0-9a-f]{64})\.xb$/;

async function arrivals(inbox: string, cursor: Cursor): Promise<{ items: Arrival[]; cursor: Cursor }> {
  const names = (await absentIsUndefined(() => readdir(inbox))) ?? [];
  const present = names.filter((name) => bundleName.test(name)).toSorted();
  const items: Arrival[] = [];
  for (const name of present.filter((one) => !cursor.has(one))) {
    const path = join(inbox, name);
    const found = await absentIsUndefined(() => stat(path));
    if (found?.isFile())
      items.push({ id: name.slice(0, 64), size: found.size, read: () => attempt(() => readFile(path)) });
  }
  return { items, cursor: new Set(present) };
}

/**
 * Exchange through a directory both offices can reach: local, mounted or shared. Under `root`: `inbox/<office>/<hash>.xb`
 * for bundles and receipts, `chunks/<2 hex>/<hash>` for file chunks. Only lower-case names, no links, no times: it works
 * the same on SMB and FAT. `root` itself is never made: a folder that is gone is unreachable, an empty one has simply
 * nothing for us, and neither ever means that something was deleted.
 */
export function createFolderTransport(root: string): Transport {
  const bundlePath = (to: OfficeId, id: string): string => join(root, 'inbox', to, `${id}.xb`);
  const chunkPath = (hash: string): string => join(root, 'chunks', hash.slice(0, 2), hash);
  const reachable = async (): Promise<void> => {
    if (!(await stat(root)).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  };
  const inReach = <T>(work: () => Promise<T>): Promise<Result<T, TransportFailure>> =>
    attempt(async () => {
      await reachable();
      return work();
    });
  const sizeOf = async (path: string): Promise<number | undefined> => (await absentIsUndefined(() => stat(path)))?.size;
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    // Names are hashes of the bytes: a file of the same name and length is this one.
    if ((await sizeOf(path)) !== bytes.byteLength) await durableWrite(path, bytes);
  };
  return {
    put: (to, id, bytes) => inReach(() => write(bundlePath(to, id), bytes)),
    holds: (to, id) => inReach(async () => (await sizeOf(bundlePath(to, id))) !== undefined),
    takeBack: (to, id) => inReach(() => rm(bundlePath(to, id), { force: true })),
    receive: (us, cursor) => inReach(() => arrivals(join(root, 'inbox', us), cursor)),
    putChunk: (hash, bytes) => inReach(() => write(chunkPath(hash), bytes)),
    getChunk: (hash) => inReach(() => absentIsUndefined(() => readFile(chunkPath(hash)))),
    hasChunks: (hashes) =>
      inReach(async () => {
        const sizes = await Promise.all(
          hashes.map(async (hash) => ((await sizeOf(chunkPath(hash))) === undefined ? [] : [hash])),
        );
        return new Set(sizes.flat());
      }),
  };
}
