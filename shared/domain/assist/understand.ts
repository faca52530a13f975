import type { AssistEvent } from './event.ts';
import { requestKind } from './kinds/request-kinds.ts';
import { belongsTo } from './life.ts';

/** Version of what this program can fold. An entry that asks for a newer one is stored and waits. */
export const assistReader = 1;

/** Newest version of each kind's facts this program knows. */
export const newestKindVersion = 1;

/** False for an entry only a newer program can fold: unknown kind, unknown kind of request, newer facts, or its own demand. */
export function understands(event: Pick<AssistEvent, 'kind' | 'kv' | 'minReader' | 'side' | 'facts'>): boolean {
  if (event.minReader > assistReader || event.kv > newestKindVersion || !belongsTo(event.side, event.kind))
    return false;
  const asked = event.kind === 'request' ? event.facts['kind'] : undefined;
  // A missing code is malformed, not newer.
  return typeof asked !== 'string' || requestKind(asked) !== undefined;
}
