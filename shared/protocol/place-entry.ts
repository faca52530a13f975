import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { Entry } from './entry.ts';
import { entryId } from './make-entry.ts';
import { isTakenFrom, partiesOf, penHolder } from './pen.ts';
import type { Hashing, Verifying } from './ports.ts';
import { readHeader } from './read-entry.ts';
import { embeddedCommand } from './request-event.ts';
import { headOf, isForked, type RequestSlice } from './slice.ts';
import type { DeviceKey } from './step-types.ts';
import { claimsTakeover, provesTakeover } from './takeover.ts';
import { verifyEntry } from './verify-entry.ts';

/** Why an entry that is genuine may not stand in its chain. Its chain stops there. */
export type PlaceFailure =
  | 'not-a-party'
  | 'not-the-opening'
  | 'wrong-office'
  | 'wrong-pen'
  | 'wrong-takeover'
  | 'other-suite'
  | 'embedded-command';

/** Where an entry belongs in its chain as it is stored now. */
export type Place = 'next' | 'known' | 'waiting' | 'fork' | 'orphan';

/**
 * Finds an entry's place by number and by the hash of the entry before it. What was written under a pen that was taken over
 * since contradicts nobody; a takeover that continues from the last entry stored here goes on behind a contradiction.
 */
export function placeOf(slice: RequestSlice, side: Side, entry: Entry): Place {
  const chain = slice[side];
  const { seq, prev } = entry.parsed;
  const known = chain.entries[seq - 1];
  if (known?.id === entry.id) return 'known';
  if (isTakenFrom(slice, side, entry)) return 'orphan';
  if (known) return 'fork';
  const head = headOf(chain);
  const freed = claimsTakeover(entry) && prev === (head?.id ?? null);
  if ((isForked(chain) && !freed) || seq !== (head?.seq ?? 0) + 1) return 'waiting';
  return prev === (head?.id ?? null) ? 'next' : 'fork';
}

/** What admitting an entry needs to know. */
export type Admission = {
  /** The office whose bundle brought it, and ours. */
  readonly from: OfficeId;
  readonly us: OfficeId;
  readonly keys: ReadonlyMap<DeviceId, DeviceKey>;
  /** Root key of an office, as far as it is known. */
  readonly officeKey: (office: OfficeId) => string | undefined;
  readonly hashing: Hashing;
  readonly verifying: Verifying;
};

function admitOpening(entry: Entry, admission: Admission): Result<void, PlaceFailure> {
  const { kind, facts, office } = entry.parsed;
  if (kind !== 'request' || typeof facts['to'] !== 'string' || typeof facts['intake'] !== 'string') {
    return err('not-the-opening');
  }
  const parties = [office, facts['to']];
  return parties.includes(admission.from) && parties.includes(admission.us) ? ok(undefined) : err('not-a-party');
}

/** An `apply` must embed a command that a device of the requester really signed for this very request. */
function embedsGenuine(slice: RequestSlice, entry: Entry, admission: Admission): boolean {
  const embedded = embeddedCommand(entry.parsed);
  const header = embedded ? readHeader(embedded.header) : undefined;
  const parties = partiesOf(slice);
  if (!embedded || !header?.ok || !parties) return false;
  const { chain, seq, office, device, suite } = header.value;
  if (chain !== `request/${slice.request}/r` || office !== parties.requester) return false;
  const id = entryId(suite, embedded.header, admission.hashing);
  if (slice.r.entries[seq - 1]?.id === id) return true;
  const key = admission.keys.get(device);
  const command: Entry = { ...embedded, id, parsed: header.value, body: undefined };
  return key?.office === office && verifyEntry(command, key.key, admission).ok;
}

/**
 * Whether an entry can belong to a chain at all, wherever its place: brought by a party, written by the office whose
 * chain it is. Asked before the place is, so that a stranger's entry is never taken for the writer contradicting itself.
 * Everything passes while the opening is not here.
 */
export function belongs(
  slice: RequestSlice,
  side: Side,
  entry: Entry,
  admission: Pick<Admission, 'from' | 'us'>,
): Result<void, 'not-a-party' | 'wrong-office'> {
  const parties = partiesOf(slice);
  if (!parties) return ok(undefined);
  const both = [parties.requester, parties.executor];
  if (!both.includes(admission.from) || !both.includes(admission.us)) return err('not-a-party');
  const writer = side === 'r' ? parties.requester : parties.executor;
  return entry.parsed.office === writer ? ok(undefined) : err('wrong-office');
}

/**
 * Whether the entry that comes next and belongs to its chain may stand in it: written with the pen or taking it over by
 * the word of the office's root key, in the request's suite. An executor's entry waits until the opening is here, which its caller ensures.
 */
export function admit(slice: RequestSlice, side: Side, entry: Entry, admission: Admission): Result<void, PlaceFailure> {
  const { parsed } = entry;
  if (side === 'r' && parsed.seq === 1) return parsed.pen === 1 ? admitOpening(entry, admission) : err('wrong-pen');
  if (!partiesOf(slice)) return err('not-the-opening');
  const holder = penHolder(slice, side);
  if (claimsTakeover(entry)) {
    const proven = provesTakeover(entry, admission.officeKey(parsed.office), admission.verifying);
    if (!proven || parsed.pen !== (holder?.number ?? 1) + 1) return err('wrong-takeover');
  } else if (parsed.device !== holder?.device || parsed.pen !== holder.number) return err('wrong-pen');
  if (parsed.suite !== slice.r.entries[0]?.parsed.suite) return err('other-suite');
  if (side === 'e' && parsed.kind === 'apply' && !embedsGenuine(slice, entry, admission))
    return err('embedded-command');
  return ok(undefined);
}
