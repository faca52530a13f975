import { createFolderTransport } from '#electron/exchange/folder.ts';
import { openNats } from '#electron/exchange/nats/nats-link.ts';
import type { Topic } from '#shared/contract/topics.ts';
import { coalesceMs } from '#shared/protocol/link.ts';
import type { OpenOffice, Ports } from '../context.ts';
import type { Session } from '../session/session.ts';
import { type Exchanging, type OfficeExchange, openOfficeExchange } from './office-exchange.ts';
import type { Carriers } from './ways.ts';

/** The exchange with every partner that has a way of its own; a stick is carried by calls. */
export type ExchangeLoop = Exchanging & {
  /** Finishes what is running and begins nothing more. */
  readonly stop: () => Promise<void>;
};

/** The carriers of the machine the product runs on. */
const machineCarriers = ({ now }: Ports['clock']): Carriers => ({
  folder: createFolderTransport,
  server: (office, { servers, credentials, ca }) => {
    // Without a key no address is kept.
    if (!credentials) throw new Error('a server needs a key');
    return openNats({ office, servers, credentials, ...(ca === '' ? {} : { ca }) }, undefined, now);
  },
});

const topics: readonly Topic[] = ['sync', 'request', 'dossier', 'deadline', 'partner', 'file'];

/**
 * Starts the exchange of one desk: a round every `everyMs` milliseconds and soon after something was written for a
 * partner or arrived at the server; none by itself when `everyMs` is 0. Turns of one way never overlap, ways never wait
 * for each other, and nothing is begun while the data is locked.
 */
export function startExchangeLoop(
  session: Session,
  ports: Ports,
  everyMs: number,
  carriers: Carriers = machineCarriers(ports.clock),
): ExchangeLoop {
  let running: { readonly open: OpenOffice; readonly exchange: OfficeExchange } | undefined;
  let stopped = false;
  const news = createNews(session, () => rounds.soon());

  const begin = (open: OpenOffice): OfficeExchange =>
    openOfficeExchange({ open, clock: ports.clock, random: ports.random }, carriers, {
      going: () => !stopped && session.open() === open,
      onChanged: () => void (session.open() === open && news.tell()),
      onFault: (error) => ports.log.warn('exchange.round-failed', { name: nameOf(error) }),
      onArrival: () => void (everyMs > 0 && exchanging.round(false)),
    });
  const end = async (): Promise<void> => {
    const ended = running;
    running = undefined;
    await ended?.exchange.end();
  };
  /** The exchange of what is open now; that of what was open before ends. */
  const current = (): OfficeExchange | undefined => {
    const open = session.open();
    if (running && running.open !== open) void end();
    if (stopped || !open) return undefined;
    running ??= { open, exchange: begin(open) };
    return running.exchange;
  };
  const exchanging: Exchanging = {
    round: async (force) => current()?.round(force),
    ways: async () => current()?.ways() ?? [],
    gained: (from, chunks) => current()?.gained(from, chunks),
    lying: (office) => current()?.lying(office) ?? new Set(),
  };
  session.exchangeBy(exchanging);
  const rounds = startRounds(session, everyMs, (change) => {
    current();
    if (!news.telling() && (change === undefined || change.includes('sync'))) void exchanging.round(false);
  });
  return {
    ...exchanging,
    stop: async () => {
      stopped = true;
      rounds.stop();
      await end();
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/**
 * Announces what the exchange changed, and then says so by `told`; `telling` while it announces, so that its own
 * announcement calls for no round.
 */
function createNews(
  session: Session,
  told: () => void,
): { readonly tell: () => void; readonly telling: () => boolean } {
  let telling = false;
  return {
    tell: () => {
      telling = true;
      session.announce(topics);
      telling = false;
      told();
    },
    telling: () => telling,
  };
}

/** A receipt that says something new may follow the last one after this many milliseconds. */
const soonMs = coalesceMs + 20;

/**
 * Calls every `everyMs` milliseconds, at every change with its topics, and a moment after `soon`, when what came in may be
 * signed for. With 0 never.
 */
function startRounds(
  session: Session,
  everyMs: number,
  due: (topics: readonly Topic[] | undefined) => void,
): { readonly soon: () => void; readonly stop: () => void } {
  if (everyMs === 0) return { soon: () => undefined, stop: () => undefined };
  let pending: NodeJS.Timeout | undefined;
  const timer = setInterval(() => due(undefined), everyMs);
  timer.unref();
  const forget = session.onChanged((change) => due(change.topics));
  return {
    soon: () => {
      pending ??= setTimeout(() => {
        pending = undefined;
        due(undefined);
      }, soonMs).unref();
    },
    stop: () => {
      clearInterval(timer);
      clearTimeout(pending);
      forget();
    },
  };
}
