import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { fileHash } from './backup.ts';
import { type BackupAbout, backupNames, readBackupAbout } from './backup-about.ts';
import { chunkBytes, chunkNames, copyChunks, plainSize } from './chunk-copies.ts';
import { chunkFolder, onDisk, syncFolderLater } from './chunks/chunk-files.ts';
import { databasePath, inspectFile } from './database-file.ts';
import type { StoreFailure } from './failure.ts';
import { type Cancelled, unwatched, type Work } from './work.ts';

/**
 * Why a backup cannot be used. Nothing was written where it was to be restored.
 * - backup-missing / -newer / -damaged: no backup there; a newer version made it; its bytes are not those it had.
 * - backup-other-key: the key does not open it. exists: there is a database already.
 */
export type RestoreFailure =
  | StoreFailure
  | Cancelled
  | { readonly code: 'backup-missing' | 'backup-newer' | 'backup-damaged' | 'backup-other-key' | 'exists' };

/** Bytes that what a backup says about itself may have: a few hundred, and the wraps of its key. */
const longestAbout = 262_144;

/** Reads what the backup in a folder says about itself, so that its key can be opened. */
export async function readBackup(from: string): Promise<Result<BackupAbout, RestoreFailure>> {
  const path = join(from, backupNames.about);
  if (!existsSync(path)) return err({ code: 'backup-missing' });
  const length = await plainSize(path);
  if (length === undefined || length > longestAbout) return err({ code: 'backup-damaged' });
  const text = await onDisk(() => readFile(path, 'utf8'));
  if (!text.ok) return text;
  const about = readBackupAbout(text.value);
  if (about === 'newer') return err({ code: 'backup-newer' });
  return about ? ok(about) : err({ code: 'backup-damaged' });
}

/**
 * Copies a backup into a folder without a database and checks every byte of it. The result is a copy of the old
 * device's data: before anything is written in it, give it a new life (`beginNewLife`) and new device keys. Its progress
 * is said in bytes; called off, it leaves chunks and no database, for whoever made the folder to remove.
 */
export async function unpackBackup(
  from: string,
  folder: string,
  key: Uint8Array,
  work: Work = unwatched,
): Promise<Result<BackupAbout, RestoreFailure>> {
  const about = await readBackup(from);
  if (!about.ok) return about;
  const target = databasePath(folder);
  if (existsSync(target)) return err({ code: 'exists' });
  const unpacked = await onDisk(async (): Promise<Result<BackupAbout, RestoreFailure>> => {
    const source = join(from, backupNames.database);
    // Looked at before anything is read: somebody may have laid a pipe there, or a file without end.
    if ((await plainSize(source)) !== about.value.size) return err({ code: 'backup-damaged' });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await fileHash(source)) !== about.value.sha256) return err({ code: 'backup-damaged' });
    const shape = inspectFile(source, key);
    if (shape !== 'plausible') return err({ code: shape === 'wrong-key' ? 'backup-other-key' : 'backup-damaged' });
    const chunks = join(from, backupNames.chunks);
    const names = await chunkNames(chunks);
    const { size } = about.value;
    const total = size + (await chunkBytes(chunks, names));
    const copied = await copyChunks(chunks, chunkFolder(folder), names, { work, before: 0, total });
    if (!copied.ok) return copied;
    await copyFile(source, `${target}.new`);
    const handle = await open(`${target}.new`, 'r+');
    await handle.sync();
    await handle.close();
    if ((await fileHash(`${target}.new`)) !== about.value.sha256) return err({ code: 'backup-damaged' });
    if (work.cancelled()) return err({ code: 'cancelled' });
    await rename(`${target}.new`, target);
    await syncFolderLater(folder);
    work.step(total, total);
    return about;
  });
  return unpacked.ok ? unpacked.value : unpacked;
}
