import {
  coalesceMs,
  firstIdleMs,
  firstQuietMs,
  firstResendMs,
  type Link,
  longestIdleMs,
  longestMs,
  receiptedUpTo,
} from './link.ts';

/** A remembered time that lies ahead was written before somebody set the clock back: it counts as now. */
const past = (at: number, nowMs: number): number => Math.min(at, nowMs);

/** Whether a planned time has come. One further ahead than any pause was planned before the clock was set back: it has. */
export function isDue(at: number | null, nowMs: number): boolean {
  return at !== null && (at <= nowMs || at > nowMs + longestIdleMs);
}

/**
 * Makes a receipt due. With news at the next moment the partner may get one (300 ms after the last); without, after a pause
 * that doubles each time, so that two offices never answer each other's receipts for ever.
 */
export function receiptDue(link: Link, nowMs: number, news: boolean): Link {
  const { receipt } = link;
  const at = Math.max(nowMs, past(receipt.lastAt, nowMs) + (news ? coalesceMs : receipt.quiet));
  const paces = news ? { quiet: firstQuietMs, idle: firstIdleMs } : {};
  return { ...link, receipt: { ...receipt, ...paces, dueAt: Math.min(receipt.dueAt ?? at, at) } };
}

/** Notes that receipts were made: the next one comes periodically, ever more rarely, unless something happens. */
export function receiptMade(link: Link, nowMs: number, made: number): Link {
  const { receipt } = link;
  return {
    ...link,
    receipt: {
      number: receipt.number + made,
      lastAt: nowMs,
      dueAt: nowMs + receipt.idle,
      quiet: Math.min(receipt.quiet * 2, longestMs),
      idle: Math.min(receipt.idle * 2, longestIdleMs),
    },
  };
}

/** Plans the next sending of what no receipt covers; nothing when everything is covered. */
export function planResend(link: Link, nowMs: number): Link {
  const { resend } = link;
  if (receiptedUpTo(link) >= link.out.n) return { ...link, resend: { ...resend, at: null, wait: firstResendMs } };
  return resend.at === null ? { ...link, resend: { ...resend, at: nowMs + resend.wait } } : link;
}

/** Notes a sending and doubles the pause before the next one. */
export function resent(link: Link, nowMs: number): Link {
  const wait = Math.min(link.resend.wait * 2, longestMs);
  return { ...link, resend: { at: nowMs + link.resend.wait, lastAt: nowMs, wait } };
}

/** Sends again at once, at most every 300 ms: the partner asked for it or has come further. */
export function resendSoon(link: Link, nowMs: number): Link {
  const at = Math.max(nowMs, past(link.resend.lastAt, nowMs) + coalesceMs);
  return { ...link, resend: { ...link.resend, at: Math.min(link.resend.at ?? at, at) } };
}

/** When this link wants a tick next; null when never. */
export function wakeAt(link: Link, nowMs: number): number | null {
  const times = [link.receipt.dueAt, link.resend.at].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times.map((at) => (isDue(at, nowMs) ? nowMs : at)));
}
