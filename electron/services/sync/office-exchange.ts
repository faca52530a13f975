import { allPartners } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { readServer } from '../server/server-settings.ts';
import { createLanes, type LanesOwner } from './lanes.ts';
import type { Exchange } from './run-step.ts';
import { watchServer } from './watch-server.ts';
import { healthOf, type WayHealth } from './way-health.ts';
import type { Gained } from './way-memory.ts';
import { type Carriers, type OpenServer, type Way, waysOf } from './ways.ts';

/** What others ask of the exchange. */
export type Exchanging = {
  /** One round with everybody who can be reached; `force` sends receipts and everything unreceipted at once. */
  readonly round: (force: boolean) => Promise<void>;
  /** How every way does now, in bounded time. */
  readonly ways: () => Promise<readonly WayHealth[]>;
  /** Chunks of a partner came by stick: its server is told in the next round that they need not lie there. */
  readonly gained: Gained;
  /** Which chunks of ours lie with any way for a partner, as far as that is known without asking. */
  readonly lying: (office: OfficeId) => ReadonlySet<string>;
};

/** The exchange of one opening of the data. */
export type OfficeExchange = Exchanging & {
  /** Closes the connection and answers once every turn that was begun is over. */
  readonly end: () => Promise<void>;
};

/** `onArrival` is called when something lies ready at the server. */
export type ExchangeOwner = LanesOwner & { readonly onArrival: () => void };

/** Begins the exchange of data that is open: its ways follow what is set for the partners and the office's server. */
export function openOfficeExchange(exchange: Exchange, carriers: Carriers, owner: ExchangeOwner): OfficeExchange {
  const { open } = exchange;
  const { db } = open.store;
  const lanes = createLanes(exchange, owner);
  let server: OpenServer | undefined;
  /** The connection that belongs to the settings; a former one is closed. */
  const followServer = (): void => {
    const settings = readServer(db);
    const text = JSON.stringify(settings);
    if (server && JSON.stringify(server.settings) === text) return;
    void server?.link.close();
    server = undefined;
    if (settings.servers.length === 0) return;
    const link = carriers.server(open.office, settings);
    link.onArrival(owner.onArrival);
    server = watchServer(settings, link, () => {
      if (owner.going()) owner.onChanged();
    });
  };
  const follow = (): readonly Way[] => {
    followServer();
    return waysOf(allPartners(db), carriers.folder, server);
  };
  return {
    round: async (force) => {
      try {
        await lanes.round(follow(), force);
      } catch (error) {
        owner.onFault(error);
      }
    },
    ways: () => Promise.all(lanes.statesOf(follow()).map((state) => healthOf(db, state, server))),
    gained: (from, chunks) => lanes.gained(follow(), from, chunks),
    lying: (office) => lanes.lying(follow(), office),
    end: async () => {
      await server?.link.close();
      await lanes.idle();
    },
  };
}
