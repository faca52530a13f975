import { suiteOf } from '#electron/sealing/suites.ts';
import type { ReadDb } from '#electron/store/db.ts';
import { chainEntries } from '#electron/store/tables/entries.ts';
import type { RequestId } from '#shared/base/ids.ts';
import type { AssistEvent, Side } from '#shared/domain/assist/event.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import type { Entry, SuiteId } from '#shared/protocol/entry.ts';
import { eventOf } from '#shared/protocol/slice.ts';

/** Both chains of a request as events, and the state they fold to. */
export type RequestChains = {
  readonly r: readonly AssistEvent[];
  readonly e: readonly AssistEvent[];
  readonly state: RequestState;
  /** What both chains are written in; undefined while the opening is not here. */
  readonly suite: SuiteId | undefined;
};

/** Both chains as far as they are here. The command an `apply` embeds is read from the `apply` itself. */
export function loadRequest(db: ReadDb, id: RequestId): RequestChains {
  const [commands, order] = [chainEntries(db, requestChain(id, 'r')), chainEntries(db, requestChain(id, 'e'))];
  const events = (entries: readonly Entry[]): readonly AssistEvent[] =>
    entries.map((entry) => eventOf(entry, suiteOf(entry.parsed.suite)));
  const [r, e] = [events(commands), events(order)];
  return { r, e, state: foldRequest(r, e), suite: commands[0]?.parsed.suite };
}

/** Which side of a request this office is on; undefined while its opening is not known here or names other offices. */
export function ourSide(state: RequestState, office: string): Side | undefined {
  if (state.opening?.requester === office) return 'r';
  return state.opening?.executor === office ? 'e' : undefined;
}
