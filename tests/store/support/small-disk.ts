import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';

/** A small file system of its own; it is taken off when the running test ends. */
export type SmallDisk = { readonly folder: string; readonly makeReadOnly: () => void };

function mountTmpfs(folder: string, kibibytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
  rmdirSync(folder);
}

/** Mounts an empty file system of the given size. */
export function smallDisk(kibibytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-disk-'));
  if (!mountTmpfs(folder, kibibytes)) throw new Error('could not mount');
  onTestFinished(() => unmount(folder));
  return {
    folder,
    makeReadOnly: () => {
      execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' });
    },
  };
}

/** Fills what is left of a disk; the answer is the file that must go for there to be room again. */
export function fill(folder: string): string {
  const path = join(folder, 'filler');
  for (let size = 1 << 20; size >= 512; size >>= 1) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full for this size; try a smaller one.
    }
  }
  return path;
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-disk-'));
  const mounted = mountTmpfs(folder, 64);
  if (mounted) unmount(folder);
  else rmdirSync(folder);
  return mounted;
}

/** A `describe` for tests that mount a file system, which only the administrator may. */
export function describeWithSmallDisk(title: string, body: () => void): void {
  const able = process.platform === 'linux' && canMount();
  const name = able ? title : `${title} [skipped: this user cannot mount a small file system]`;
  describe.skipIf(!able)(name, body);
}
