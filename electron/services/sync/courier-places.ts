import { readdir } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join, parse } from 'node:path';
import { transportFailure } from '#electron/exchange/folder.ts';
import { inTime } from '#electron/exchange/in-time.ts';
import { ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { carrierFailure } from './send.ts';

type Folder = { readonly name: string; readonly path: string };

const mostFolders = 500;

/** A place that does not list itself within this many milliseconds is passed over. */
const listMs = 3_000;

async function foldersIn(path: string): Promise<readonly Folder[]> {
  const entries = await inTime(path, listMs, () => readdir(path, { withFileTypes: true }));
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => ({ name: entry.name, path: join(path, entry.name) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    .slice(0, mostFolders);
}

/** Where the systems mount sticks and discs for a user. */
function mountFolders(): readonly string[] {
  if (process.platform === 'darwin') return ['/Volumes'];
  const user = userInfo().username;
  return ['/media', join('/media', user), join('/run/media', user), '/mnt'];
}

async function roots(): Promise<readonly Folder[]> {
  const home = { name: basename(homedir()) || homedir(), path: homedir() };
  if (process.platform === 'win32') {
    const there: Folder[] = [];
    // One after the other: a network letter whose server is gone must not take more than one thread of the machine.
    for (const path of [...'DEFGHIJKLMNOPQRSTUVWXYZC'].map((letter) => `${letter}:\\`)) {
      if (await foldersIn(path).catch(() => undefined)) there.push({ name: path, path });
    }
    return [...there, home];
  }
  const mounted = await Promise.all(mountFolders().map((path) => foldersIn(path).catch(() => [])));
  return [...mounted.flat(), home];
}

/** Folders to choose a medium from: the machine's media and home at first, then what lies under the chosen one. */
export const courierPlaces: Handler<'courier.places'> = async (_context, { under }) => {
  if (under === '') return ok({ path: '', parent: null, folders: [...(await roots())] });
  if (!isAbsolute(under)) return { ok: false, error: refused('courier.folder-not-absolute') };
  try {
    const parent = parse(under).root === under ? '' : dirname(under);
    return ok({ path: under, parent, folders: [...(await foldersIn(under))] });
  } catch (error) {
    const failure = transportFailure(error);
    return { ok: false, error: failure === 'unreachable' ? refused('courier.no-folder') : carrierFailure(failure) };
  }
};
