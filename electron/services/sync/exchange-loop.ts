import { createFolderTransport } from '#electron/exchange/folder.ts';
import type { Cursor, Transport } from '#electron/exchange/transport.ts';
import { allPartners, type PartnerRow } from '#electron/store/tables/partners.ts';
import { receiptsIn } from '#electron/store/tables/receipts.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Topic } from '#shared/contract/topics.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import type { OpenOffice, Ports } from '../context.ts';
import type { Session } from '../session/session.ts';
import { carryOut } from './carry-out.ts';
import { takeBackCovered } from './covered.ts';
import { fetchFiles, giveAskedFiles } from './fetch-files.ts';
import { receiptLists } from './gather.ts';
import { linkOf } from './link-of.ts';
import { type Exchange, runStep } from './run-step.ts';
import { takeWithHeld } from './take-package.ts';
import { tidyFolder } from './tidy-folder.ts';

/** The exchange with every partner that has a folder. */
export type ExchangeLoop = {
  /** One round with everybody who can be reached; `force` sends receipts and everything unreceipted at once. */
  readonly round: (force: boolean) => Promise<void>;
  /** Finishes the round that is running and makes no other. */
  readonly stop: () => Promise<void>;
};

/** A package whose bytes are not those its name says: read again when it has another size, or after a pause that doubles. */
type Torn = { readonly size: number; readonly at: number; readonly wait: number };

const firstTornMs = 10_000;
const longestTornMs = 600_000;

/** What is remembered between rounds; forgetting it costs time and nothing else. */
type Memory = {
  readonly cursors: Map<string, Cursor>;
  /** By folder, what lay there torn and when it is read again. */
  readonly torn: Map<string, ReadonlyMap<string, Torn>>;
  /** Signature of the partner's receipt whose wants were compared with what lies in its folder. */
  readonly compared: Map<OfficeId, string>;
  /** Partners whose folder was there in the last round. */
  readonly reached: Set<OfficeId>;
  /** By folder, the partners' receipts it was tidied by, and when it was last looked through for unfinished files. */
  readonly tidied: Map<string, string>;
  readonly cleared: Map<string, number>;
};

/** Pause before a folder is looked through again for files that killed writers left unfinished, in milliseconds. */
const clearEveryMs = 6 * 3_600_000;

const newMemory = (): Memory => ({
  cursors: new Map(),
  torn: new Map(),
  compared: new Map(),
  reached: new Set(),
  tidied: new Map(),
  cleared: new Map(),
});

const topics: readonly Topic[] = ['sync', 'request', 'dossier', 'deadline', 'partner', 'file'];

/** Whether a torn package need not be read yet. A clock that was set back never keeps one from being read. */
function rests(torn: Torn | undefined, size: number, now: number): boolean {
  return torn?.size === size && now >= torn.at && now < torn.at + torn.wait;
}

/** Takes in everything that lies ready in a folder. True when something of ours changed. */
async function takeFrom(
  exchange: Exchange,
  folder: string,
  transport: Transport,
  memory: Memory,
  force: boolean,
): Promise<{ there: boolean; changed: boolean }> {
  const received = await transport.receive(exchange.open.office, memory.cursors.get(folder) ?? new Set());
  if (!received.ok) return { there: false, changed: false };
  const done = new Set(received.value.cursor);
  const [now, before, torn] = [exchange.clock.now(), memory.torn.get(folder), new Map<string, Torn>()];
  memory.torn.set(folder, torn);
  let changed = false;
  for (const item of received.value.items) {
    const known = before?.get(item.id);
    if (known && !force && rests(known, item.size, now)) {
      torn.set(item.id, known);
      done.delete(`${item.id}.xb`);
      continue;
    }
    const sealed = await item.read();
    const whole = sealed.ok && exchange.open.suite.hash(sealed.value) === item.id;
    const wait = Math.min(known ? known.wait * 2 : firstTornMs, longestTornMs);
    if (sealed.ok && !whole) torn.set(item.id, { size: item.size, at: now, wait });
    const taken = whole ? takeWithHeld(exchange, sealed.value) : undefined;
    // Torn, vanished or refused by our disk: looked at again in the next round.
    if (!taken?.ok) done.delete(`${item.id}.xb`);
    else changed = true;
  }
  memory.cursors.set(folder, done);
  return { there: true, changed };
}

/** Sends what is due to one partner and moves file chunks both ways. True when something changed. */
async function speakWith(
  exchange: Exchange,
  partner: PartnerRow,
  transport: Transport,
  memory: Memory,
  force: boolean,
): Promise<boolean> {
  const { office } = partner;
  const ticked = runStep(exchange, office, (db) => ({ type: 'tick', lists: receiptLists(db, office), force }));
  if (!ticked.ok) return false;
  const above = receiptedUpTo(linkOf(exchange.open.store.db, office, exchange.random));
  const outputs = force ? [...ticked.value.outputs, { type: 'send' as const, above }] : ticked.value.outputs;
  const carried = await carryOut(exchange, transport, office, outputs);
  await takeBackCovered(exchange, transport, office);
  const newest = newestReceipt(exchange, office);
  const given = await giveAskedFiles(exchange, transport, office, memory.compared.get(office) !== newest);
  if (given.ok) memory.compared.set(office, newest);
  const fetched = await fetchFiles(exchange, transport, office);
  return outputs.length > 0 || !carried.ok || (fetched.ok && fetched.value.chunks > 0);
}

const newestReceipt = (exchange: Exchange, office: OfficeId): string =>
  receiptsIn(exchange.open.store.db, office, 1)[0]?.signature ?? '';

/** Takes away what need not lie in a folder any longer, whenever a partner has signed for more, and now and then. */
async function tidy(
  exchange: Exchange,
  folder: string,
  transport: Transport,
  memory: Memory,
  offices: readonly OfficeId[],
): Promise<void> {
  const now = exchange.clock.now();
  const receipts = offices.map((office) => newestReceipt(exchange, office)).join(' ');
  if (memory.tidied.get(folder) !== receipts && (await tidyFolder(exchange, transport, offices))) {
    memory.tidied.set(folder, receipts);
  }
  if (Math.abs(now - (memory.cleared.get(folder) ?? -clearEveryMs)) < clearEveryMs) return;
  const cleared = await transport.clearUnfinished(now);
  if (cleared.ok) memory.cleared.set(folder, now);
}

async function exchangeRound(exchange: Exchange, memory: Memory, force: boolean): Promise<boolean> {
  const partners = allPartners(exchange.open.store.db).filter(({ folder }) => folder !== '');
  const transports = new Map(partners.map(({ folder }) => [folder, createFolderTransport(folder)]));
  let changed = false;
  for (const [folder, transport] of transports) {
    const taken = await takeFrom(exchange, folder, transport, memory, force);
    changed ||= taken.changed;
    for (const partner of partners.filter((one) => one.folder === folder)) {
      const back = taken.there && !memory.reached.has(partner.office);
      if (taken.there !== memory.reached.has(partner.office)) changed = true;
      if (!taken.there) memory.reached.delete(partner.office);
      else {
        memory.reached.add(partner.office);
        if (await speakWith(exchange, partner, transport, memory, force || back)) changed = true;
      }
    }
    const offices = partners.flatMap((one) => (one.folder === folder ? [one.office] : []));
    if (taken.there) await tidy(exchange, folder, transport, memory, offices);
  }
  return changed;
}

type Running = { open: OpenOffice; memory: Memory };

/**
 * Starts the exchange of one desk: a round every `everyMs` milliseconds and soon after something was written for a
 * partner; none by itself when `everyMs` is 0. Rounds never overlap, and none runs while the data is locked.
 */
export function startExchangeLoop(session: Session, ports: Ports, everyMs: number): ExchangeLoop {
  let running: Running | undefined;
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;
  let announcing = false;

  const once = async (force: boolean): Promise<void> => {
    const open = session.open();
    if (stopped || !open) return;
    if (running?.open !== open) running = { open, memory: newMemory() };
    try {
      const changed = await exchangeRound({ open, clock: ports.clock, random: ports.random }, running.memory, force);
      announcing = true;
      if (changed && session.open() === open) session.announce(topics);
    } catch (error) {
      ports.log.warn('exchange.round-failed', { name: error instanceof Error ? error.name : 'unknown' });
    } finally {
      announcing = false;
    }
  };
  const round = (force: boolean): Promise<void> => {
    turn = turn.then(() => once(force));
    return turn;
  };
  session.exchangeBy(round);
  const timer = everyMs > 0 ? setInterval(() => void round(false), everyMs) : undefined;
  timer?.unref();
  const forget = session.onChanged((change) => {
    if (everyMs > 0 && !announcing && change.topics.includes('sync')) void round(false);
  });
  return {
    round,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      forget();
      await turn;
    },
  };
}
