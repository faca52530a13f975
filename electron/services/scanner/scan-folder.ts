import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, lstat, open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { fileErrorCode } from '#electron/exchange/durable-write.ts';
import { transportFailure } from '#electron/exchange/folder.ts';
import { inTime } from '#electron/exchange/in-time.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { OfficeContext } from '../context.ts';

/** One file of the scanner's folder: bytes, and milliseconds since 1970. */
export type Scan = { readonly name: string; readonly size: number; readonly changed: number };

/** Folder beside the scans into which those go that are on a dossier. */
export const keptFolder = '已存入';

/** A place that does not answer within this many milliseconds counts as out of reach; reading a whole scan takes longer. */
const [answerMs, wholeMs] = [3_000, 120_000];

/** Names that programs use while they write. */
const unfinished = /^(\.|~\$)|\.(tmp|part|partial|crdownload)$/i;

/** Carries out one act on the folder; what the system says against it becomes a failure that says what to do. */
export async function onFolder<T>(
  folder: string,
  work: () => Promise<T>,
  ms: number = answerMs,
): Promise<Result<T, Failure>> {
  try {
    return ok(await inTime(folder, ms, work));
  } catch (error) {
    const failure = transportFailure(error);
    return err({ kind: 'storage', code: failure === 'full' ? 'scanner.no-space' : 'scanner.unreachable' });
  }
}

/** The folder that is set; 'scanner.no-folder' while none is. */
export function scanFolder({ open: { store } }: OfficeContext): Result<string, Failure> {
  const folder = readMeta(store.db, 'scan-folder') ?? '';
  return folder === '' ? err(refused('scanner.no-folder')) : ok(folder);
}

/** Whether a folder can be set: it is there, may be written to, and is not where the product keeps its data. */
export async function checkFolder(context: OfficeContext, folder: string): Promise<Result<void, Failure>> {
  const wrong = (code: string): Result<void, Failure> => err({ ...refused(`scanner.${code}`), field: 'folder' });
  if (!isAbsolute(folder)) return wrong('folder-not-absolute');
  const inside = relative(dirname(context.open.chunks), folder);
  if (inside === '' || !(inside.startsWith('..') || isAbsolute(inside))) return wrong('own-folder');
  const looked = await onFolder(folder, async () => {
    try {
      if (!(await stat(folder)).isDirectory()) return 'not-a-folder';
      await access(folder, constants.R_OK | constants.W_OK);
      return undefined;
    } catch (error) {
      const code = fileErrorCode(error);
      if (code === 'ENOENT') return 'folder-missing';
      if (code === 'ENOTDIR') return 'not-a-folder';
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'not-writable';
      throw error;
    }
  });
  if (!looked.ok) return err({ ...looked.error, field: 'folder' });
  return looked.value === undefined ? ok(undefined) : wrong(looked.value);
}

const scanOf = (name: string, { size, mtimeMs }: Stats): Scan => ({ name, size, changed: Math.max(0, mtimeMs) });

async function lookAt(folder: string, name: string): Promise<readonly Scan[]> {
  // A file may go while the others are looked at.
  const found = await lstat(join(folder, name)).catch(() => undefined);
  return found?.isFile() === true ? [scanOf(name, found)] : [];
}

/** Every file of the folder that may be a scan, newest first. */
export function scansIn(folder: string): Promise<Result<readonly Scan[], Failure>> {
  return onFolder(folder, async () => {
    const names = (await readdir(folder)).filter((name) => !unfinished.test(name) && name.length <= 255);
    const found: Scan[] = [];
    for (const name of names) found.push(...(await lookAt(folder, name)));
    return found.toSorted((a, b) => b.changed - a.changed || a.name.localeCompare(b.name, 'zh-CN'));
  });
}

/** Opens a scan and hands it to `work`, if it is still what was listed; a link is never followed out of the folder. */
export async function withScan<T>(
  folder: string,
  scan: Scan,
  work: (file: FileHandle) => Promise<T>,
): Promise<Result<T, Failure>> {
  const { name } = scan;
  if (basename(name) !== name || name.includes('\\') || name === '..' || name === '.')
    return err(refused('scanner.changed'));
  const done = await onFolder(
    folder,
    async () => {
      // Windows has no such flag and opens no link without a right of its own.
      const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
      const file = await open(join(folder, name), flags).catch(() => undefined);
      if (file === undefined) return undefined;
      try {
        const found = await file.stat();
        const now = scanOf(name, found);
        const same = found.isFile() && now.size === scan.size && now.changed === scan.changed;
        return same ? { value: await work(file) } : undefined;
      } finally {
        await file.close();
      }
    },
    wholeMs,
  );
  if (!done.ok) return done;
  return done.value === undefined ? err(refused('scanner.changed')) : ok(done.value.value);
}
