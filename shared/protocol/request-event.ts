import type { Json } from '#shared/base/canonical-json.ts';
import type { AssistEvent } from '#shared/domain/assist/event.ts';
import { readBody } from './body.ts';
import { readChainId } from './chain-id.ts';
import type { Entry, EntryHeader, SealedEntry } from './entry.ts';
import { isRecord } from './read-json.ts';

/** An entry read back from our own store: its header was checked when it was stored, so it is only parsed. */
export function storedEntry(sealed: SealedEntry, body: string | undefined): Entry {
  // Only entries that passed `readEntry` are ever stored in a chain.
  return { ...sealed, parsed: JSON.parse(sealed.header) as EntryHeader, body };
}

/** The signed command inside an executor's `apply`, as it stands in the facts; undefined when there is none. */
export function embeddedCommand(
  header: EntryHeader,
): { readonly header: string; readonly signature: string } | undefined {
  const order = header.kind === 'apply' && header.chain.endsWith('/e');
  const command: Json | undefined = order ? header.facts['command'] : undefined;
  if (!isRecord(command)) return undefined;
  const { header: text, signature } = command;
  return typeof text === 'string' && typeof signature === 'string' ? { header: text, signature } : undefined;
}

/**
 * Turns an entry of a request's chain into the event the rules of requests work on. `command` is the embedded command of an
 * `apply`, checked and read by `readCommand`. Throws when the entry belongs to no request: callers sort by chain first.
 */
export function requestEvent(entry: Entry, command: Entry | undefined): AssistEvent {
  const { parsed } = entry;
  const chain = readChainId(parsed.chain);
  if (chain?.type !== 'request') throw new Error('not an entry of a request');
  return {
    id: entry.id,
    side: chain.side,
    seq: parsed.seq,
    kind: parsed.kind,
    kv: parsed.kv,
    minReader: parsed.minReader,
    office: parsed.office,
    device: parsed.device,
    pen: parsed.pen ?? 1,
    actor: parsed.actor,
    on: parsed.on,
    at: parsed.at,
    seen: parsed.seen ?? null,
    facts: parsed.facts,
    body: entry.body === undefined ? undefined : readBody(entry.body),
    files: parsed.files,
    ...(command ? { command: requestEvent(command, undefined) } : {}),
  };
}
