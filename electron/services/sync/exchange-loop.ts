import { createFolderTransport } from '#electron/exchange/folder.ts';
import { openNats } from '#electron/exchange/nats/nats-link.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import type { Topic } from '#shared/contract/topics.ts';
import type { OpenOffice, Ports } from '../context.ts';
import { readServer } from '../server/server-settings.ts';
import type { Session } from '../session/session.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { watchServer } from './watch-server.ts';
import { healthOf, type WayHealth } from './way-health.ts';
import { type Carriers, type OpenServer, type Way, waysOf } from './ways.ts';

/** What others ask of the exchange. */
export type Exchanging = {
  /** One round with everybody who can be reached; `force` sends receipts and everything unreceipted at once. */
  readonly round: (force: boolean) => Promise<void>;
  /** How every way does now, in bounded time. */
  readonly ways: () => Promise<readonly WayHealth[]>;
};

/** The exchange with every partner that has a way of its own; a stick is carried by calls. */
export type ExchangeLoop = Exchanging & {
  /** Finishes what is running and begins nothing more. */
  readonly stop: () => Promise<void>;
};

/** The carriers of the machine the product runs on. */
const machineCarriers: Carriers = {
  folder: createFolderTransport,
  server: (office, { servers, credentials, ca }) => {
    // Without a key no address is kept.
    if (!credentials) throw new Error('a server needs a key');
    return openNats({ office, servers: [...servers], credentials, ...(ca === '' ? {} : { ca }) });
  },
};

const topics: readonly Topic[] = ['sync', 'request', 'dossier', 'deadline', 'partner', 'file'];

/** The exchange of one opening of the data. */
type Running = { readonly open: OpenOffice; readonly lanes: Lanes; server: OpenServer | undefined };

/**
 * Starts the exchange of one desk: a round every `everyMs` milliseconds and soon after something was written for a
 * partner or arrived at the server; none by itself when `everyMs` is 0. Turns of one way never overlap, ways never wait
 * for each other, and nothing is begun while the data is locked.
 */
export function startExchangeLoop(
  session: Session,
  ports: Ports,
  everyMs: number,
  carriers: Carriers = machineCarriers,
): ExchangeLoop {
  let running: Running | undefined;
  let stopped = false;
  let announcing = false;
  const warn = (error: unknown): void => {
    ports.log.warn('exchange.round-failed', { name: error instanceof Error ? error.name : 'unknown' });
  };
  /** Announces what changed, and is not called by its own announcement. */
  const tell = (open: OpenOffice): void => {
    if (stopped || session.open() !== open) return;
    announcing = true;
    session.announce(topics);
    announcing = false;
  };
  const begin = (open: OpenOffice): Running => {
    const going = (): boolean => !stopped && session.open() === open;
    const exchange = { open, clock: ports.clock, random: ports.random };
    const owner = { going, onChanged: () => tell(open), onFault: warn };
    return { open, lanes: createLanes(exchange, owner), server: undefined };
  };
  const end = async (): Promise<void> => {
    const [ended, link] = [running, running?.server?.link];
    running = undefined;
    await link?.close();
    await ended?.lanes.idle();
  };
  /** The exchange of what is open now; that of what was open before ends. */
  const current = (): Running | undefined => {
    const open = session.open();
    if (running && running.open !== open) void end();
    if (stopped || !open) return undefined;
    running ??= begin(open);
    return running;
  };
  const follow = (now: Running): readonly Way[] => {
    const settings = readServer(now.open.store.db);
    if (JSON.stringify(settings) !== JSON.stringify(now.server?.settings ?? null)) {
      void now.server?.link.close();
      now.server = undefined;
      if (settings.servers.length > 0) {
        const link = carriers.server(now.open.office, settings);
        now.server = watchServer(settings, link, () => tell(now.open));
        if (everyMs > 0) link.onArrival(() => void round(false));
      }
    }
    return waysOf(allPartners(now.open.store.db), carriers.folder, now.server);
  };
  const round = async (force: boolean): Promise<void> => {
    const now = current();
    try {
      if (now) await now.lanes.round(follow(now), force);
    } catch (error) {
      warn(error);
    }
  };
  const ways = async (): Promise<readonly WayHealth[]> => {
    const now = current();
    if (!now) return [];
    const states = now.lanes.statesOf(follow(now));
    return Promise.all(states.map((state) => healthOf(now.open.store.db, state, now.server)));
  };
  session.exchangeBy({ round, ways });
  const timer = everyMs > 0 ? setInterval(() => void round(false), everyMs) : undefined;
  timer?.unref();
  const forget = session.onChanged((change) => {
    if (running && session.open() !== running.open) void end();
    if (everyMs > 0 && !announcing && change.topics.includes('sync')) void round(false);
  });
  return {
    ...{ round, ways },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      forget();
      await end();
    },
  };
}
