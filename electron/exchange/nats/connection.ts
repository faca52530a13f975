import { type JetStreamClient, type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, errors, type NatsConnection, type NodeConnectionOptions, wsconnect } from '@nats-io/transport-node';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { TransportFailure } from '../transport.ts';
import { mustEncrypt, throughWebSocket } from './addresses.ts';
import { authenticatorOf, type NatsCredentials } from './credentials.ts';
import { natsFailure } from './nats-failure.ts';
import { answersPrefix } from './subjects.ts';
import { trustForWebSockets } from './trust.ts';

/** A server, or the servers of a cluster, and who we are there. */
export type NatsSettings = {
  readonly office: OfficeId;
  /** As `checkServers` answers them. */
  readonly servers: readonly string[];
  readonly credentials: NatsCredentials;
  /**
   * Certificates (PEM) of an authority of one's own. By TCP it alone is trusted; by WebSocket besides those the machine
   * trusts, in the whole process until it ends.
   */
  readonly ca?: string;
};

/** A connection that stands, with what is asked through it. */
export type Live = {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly manager: JetStreamManager;
  /** It goes through a WebSocket, whose frames may hold several messages. */
  readonly socket: boolean;
  /** Ends once it is closed, or the server has been silent for too long. */
  readonly over: Promise<void>;
  /** Who waits for an answer on it, and must be told when it is lost. */
  readonly waiting: Set<(error: Error) => void>;
};

/** What is known of the connection without asking the server. */
export type Contact = {
  readonly live: Live | undefined;
  /** When something of the server was last heard, in milliseconds since 1970. */
  readonly lastContact: number | null;
  readonly lastError: TransportFailure | null;
  readonly lastErrorAt: number | null;
};

/** One connection to a server that is made when it is needed and made again whenever it was lost, for as long as it is asked. */
export type Connection = {
  /** Does something on the server in bounded time; nothing it throws gets out. */
  readonly act: <T>(ms: number, work: (live: Live) => Promise<T>) => Promise<Result<T, TransportFailure>>;
  readonly contact: () => Contact;
  /** Hands over what is on its way and closes; every act afterwards is unreachable. */
  readonly close: () => Promise<void>;
};

const dialMs = 5_000;
const drainMs = 2_000;
/** A server that falls silent without a word is noticed after three of these. */
const pingMs = 15_000;

/** The client keeps the kind of its next connection in one place of the process: only one is made at a time. */
let dialling: Promise<unknown> = Promise.resolve();

function options({ office, servers, credentials, ca }: NatsSettings): NodeConnectionOptions {
  const tls = ca === undefined ? {} : { ca };
  return {
    ...{ servers: [...servers], name: `xieban ${office}`, inboxPrefix: answersPrefix(office) },
    ...{ authenticator: authenticatorOf(credentials), timeout: dialMs, pingInterval: pingMs, maxPingOut: 2 },
    // Every act dials anew when nothing stands: one way back, whatever was lost, and nothing is sent that nobody waits for.
    ...{ reconnect: false, ignoreClusterUpdates: true, noAsyncTraces: true },
    ...(!throughWebSocket(servers) && (ca !== undefined || mustEncrypt(servers)) ? { tls } : {}),
  };
}

/**
 * Gives a dial up that does not end in time, or is no longer wanted: the client waits for a WebSocket's good-bye, which a
 * server that hangs never says. What it connects after all is closed.
 */
function boundedDial(ms: number, unwanted: AbortSignal, dial: () => Promise<NatsConnection>): Promise<NatsConnection> {
  if (unwanted.aborted) return Promise.reject(new errors.ClosedConnectionError());
  const { promise, resolve, reject } = Promise.withResolvers<NatsConnection>();
  let over = false;
  const giveUp = (error: Error): void => {
    over = true;
    reject(error);
  };
  const stop = (): void => giveUp(new errors.ClosedConnectionError());
  const timer = setTimeout(() => giveUp(new errors.TimeoutError()), ms);
  unwanted.addEventListener('abort', stop);
  dial().then((nc) => (over ? void nc.close() : resolve(nc)), reject);
  return promise.finally(() => {
    clearTimeout(timer);
    unwanted.removeEventListener('abort', stop);
  });
}

/** Ends once the connection is closed or stale: the client closes a stale one only after the system gave it up as well. */
export function overOf(nc: Pick<NatsConnection, 'closed' | 'status'>): Promise<void> {
  const stale = async (): Promise<void> => {
    for await (const { type } of nc.status()) if (type === 'staleConnection') return;
    await nc.closed();
  };
  return Promise.race([stale(), nc.closed().then(() => undefined)]);
}

async function dial(settings: NatsSettings, unwanted: AbortSignal): Promise<Live> {
  const socket = throughWebSocket(settings.servers);
  if (socket && settings.ca !== undefined) trustForWebSockets(settings.ca);
  const ms = dialMs * (settings.servers.length + 1);
  const made = dialling.then(() =>
    boundedDial(ms, unwanted, () => (socket ? wsconnect(options(settings)) : connect(options(settings)))),
  );
  dialling = made.catch(() => undefined);
  const nc = await made;
  const waiting = new Set<(error: Error) => void>();
  const over = overOf(nc);
  void over.then(() => {
    for (const tell of waiting) tell(new errors.ClosedConnectionError());
    // A stale one would wait for the system otherwise.
    void nc.close();
  });
  const manager = await jetstreamManager(nc, { checkAPI: false });
  return { nc, js: jetstream(nc), manager, socket, over, waiting };
}

/** Ends with the work, with the connection, or after `ms` milliseconds, whichever comes first. */
function inTime<T>(ms: number, { waiting }: Live, work: Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => reject(new errors.TimeoutError()), ms);
  waiting.add(reject);
  work.then(resolve, reject);
  return promise.finally(() => {
    clearTimeout(timer);
    waiting.delete(reject);
  });
}

/** What hindered an act. Whatever the client throws while its connection goes is no answer of the server. */
function failureOn(standing: Live | undefined, error: unknown): TransportFailure {
  const said = natsFailure(error);
  return said === 'error' && standing?.nc.isClosed() ? 'unreachable' : said;
}

/**
 * Opens nothing yet. `onLive` is called with every connection that was made, before anything else is done on it; what it
 * throws counts as a failed dial.
 */
export function createConnection(settings: NatsSettings, now: () => number, onLive: (live: Live) => void): Connection {
  let live: Live | undefined;
  let making: Promise<Live> | undefined;
  const closing = new AbortController();
  let lastContact: number | null = null;
  let lastError: { readonly failure: TransportFailure; readonly at: number } | null = null;

  const make = async (): Promise<Live> => {
    const made = await dial(settings, closing.signal);
    if (closing.signal.aborted) {
      await made.nc.close();
      throw new errors.ClosedConnectionError();
    }
    void made.over.then(() => {
      if (live === made) live = undefined;
    });
    onLive(made);
    live = made;
    return made;
  };
  const reach = async (): Promise<Live> => {
    if (closing.signal.aborted) throw new errors.ClosedConnectionError();
    if (live && !live.nc.isClosed()) return live;
    making ??= make().finally(() => {
      making = undefined;
    });
    return making;
  };
  return {
    act: async (ms, work) => {
      let standing: Live | undefined;
      try {
        standing = await reach();
        const value = await inTime(ms, standing, work(standing));
        lastContact = now();
        return ok(value);
      } catch (error) {
        const failure = failureOn(standing, error);
        lastError = { failure, at: now() };
        return err(failure);
      }
    },
    contact: () => ({ live, lastContact, lastError: lastError?.failure ?? null, lastErrorAt: lastError?.at ?? null }),
    close: async () => {
      closing.abort();
      const standing = live;
      if (!standing) return;
      await inTime(drainMs, standing, standing.nc.drain()).catch(() => standing.nc.close());
    },
  };
}
