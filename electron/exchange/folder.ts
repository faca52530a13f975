import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { durableWrite, type FilePlace, fileErrorCode } from './durable-write.ts';
import { holdsBytes } from './holds-bytes.ts';
import { inTime } from './in-time.ts';
import { cursorAfter, inboxNames } from './inbox-names.ts';
import { checkFolders, plainFile, readPlainFile } from './plain-file.ts';
import type { Arrival, Arrivals, Cursor, Transport, TransportFailure } from './transport.ts';
import { clearUnfinished } from './unfinished.ts';

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

/** A folder that does not say within this many milliseconds whether it is there counts as out of reach. */
const reachMs = 2_000;
/** The longest that one act on a folder may take, in milliseconds; a chunk passes in it at 70 kB a second. */
const actMs = 60_000;

async function lookForFolder(root: string): Promise<void> {
  if (!(await stat(root)).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
}

/** Whether a folder is there now. A place that hangs is out of reach, and is said to be so at once until it answers. */
export function folderInReach(root: string): Promise<Result<void, TransportFailure>> {
  return attempt(() => inTime(root, reachMs, () => lookForFolder(root)));
}

/** Does something in a folder that must be there, in bounded time. */
export function inFolder<T>(root: string, work: () => Promise<T>): Promise<Result<T, TransportFailure>> {
  return attempt(async () => {
    await inTime(root, reachMs, () => lookForFolder(root));
    return inTime(root, actMs, work);
  });
}

const bundleName = /^([0-9a-f]{64})\.xb$/;

/** No package is larger than this many bytes: a bundle ends at 4 MiB, and an entry larger than that goes alone. */
const largestPackage = 67_108_864;
/** A chunk is 4 MiB of plain bytes with a little around them. */
const largestChunk = 4_260_864;

const pathOf = ({ root, folders, name }: FilePlace): string => join(root, ...folders, name);

/** Makes sure that what is on the way to a place are folders; those that are not there yet are no obstacle. */
async function wayTo({ root, folders }: FilePlace): Promise<void> {
  await absentIsUndefined(() => checkFolders(root, folders));
}

/** Whether exactly these bytes lie at a place: a file torn or changed after it was written is none of ours. */
async function lies(place: FilePlace, bytes: Uint8Array): Promise<boolean> {
  await wayTo(place);
  return holdsBytes(pathOf(place), bytes);
}

async function write(place: FilePlace, bytes: Uint8Array): Promise<void> {
  if (!(await lies(place, bytes))) await durableWrite(place, bytes);
}

/** Whether folders lead to a chunk. Something else in the place of one hides its chunks, and none of the others. */
async function isReached({ root, folders }: FilePlace): Promise<boolean> {
  try {
    await checkFolders(root, folders);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(fileErrorCode(error) ?? '')) return false;
    throw error;
  }
}

async function readChunk(place: FilePlace): Promise<Uint8Array | undefined> {
  return (await isReached(place)) ? readPlainFile(pathOf(place), largestChunk) : undefined;
}

async function presentChunks(root: string, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  // One after the other: a place that hangs must not take more than one thread of the machine.
  for (const hash of hashes) {
    const place = chunkPlace(root, hash);
    if ((await isReached(place)) && (await plainFile(pathOf(place)))) there.add(hash);
  }
  return there;
}

const chunkName = /^[0-9a-f]{64}$/;

/** Chunks listed at most; others are left lying, which costs room and nothing else. */
const mostLying = 200_000;

async function lyingChunks(root: string): Promise<readonly string[]> {
  const there = await absentIsUndefined(() => checkFolders(root, ['chunks']).then(() => true));
  if (!there) return [];
  const entries = await readdir(join(root, 'chunks'), { withFileTypes: true });
  const folders = entries.filter((one) => one.isDirectory() && /^[0-9a-f]{2}$/.test(one.name)).map(({ name }) => name);
  const lying: string[] = [];
  for (const folder of folders.toSorted()) {
    const names = (await absentIsUndefined(() => readdir(join(root, 'chunks', folder)))) ?? [];
    for (const name of names.filter((one) => chunkName.test(one) && one.startsWith(folder)).toSorted()) {
      if (lying.length === mostLying) return lying;
      lying.push(name);
    }
  }
  return lying;
}

/** What lies in a folder lies there for everybody; only who handed it over takes it back. */
const nothingToDo = (): Promise<Result<void, TransportFailure>> => Promise.resolve(ok(undefined));

/** Bytes of packages offered in one look; the first is offered whatever its size. */
const mostBytes = 268_435_456;

async function readPackage(path: string): Promise<Uint8Array> {
  const bytes = await readPlainFile(path, largestPackage);
  if (bytes) return bytes;
  throw Object.assign(new Error('no package any more'), { code: 'ENOENT' });
}

async function arrivals(root: string, us: OfficeId, cursor: Cursor): Promise<Arrivals> {
  const folders = ['inbox', us];
  const there = await absentIsUndefined(() => checkFolders(root, folders).then(() => true));
  if (!there) return { items: [], cursor: new Set(), more: false };
  const inbox = join(root, ...folders);
  const names = await inboxNames(inbox, bundleName, cursor);
  const items: Arrival[] = [];
  const passed = [...names.passed];
  let bytes = 0;
  let looked = 0;
  for (const name of names.now) {
    const path = join(inbox, name);
    const size = (await plainFile(path))?.size ?? Number.POSITIVE_INFINITY;
    const fits = size <= largestPackage;
    if (fits && bytes + size > mostBytes && items.length > 0) break;
    looked += 1;
    // Its sender may yet put a package in its place.
    if (!fits) {
      passed.push(name);
      continue;
    }
    bytes += size;
    const read = (): Promise<Result<Uint8Array, TransportFailure>> => inFolder(root, () => readPackage(path));
    items.push({ id: name.slice(0, 64), size, mayHeal: true, read, taken: nothingToDo });
  }
  const more = names.more || looked < names.now.length;
  const offered = items.map(({ id }) => `${id}.xb`);
  return {
    items,
    cursor: cursorAfter(names.known, offered, more ? { last: names.now[looked - 1], passed } : undefined),
    more,
  };
}

/** Where a package for an office lies. */
export function packagePlace(root: string, to: OfficeId, id: string): FilePlace {
  return { root, folders: ['inbox', to], name: `${id}.xb` };
}

/** Where a chunk lies. */
export function chunkPlace(root: string, hash: string): FilePlace {
  return { root, folders: ['chunks', hash.slice(0, 2)], name: hash };
}

/**
 * Exchange through a directory both offices can reach: local, mounted or shared. Under `root`: `inbox/<office>/<hash>.xb`
 * for bundles and receipts, `chunks/<2 hex>/<hash>` for file chunks. Only lower-case names, no links, no times: it works
 * the same on SMB and FAT, and a link or pipe somebody laid below `root` is neither followed nor waited for. `root` itself
 * is never made: a folder that is gone is unreachable, an empty one has simply nothing for us, and neither ever means that
 * something was deleted. What lies there changed or torn is written again.
 */
export function createFolderTransport(root: string): Transport {
  const within = <T>(work: () => Promise<T>): Promise<Result<T, TransportFailure>> => inFolder(root, work);
  const remove = async (place: FilePlace): Promise<void> => {
    await wayTo(place);
    await rm(pathOf(place), { force: true });
  };
  return {
    put: (to, id, bytes) => within(() => write(packagePlace(root, to, id), bytes)),
    holds: (to, id, bytes) => within(() => lies(packagePlace(root, to, id), bytes)),
    takeBack: (to, id) => within(() => remove(packagePlace(root, to, id))),
    receive: (us, cursor) => within(() => arrivals(root, us, cursor)),
    putChunk: (_to, hash, bytes) => within(() => write(chunkPlace(root, hash), bytes)),
    hasChunks: (_to, hashes) => within(() => presentChunks(root, hashes)),
    chunksFrom: (_from, hashes) => within(() => presentChunks(root, hashes)),
    getChunk: (_from, hash) => within(() => readChunk(chunkPlace(root, hash))),
    chunkTaken: nothingToDo,
    chunkDamaged: nothingToDo,
    lyingChunks: () => within(() => lyingChunks(root)),
    takeBackChunk: (hash) => within(() => remove(chunkPlace(root, hash))),
    clearUnfinished: (now) => within(() => clearUnfinished(root, now)),
  };
}
