import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import type { SuiteId } from './entry.ts';
import type { Hashing } from './ports.ts';
import { utf8 } from './text-bytes.ts';

/**
 * A hash over the folded state of a request, heads of both chains included: two offices that show the same text agree on
 * what was asked, what was done and in which order. `suite` is the request's.
 */
export function requestDigest(state: RequestState, hashing: Hashing, suite?: SuiteId): string {
  return hashing.hash(utf8(`xieban-state-v1\n${canonicalJson(state as unknown as JsonObject)}`), suite);
}
