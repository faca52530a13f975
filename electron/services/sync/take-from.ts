import type { Arrival } from '#electron/exchange/transport.ts';
import { sealedId } from '#electron/sealing/suites.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Exchange } from './run-step.ts';
import { takeWithHeld } from './take-package.ts';
import type { Torn, WayMemory } from './way-memory.ts';
import type { Way } from './ways.ts';

const firstTornMs = 10_000;
const longestTornMs = 600_000;

/** How often a carrier is asked for more in one turn; the rest comes in the next one. */
const mostAsked = 500;

/** Whether a torn package need not be read yet. A clock that was set back never keeps one from being read. */
function rests(torn: Torn | undefined, size: number, now: number): boolean {
  return torn?.size === size && now >= torn.at && now < torn.at + torn.wait;
}

function againLater({ clock }: Exchange, { size }: Arrival, known: Torn | undefined, early: boolean): Torn {
  return { size, at: clock.now(), wait: Math.min(known ? known.wait * 2 : firstTornMs, longestTornMs), early };
}

/**
 * What became of one thing that lay ready: taken in or set aside, left lying, or not of use yet: torn until the sender
 * repairs it, or one of too many that came before an earlier one.
 */
async function takeOne(exchange: Exchange, item: Arrival, known: Torn | undefined): Promise<'done' | 'left' | Torn> {
  const sealed = await item.read();
  if (!sealed.ok) return 'left';
  if (item.mayHeal && sealedId(sealed.value) !== item.id) return againLater(exchange, item, known, false);
  const taken = takeWithHeld(exchange, sealed.value);
  // Refused by our disk: looked at again in the next round.
  if (!taken.ok) return 'left';
  if (taken.value.outputs.some(({ type }) => type === 'no-room')) return againLater(exchange, item, known, true);
  // After the commit only. When this does not reach the carrier, the same comes again and changes nothing.
  await item.taken();
  return 'done';
}

type TakenNow = { readonly changed: boolean; readonly more: boolean };

/** Which packages of no use yet are read all the same: every one, or those others came before meanwhile. */
type Anew = 'all' | 'early' | 'none';

async function takeSome(
  exchange: Exchange,
  { transport }: Way,
  memory: WayMemory,
  anew: Anew,
): Promise<Result<TakenNow, string>> {
  const received = await transport.receive(exchange.open.office, memory.cursor);
  if (!received.ok) return received;
  const done = new Set(received.value.cursor);
  const now = exchange.clock.now();
  const torn = new Map<string, Torn>();
  let took = 0;
  for (const item of received.value.items) {
    const known = memory.torn.get(item.id);
    const left = known && anew !== 'all' && !(anew === 'early' && known.early) && rests(known, item.size, now);
    const came = left ? known : await takeOne(exchange, item, known);
    if (typeof came !== 'string') torn.set(item.id, came);
    if (came === 'done') took += 1;
    else done.delete(`${item.id}.xb`);
  }
  memory.torn = torn;
  memory.cursor = done;
  const waiting = [...torn.values()].some(({ early }) => early);
  return ok({ changed: took > 0, more: (received.value.more || waiting) && took > 0 });
}

/**
 * Takes in everything that lies ready on a way. True when something of ours changed, which `news` is told as soon as screens
 * can show it; the failure is the carrier's. What could not be taken now lies ready again in the next round.
 */
export async function takeFrom(
  exchange: Exchange,
  way: Way,
  memory: WayMemory,
  force: boolean,
  news: () => void,
): Promise<Result<boolean, string>> {
  let changed = false;
  for (let asked = 0; asked < mostAsked; asked += 1) {
    const taken = await takeSome(exchange, way, memory, force ? 'all' : changed ? 'early' : 'none');
    // What came before the carrier failed stays taken; that it failed is found again in the next turn.
    if (!taken.ok) return changed ? ok(true) : taken;
    if (taken.value.changed) news();
    changed ||= taken.value.changed;
    if (!taken.value.more) break;
  }
  return ok(changed);
}
