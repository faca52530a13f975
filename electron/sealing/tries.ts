import type { Result } from '#shared/base/result.ts';
import type { KeyFileFailureCode } from './custody-failure.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';

/** Wrong passphrases the audit trail does not hold yet: how many, and when the first and the last was (ms since 1970). */
export type UnrecordedTries = { readonly count: number; readonly first: number; readonly last: number };

/**
 * Wrong passphrases in a row and when the last one was, in milliseconds since 1970. Kept beside the database, which is
 * closed while they are typed; nothing in it is secret.
 */
export type Tries = { readonly failed: number; readonly at: number; readonly unrecorded?: UnrecordedTries };

const name = 'tries';
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 900_000;
const none: Tries = { failed: 0, at: 0 };

/** Reads the counter. A missing or broken one counts as none: it slows guessing down and must never lock anybody out. */
export function readTries(folder: string): Tries {
  const text = readKeyFile(folder, name);
  if (!text.ok) return none;
  const numbers = text.value.split(' ').map(Number);
  if (!numbers.every((number) => Number.isSafeInteger(number))) return none;
  const [failed = 0, at = 0, count = 0, first = 0, last = 0] = numbers;
  return count > 0 ? { failed, at, unrecorded: { count, first, last } } : { failed, at };
}

/** Keeps the counter. */
export function writeTries(folder: string, tries: Tries): Result<void, { code: KeyFileFailureCode }> {
  const { failed, at, unrecorded } = tries;
  const rest = unrecorded ? [unrecorded.count, unrecorded.first, unrecorded.last] : [];
  return writeKeyFile(folder, name, [failed, at, ...rest].join(' '));
}

/** Counts a try before it is made, as if it were wrong; `forgiveTry` takes it back. Answers the count with it. */
export function countTry(folder: string, now: number): Result<number, { code: KeyFileFailureCode }> {
  const before = settleTries(folder, now);
  const { count = 0, first = now } = before.unrecorded ?? {};
  const unrecorded = { count: count + 1, first, last: now };
  const written = writeTries(folder, { failed: before.failed + 1, at: now, unrecorded });
  return written.ok ? { ok: true, value: before.failed + 1 } : written;
}

/** The try counted last was right: nothing is to be waited for, and only those before it were wrong. */
export function forgiveTry(folder: string, before: Tries): Result<void, { code: KeyFileFailureCode }> {
  const { unrecorded } = readTries(folder);
  if (!unrecorded || unrecorded.count <= 1) return writeTries(folder, none);
  const count = unrecorded.count - 1;
  const last = count === before.unrecorded?.count ? before.unrecorded.last : unrecorded.last;
  return writeTries(folder, { ...none, unrecorded: { count, first: unrecorded.first, last } });
}

/** Nothing is to be waited for any more; what was tried stays to be recorded. */
export function forgetWait(folder: string): Result<void, { code: KeyFileFailureCode }> {
  const { unrecorded } = readTries(folder);
  return writeTries(folder, unrecorded ? { ...none, unrecorded } : none);
}

/** The wrong tries stand in the audit trail now. */
export function forgetRecorded(folder: string): Result<void, { code: KeyFileFailureCode }> {
  const { failed, at } = readTries(folder);
  return writeTries(folder, { failed, at });
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
  const settled = { ...tries, at: now };
  writeTries(folder, settled);
  return settled;
}
