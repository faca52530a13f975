import { randomBytes } from 'node:crypto';
import { lstat, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileErrorCode } from './durable-write.ts';

/** What `durableWrite` calls a file before it is whole. */
const unfinishedName = /^[0-9a-f]{64}(\.xb)?\.[0-9a-f]{12}\.new$/;

/** No writer works on one file for that long, in milliseconds. */
const abandonedAfter = 86_400_000;

/** Names in a folder; none where a link stands for it, which would lead somewhere else. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await lstat(folder)).isDirectory() ? await readdir(folder) : [];
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

async function unfinishedIn(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const top of ['inbox', 'chunks']) {
    for (const name of await namesIn(join(root, top))) {
      const folder = join(root, top, name);
      found.push(...(await namesIn(folder)).filter((one) => unfinishedName.test(one)).map((one) => join(folder, one)));
    }
  }
  return found;
}

/** What time it is where the folder lies: a server dates its files by its own clock. In milliseconds since 1970. */
async function folderNow(root: string): Promise<number> {
  const probe = join(root, `${randomBytes(6).toString('hex')}.clock.new`);
  try {
    await writeFile(probe, '', { flag: 'wx' });
    return (await stat(probe)).mtimeMs;
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

/**
 * Removes what writers that were killed left unfinished below a folder: only files named as we name them, and only when
 * more than a day has gone by both on the folder's own clock and on ours (`now`, milliseconds since 1970), so that a clock
 * set wrong on either side removes nothing another office is writing. Answers how many were removed.
 */
export async function clearUnfinished(root: string, now: number): Promise<number> {
  const found = await unfinishedIn(root);
  if (found.length === 0) return 0;
  const before = Math.min(now, await folderNow(root)) - abandonedAfter;
  let removed = 0;
  for (const path of found) {
    const known = await lstat(path).catch(() => undefined);
    if (!known?.isFile() || known.mtimeMs >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
