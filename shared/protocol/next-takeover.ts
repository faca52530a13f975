import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { penHolder } from './pen.ts';
import { headOf, type RequestSlice } from './slice.ts';
import type { Takeover } from './takeover.ts';

/**
 * What has to be signed for `device` of `office` to take over that side of a request as it is stored here. Undefined when
 * the device holds the pen already, when the side is another office's, and while the request's opening is not here.
 */
export function nextTakeover(
  slice: RequestSlice,
  side: Side,
  office: OfficeId,
  device: DeviceId,
): Takeover | undefined {
  const holder = penHolder(slice, side);
  if (!holder || holder.office !== office || holder.device === device) return undefined;
  const head = headOf(slice[side]);
  const place = { seq: head?.seq ?? 0, head: head?.id ?? null };
  return { v: 1, office, request: slice.request, side, number: holder.number + 1, ...place, to: device };
}
