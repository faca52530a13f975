import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, ManifestId, OfficeId, UserId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { Body } from './body.ts';
import { otherSide, requestChain } from './chain-id.ts';
import type { Entry, SuiteId } from './entry.ts';
import { makeEntry } from './make-entry.ts';
import { penHolder } from './pen.ts';
import type { Hashing, Signing } from './ports.ts';
import { headOf, type RequestSlice } from './slice.ts';

/** What a device says in a request's chain. */
export type RequestSaying = {
  readonly kind: string;
  readonly facts: JsonObject;
  readonly body: Body | null;
  readonly files: readonly ManifestId[];
  readonly actor: UserId;
  readonly on: string;
  readonly at: string;
};

/** The device that writes. */
export type Writer = { readonly office: OfficeId; readonly device: DeviceId; readonly suite: SuiteId };

/**
 * Makes the next entry of one side's chain: place, pen and the head seen of the other side follow from what is stored. The
 * suite of a request is fixed by its opening entry. Whether the act fits, the rules of requests say before.
 */
export function writeRequestEntry(
  slice: RequestSlice,
  side: Side,
  saying: RequestSaying,
  writer: Writer,
  ports: { readonly hashing: Hashing; readonly signing: Signing },
): Entry {
  const suite = slice.r.entries[0]?.parsed.suite ?? writer.suite;
  const draft = {
    ...saying,
    chain: requestChain(slice.request, side),
    kv: 1,
    minReader: 1,
    office: writer.office,
    device: writer.device,
    pen: penHolder(slice, side)?.number ?? 1,
    seen: headOf(slice[otherSide(side)]),
  };
  return makeEntry(draft, headOf(slice[side]), suite, ports);
}

/** The slice with an entry appended to one of its chains. */
export function withEntry(slice: RequestSlice, side: Side, entry: Entry): RequestSlice {
  const chain = slice[side];
  return { ...slice, [side]: { ...chain, entries: [...chain.entries, entry] } };
}
