import { err, ok, type Result } from '#shared/base/result.ts';

/** What a partner's programs can read, from its card or, newer, from its latest receipt. */
export type Capabilities = { readonly reader: number; readonly kinds: readonly string[] };

/** Why something may not be written into a chain shared with a partner. */
export type CapabilityFailure = 'partner-kind-unknown' | 'partner-reader-older';

/**
 * Whether a partner can read a request of that kind and an entry that asks for that reader. What it cannot read is never
 * written into its chains, because its fold would stop there.
 */
export function canRead(theirs: Capabilities, requestKind: string, minReader: number): Result<void, CapabilityFailure> {
  if (!theirs.kinds.includes(requestKind)) return err('partner-kind-unknown');
  return theirs.reader >= minReader ? ok(undefined) : err('partner-reader-older');
}
