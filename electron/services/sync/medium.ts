import { lstat, mkdir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { courierFolder } from '#electron/exchange/courier.ts';
import { inFolder } from '#electron/exchange/folder.ts';
import type { Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { carrierFailure } from './send.ts';

/** The package folder of a medium, whether somebody points at the medium or at the package on it. */
const packagePath = (folder: string): string =>
  basename(folder) === courierFolder ? folder : join(folder, courierFolder);

async function onMedium<T>(folder: string, work: () => Promise<T>): Promise<Result<T, Failure>> {
  if (!isAbsolute(folder)) return { ok: false, error: { ...refused('courier.folder-not-absolute'), field: 'folder' } };
  const done = await inFolder(folder, work);
  if (done.ok) return done;
  // Nothing has begun yet: the place was never there, or not since it was chosen.
  const missing = done.error === 'unreachable';
  return {
    ok: false,
    error: missing ? { ...refused('courier.no-folder'), field: 'folder' } : carrierFailure(done.error),
  };
}

/** What stands for the package folder of a medium; a link on it counts as what it is, unless somebody pointed at it. */
function lookFor(path: string, folder: string) {
  return (path === folder ? stat(path) : lstat(path)).catch(() => undefined);
}

/** The package folder to write to; it is made, the medium itself never. Nothing is written behind a link. */
export function packageToWrite(folder: string): Promise<Result<string, Failure>> {
  return onMedium(folder, async () => {
    const path = packagePath(folder);
    const there = await lookFor(path, folder);
    // Also where a link or a file stands: making it fails, and says so.
    if (!there?.isDirectory()) await mkdir(path);
    return path;
  });
}

/** The package folder to read from; undefined when the medium is there and nothing was ever written to it. */
export function packageToRead(folder: string): Promise<Result<string | undefined, Failure>> {
  return onMedium(folder, async () => {
    const path = packagePath(folder);
    const there = await lookFor(path, folder);
    return there?.isDirectory() ? path : undefined;
  });
}
