import type { Exchange } from './run-step.ts';

/** How much of files one turn of a way still moves in one direction: bytes, and until when, in milliseconds since 1970. */
export type Allowance = { left: number; readonly from: number };

/** Two chunks: on a line of 1 MB a second, small things wait eight seconds at the most. */
const turnBytes = 8_388_608;
/** After this long no further chunk is begun. */
const turnMs = 3_000;

/** What one turn may move in one direction. At least one chunk goes in each. */
export function turnAllowance({ clock }: Exchange): Allowance {
  return { left: turnBytes, from: clock.now() };
}

/** Whether nothing more is to be begun in this turn. A clock that is set back ends it at once. */
export function isSpent({ clock }: Exchange, { left, from }: Allowance): boolean {
  if (left === turnBytes) return false;
  return left <= 0 || Math.abs(clock.now() - from) >= turnMs;
}

/** Whether anything moved under it. */
export function hasMoved({ left }: Allowance): boolean {
  return left < turnBytes;
}
