import { createFolderTransport } from '#electron/exchange/folder.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import type { Topic } from '#shared/contract/topics.ts';
import type { OpenOffice, Ports } from '../context.ts';
import type { Session } from '../session/session.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { type Carriers, waysOf } from './ways.ts';

/** The exchange with every partner that has a way of its own; a stick is carried by calls. */
export type ExchangeLoop = {
  /** One round with everybody who can be reached; `force` sends receipts and everything unreceipted at once. */
  readonly round: (force: boolean) => Promise<void>;
  /** Finishes what is running and begins nothing more. */
  readonly stop: () => Promise<void>;
};

/** The carriers of the machine the product runs on. */
const machineCarriers: Carriers = { folder: createFolderTransport };

const topics: readonly Topic[] = ['sync', 'request', 'dossier', 'deadline', 'partner', 'file'];

type Running = { readonly open: OpenOffice; readonly lanes: Lanes };

/**
 * Starts the exchange of one desk: a round every `everyMs` milliseconds and soon after something was written for a
 * partner; none by itself when `everyMs` is 0. Turns of one way never overlap, ways never wait for each other, and
 * nothing is begun while the data is locked.
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
  const begin = (open: OpenOffice): Running => {
    const exchange = { open, clock: ports.clock, random: ports.random };
    const lanes = createLanes(exchange, {
      going: () => !stopped && session.open() === open,
      onChanged: () => {
        if (session.open() !== open) return;
        announcing = true;
        session.announce(topics);
        announcing = false;
      },
      onFault: warn,
    });
    return { open, lanes };
  };
  const round = async (force: boolean): Promise<void> => {
    const open = session.open();
    if (stopped || !open) return;
    if (running?.open !== open) running = begin(open);
    try {
      await running.lanes.round(waysOf(allPartners(open.store.db), carriers), force);
    } catch (error) {
      warn(error);
    }
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
      await running?.lanes.idle();
    },
  };
}
