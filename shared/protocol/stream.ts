import type { EntryId } from '#shared/base/ids.ts';
import type { SuiteId } from './entry.ts';
import type { Hashing } from './ports.ts';
import { utf8 } from './text-bytes.ts';

/** A position in a stream: how many entries it has and the running root over their ids. */
export type StreamPosition = { readonly n: number; readonly root: string };

/** Prefix of what a running root hashes. */
export const streamPrefix = 'xieban-stream-v1\n';

/** Root of an empty stream. */
export const emptyRoot = '0'.repeat(64);

/** The empty stream. */
export const streamStart: StreamPosition = { n: 0, root: emptyRoot };

/**
 * Appends an entry: root(n) = hash(prefix + root(n-1) + '\n' + n + '\n' + entry id), in the suite of the device whose
 * stream it is.
 */
export function extendStream(
  position: StreamPosition,
  entry: EntryId,
  hashing: Hashing,
  suite?: SuiteId,
): StreamPosition {
  const n = position.n + 1;
  return { n, root: hashing.hash(utf8(`${streamPrefix}${position.root}\n${n}\n${entry}`), suite) };
}
