import type { OfficeId } from '#shared/base/ids.ts';
import type { TransportFailure } from '../transport.ts';
import type { Connection, Live } from './connection.ts';
import type { InboxProblem, OwnInbox } from './inbox.ts';
import { consumerName, filesStream, inboxStream } from './subjects.ts';

/** What is known of a server and our inbox there. null where the server did not say. Milliseconds, bytes, counts. */
export type NatsHealth = {
  readonly state: 'connected' | 'refused' | 'unreachable';
  readonly server: { readonly name: string; readonly version: string; readonly cluster: string | null } | null;
  /** Older than 2.12.3: what it confirmed can be lost when the power fails. */
  readonly tooOld: boolean | null;
  /** A server never tells its users whether it writes to disk before it confirms; one before 2.10 cannot. */
  readonly durability: 'not-visible' | 'not-supported' | null;
  readonly rttMs: number | null;
  /** Packages not handed out to us yet; handed out and not yet said to be stored. */
  readonly pending: number | null;
  readonly ackPending: number | null;
  /** Copies of our inbox the cluster keeps. */
  readonly replicas: number | null;
  /** What packages and chunks take, and what they may take. */
  readonly storedBytes: number | null;
  readonly mostBytes: number | null;
  readonly problems: readonly InboxProblem[];
  /** When something of the server was last heard, and when something last failed, in milliseconds since 1970. */
  readonly lastContact: number | null;
  readonly lastError: TransportFailure | null;
  readonly lastErrorAt: number | null;
};

const lookMs = 5_000;

const numbers = (version: string): readonly number[] =>
  (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0').split('.').map(Number);

/** Whether a server's version lies before another one; what cannot be read lies before all. */
export function isBefore(version: string, other: string): boolean {
  const [one, two] = [numbers(version), numbers(other)];
  const at = one.findIndex((part, place) => part !== two[place]);
  return at >= 0 && (one[at] ?? 0) < (two[at] ?? 0);
}

type Looked = Pick<
  NatsHealth,
  'rttMs' | 'pending' | 'ackPending' | 'replicas' | 'storedBytes' | 'mostBytes' | 'problems'
>;

const unseen: Looked = {
  ...{ rttMs: null, pending: null, ackPending: null },
  ...{ replicas: null, storedBytes: null, mostBytes: null, problems: [] },
};

async function look(live: Live, us: OfficeId, inbox: OwnInbox): Promise<Looked> {
  const rttMs = await live.nc.rtt();
  const problems = await inbox.ready(live);
  const consumer = await live.manager.consumers.info(inboxStream(us), consumerName);
  const packages = await live.manager.streams.info(inboxStream(us));
  const files = problems.includes('inbox-no-files') ? undefined : await live.manager.streams.info(filesStream(us));
  return {
    ...{ rttMs, problems, pending: consumer.num_pending, ackPending: consumer.num_ack_pending },
    replicas: packages.config.num_replicas,
    storedBytes: packages.state.bytes + (files?.state.bytes ?? 0),
    mostBytes: packages.config.max_bytes + (files?.config.max_bytes ?? 0),
  };
}

/** Looks at the server and our inbox, in bounded time; dials when nothing stands. Never throws. */
export async function lookAtHealth(connection: Connection, us: OfficeId, inbox: OwnInbox): Promise<NatsHealth> {
  const looked = await connection.act(lookMs, (live) => look(live, us, inbox));
  const { live, ...contact } = connection.contact();
  const info = live?.nc.info;
  const version = info?.version ?? null;
  const away = !looked.ok && looked.error === 'refused' ? 'refused' : 'unreachable';
  return {
    ...(looked.ok ? looked.value : unseen),
    ...contact,
    state: looked.ok ? 'connected' : away,
    server: info ? { name: info.server_name, version: info.version, cluster: info.cluster ?? null } : null,
    tooOld: version === null ? null : isBefore(version, '2.12.3'),
    durability: version === null ? null : isBefore(version, '2.10.0') ? 'not-supported' : 'not-visible',
  };
}
