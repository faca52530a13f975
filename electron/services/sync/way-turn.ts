import type { OfficeId } from '#shared/base/ids.ts';
import { err, type Result } from '#shared/base/result.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { receiptLists } from './gather.ts';
import { linkOf } from './link-of.ts';
import { type Exchange, runStep } from './run-step.ts';
import { keepSeen, keepSeenMs } from './seen.ts';
import { speak } from './speak.ts';
import { takeFrom } from './take-from.ts';
import { tidyWay } from './tidy-way.ts';
import { type OtherWays, type Said, saidTo, type WayMemory } from './way-memory.ts';
import type { Way } from './ways.ts';

/**
 * Lets the time of one partner pass: receipts that are due are made, and what is due again is offered on all its ways.
 * Answers whether there is anything new to say.
 */
function tick(exchange: Exchange, office: OfficeId, force: boolean, { offer }: OtherWays): boolean {
  const ticked = runStep(exchange, office, (db) => ({
    type: 'tick',
    lists: receiptLists(db, office, exchange.open),
    force,
  }));
  if (!ticked.ok) return false;
  for (const output of ticked.value.outputs) if (output.type === 'send') offer(office, output.above);
  return ticked.value.outputs.length > 0;
}

/** Notes that a way carries, or that it does not, with the reason. True when that is news. */
function noteReach(exchange: Exchange, way: Way, memory: WayMemory, fault: string | undefined): boolean {
  const now = exchange.clock.now();
  const reached = fault === undefined;
  const turned = memory.reached !== reached;
  const news = turned || memory.fault !== fault;
  if (reached) memory.seenAt = now;
  const { seenAt, keptAt } = memory;
  if (seenAt !== undefined && (turned || Math.abs(seenAt - (keptAt ?? 0)) >= keepSeenMs)) {
    keepSeen(exchange, way, seenAt);
    memory.keptAt = seenAt;
  }
  memory.reached = reached;
  memory.fault = fault;
  return news;
}

const firstRestMs = 10_000;
const longestRestMs = 600_000;

/** Whether a partner is left alone for now. A clock that was set back never keeps one from being served. */
function rests({ rest }: Said, now: number): boolean {
  return rest !== undefined && now < rest.until && now >= rest.until - rest.ms;
}

/** Speaks to one partner; answers what it came to, and rests from one whose inbox on the server is not there. */
async function speakToOne(
  exchange: Exchange,
  way: Way,
  memory: WayMemory,
  office: OfficeId,
  others: OtherWays,
): Promise<Result<boolean, string>> {
  const said = saidTo(memory, office);
  if (rests(said, exchange.clock.now())) return err(memory.refused ?? 'carrier.unreachable');
  const spoken = await speak(exchange, way, memory, office, others);
  const failed = !spoken.ok && way.kind === 'server' && !said.more;
  const ms = Math.min((said.rest?.ms ?? firstRestMs / 2) * 2, longestRestMs);
  said.rest = failed ? { until: exchange.clock.now() + ms, ms } : undefined;
  return spoken.ok ? spoken : err(spoken.error.code);
}

/**
 * Says what is new over one way to everybody it leads to; one partner that cannot be served keeps no other from it. On a
 * server they need not wait for each other; in a folder each would take another thread of the machine.
 */
export async function speakTo(exchange: Exchange, way: Way, memory: WayMemory, others: OtherWays): Promise<boolean> {
  const before = memory.refused;
  const spoken: Result<boolean, string>[] = [];
  const one = async (office: OfficeId): Promise<void> => {
    spoken.push(await speakToOne(exchange, way, memory, office, others));
  };
  if (way.kind === 'server') await Promise.all(way.offices.map(one));
  else for (const office of way.offices) await one(office);
  memory.refused = spoken.map((each) => (each.ok ? undefined : each.error)).find((code) => code !== undefined);
  return memory.refused !== before || spoken.some((each) => each.ok && each.value);
}

/** Says to one partner everything its newest receipt lacks, over one way. */
function sayAll(exchange: Exchange, memory: WayMemory, office: OfficeId): void {
  const said = saidTo(memory, office);
  said.again = receiptedUpTo(linkOf(exchange.open.store.db, office, exchange.random));
  said.receipts.clear();
  said.lying.sure.clear();
  said.rest = undefined;
}

/**
 * One turn of one way: takes in what lies there, and says to its partners what is due. A way that was out of reach and is
 * there again is told everything the partners' receipts lack. True when something changed that a screen may show.
 */
export async function wayTurn(
  exchange: Exchange,
  way: Way,
  memory: WayMemory,
  force: boolean,
  others: OtherWays,
): Promise<boolean> {
  const taken = await takeFrom(exchange, way, memory, force, others.news);
  if (!taken.ok) {
    for (const said of memory.said.values()) said.more = false;
    return noteReach(exchange, way, memory, `carrier.${taken.error}`);
  }
  const all = force || memory.reached !== true;
  let changed = noteReach(exchange, way, memory, undefined) || taken.value;
  for (const office of way.offices) {
    // Whoever was heard may have come back.
    if (taken.value) saidTo(memory, office).rest = undefined;
    if (tick(exchange, office, all, others)) changed = true;
    if (all) sayAll(exchange, memory, office);
  }
  if (await speakTo(exchange, way, memory, others)) changed = true;
  await tidyWay(exchange, way, memory);
  return changed;
}
