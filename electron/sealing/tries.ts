import type { Result } from '#shared/base/result.ts';
import type { KeyFileFailureCode } from './custody-failure.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';

/** Wrong passphrases in a row and when the last one was, in milliseconds since 1970. Kept beside the database. */
export type Tries = { readonly failed: number; readonly at: number };

const name = 'tries';
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 900_000;
const none: Tries = { failed: 0, at: 0 };

/** Reads the counter. A missing or broken one counts as none: it slows guessing down and must never lock anybody out. */
export function readTries(folder: string): Tries {
  const text = readKeyFile(folder, name);
  if (!text.ok) return none;
  const [failed, at] = text.value.split(' ').map(Number);
  return Number.isSafeInteger(failed) && Number.isSafeInteger(at) ? { failed: failed ?? 0, at: at ?? 0 } : none;
}

/** Keeps the counter. */
export function writeTries(folder: string, tries: Tries): Result<void, { code: KeyFileFailureCode }> {
  return writeKeyFile(folder, name, `${tries.failed} ${tries.at}`);
}

/**
 * Milliseconds until the next try is taken: none for the first five, then 30 s, doubling up to 15 minutes. A clock that
 * was set back since the last try waits once more in full, and no longer.
 */
export function waitMs(tries: Tries, now: number): number {
  if (tries.failed < freeTries) return 0;
  const wait = Math.min(firstWaitMs * 2 ** Math.min(tries.failed - freeTries, 10), longestWaitMs);
  const elapsed = Math.max(0, now - tries.at);
  return Math.max(0, wait - elapsed);
}

/** The counter with a last try that lies in the future moved to now, so that a clock set back a year locks nobody out. */
export function settleTries(folder: string, now: number): Tries {
  const tries = readTries(folder);
  if (tries.at <= now || tries.failed === 0) return tries;
  const settled = { failed: tries.failed, at: now };
  writeTries(folder, settled);
  return settled;
}
