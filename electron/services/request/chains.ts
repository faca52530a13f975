import type { ReadDb } from '#electron/store/db.ts';
import { chainEntries } from '#electron/store/tables/entries.ts';
import type { RequestId } from '#shared/base/ids.ts';
import type { AssistEvent, Side } from '#shared/domain/assist/event.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { readBody } from '#shared/protocol/body.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import type { Entry } from '#shared/protocol/entry.ts';

/** Both chains of a request as events, and the state they fold to. */
export type RequestChains = {
  readonly r: readonly AssistEvent[];
  readonly e: readonly AssistEvent[];
  readonly state: RequestState;
};

function eventOf(entry: Entry, side: Side): AssistEvent {
  const { parsed } = entry;
  const { seq, kind, kv, minReader, office, device, actor, on, at, facts, files } = parsed;
  return {
    ...{ id: entry.id, side, seq, kind, kv, minReader, office, device, actor, on, at, facts, files },
    pen: parsed.pen ?? 1,
    seen: parsed.seen ?? null,
    body: entry.body === undefined ? undefined : readBody(entry.body),
  };
}

/** The header text of the command an `apply` embeds. */
function embeddedHeader(event: AssistEvent): string | undefined {
  const command = event.facts['command'];
  if (event.kind !== 'apply' || typeof command !== 'object' || command === null || !('header' in command)) return undefined;
  return typeof command.header === 'string' ? command.header : undefined;
}

/** Both chains as far as they are here. An embedded command is the requester's own entry with that very header. */
export function loadRequest(db: ReadDb, id: RequestId): RequestChains {
  const commands = new Map<string, AssistEvent>();
  const r = chainEntries(db, requestChain(id, 'r')).map((entry) => {
    const event = eventOf(entry, 'r');
    commands.set(entry.header, event);
    return event;
  });
  const e = chainEntries(db, requestChain(id, 'e')).map((entry) => {
    const event = eventOf(entry, 'e');
    const command = commands.get(embeddedHeader(event) ?? '');
    return command ? { ...event, command } : event;
  });
  return { r, e, state: foldRequest(r, e) };
}

/** Which side of a request this office is on; undefined while its opening is not known here. */
export function ourSide(state: RequestState, office: string): Side | undefined {
  if (state.opening === null) return undefined;
  return state.opening.requester === office ? 'r' : 'e';
}
