import type { Arrival } from '#electron/exchange/transport.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Exchange } from './run-step.ts';
import { takeWithHeld } from './take-package.ts';
import type { Torn, WayMemory } from './way-memory.ts';
import type { Way } from './ways.ts';

const firstTornMs = 10_000;
const longestTornMs = 600_000;

/** Whether a torn package need not be read yet. A clock that was set back never keeps one from being read. */
function rests(torn: Torn | undefined, size: number, now: number): boolean {
  return torn?.size === size && now >= torn.at && now < torn.at + torn.wait;
}

/** What became of one thing that lay ready: taken in or set aside, left lying, or torn until the sender repairs it. */
async function takeOne(exchange: Exchange, item: Arrival, known: Torn | undefined): Promise<'done' | 'left' | Torn> {
  const sealed = await item.read();
  if (!sealed.ok) return 'left';
  if (exchange.open.suite.hash(sealed.value) !== item.id) {
    const wait = Math.min(known ? known.wait * 2 : firstTornMs, longestTornMs);
    return { size: item.size, at: exchange.clock.now(), wait };
  }
  // Refused by our disk: looked at again in the next round.
  return takeWithHeld(exchange, sealed.value).ok ? 'done' : 'left';
}

/**
 * Takes in everything that lies ready on a way. True when something of ours changed; the failure is the carrier's. What
 * could not be taken now lies ready again in the next round.
 */
export async function takeFrom(
  exchange: Exchange,
  { transport }: Way,
  memory: WayMemory,
  force: boolean,
): Promise<Result<boolean, string>> {
  const received = await transport.receive(exchange.open.office, memory.cursor);
  if (!received.ok) return received;
  const done = new Set(received.value.cursor);
  const now = exchange.clock.now();
  const torn = new Map<string, Torn>();
  let changed = false;
  for (const item of received.value.items) {
    const known = memory.torn.get(item.id);
    const came = known && !force && rests(known, item.size, now) ? known : await takeOne(exchange, item, known);
    if (typeof came !== 'string') torn.set(item.id, came);
    if (came === 'done') changed = true;
    else done.delete(`${item.id}.xb`);
  }
  memory.torn = torn;
  memory.cursor = done;
  return ok(changed);
}
