import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { Entry } from './entry.ts';
import type { RequestSlice } from './slice.ts';
import { claimsTakeover } from './takeover.ts';

/** The one device that may write a chain of a request now, and its pen number. */
export type PenHolder = { readonly office: OfficeId; readonly device: DeviceId; readonly number: number };

function handedOn(last: Entry): PenHolder {
  const { office, device, kind, facts, pen } = last.parsed;
  const { to, number } = facts;
  const written = pen ?? 1;
  const handed = kind === 'pen' && typeof to === 'string' && number === written + 1;
  // A takeover bears the new number already and names its own writer.
  return handed ? { office, device: to as DeviceId, number } : { office, device, number: written };
}

/** What the opening entry of a request says of both sides; undefined when it is not here or says nothing usable. */
export function partiesOf(
  slice: RequestSlice,
): { readonly requester: OfficeId; readonly executor: OfficeId; readonly intake: DeviceId } | undefined {
  const opening = slice.r.entries[0];
  const { to, intake } = opening?.parsed.facts ?? {};
  if (!opening || typeof to !== 'string' || typeof intake !== 'string') return undefined;
  return { requester: opening.parsed.office, executor: to as OfficeId, intake: intake as DeviceId };
}

/** Whether a device took this chain over after the pen under which `entry` was written. */
export function isTakenFrom(slice: RequestSlice, side: Side, entry: Entry): boolean {
  const pen = entry.parsed.pen ?? 1;
  if (pen >= (penHolder(slice, side)?.number ?? 1)) return false;
  return slice[side].entries.some((one) => claimsTakeover(one) && (one.parsed.pen ?? 1) > pen);
}

/**
 * Who may write the next entry of a chain. The requester's first writer is whoever opens the request; the executor's is the
 * intake device that the opening names. Undefined for the executor's chain while the opening is unknown.
 */
export function penHolder(slice: RequestSlice, side: Side): PenHolder | undefined {
  const last = slice[side].entries.at(-1);
  if (last) return handedOn(last);
  const parties = side === 'e' ? partiesOf(slice) : undefined;
  return parties ? { office: parties.executor, device: parties.intake, number: 1 } : undefined;
}
