import {
  AckPolicy,
  type ConsumerConfig,
  DiscardPolicy,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  type StreamInfo,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Live } from './connection.ts';
import { hasNoRoom, refusalOf, refusals } from './nats-failure.ts';
import { arrivedPrefix, consumerName, everySubject, filesStream, inboxStream, type Kind } from './subjects.ts';

/** How an inbox that is made here is bounded. Bytes and milliseconds. */
export type InboxLimits = {
  readonly inboxBytes: number;
  readonly filesBytes: number;
  /** After which a package nobody said is stored is handed out once more. */
  readonly ackWaitMs: number;
};

/** What an office's inbox is made with unless its operator made it before. */
export const usualLimits: InboxLimits = { inboxBytes: 2 ** 28, filesBytes: 2 ** 33, ackWaitMs: 30_000 };

/** A server with little room left gets a smaller inbox than the usual one, but none below this many bytes. */
const leastBytes = 2 ** 25;
const keptMs = 90 * 86_400_000;
/** How long the server remembers what it was handed; what lies there it recognises without that. */
const rememberedMs = 20_000;

/**
 * What is wrong with an inbox that somebody else made: it may lose, or refuse, what another office was told is there.
 * - discards-old: the oldest is thrown away for the newest. not-on-disk: it is gone with the server's memory.
 * - other-subjects: not everything for us gets there. gives-up: what was handed out often is not handed out again.
 * - keeps-taken: what we took in stays and fills it. no-ack: what was handed out counts as stored.
 * - no-files: there is no room for parts of files; everything else comes.
 */
export type InboxProblem =
  | 'inbox-discards-old'
  | 'inbox-not-on-disk'
  | 'inbox-other-subjects'
  | 'inbox-keeps-taken'
  | 'inbox-no-files'
  | 'consumer-gives-up'
  | 'consumer-no-ack';

type Wanted = Partial<StreamConfig> & { readonly name: string };

/** How the streams of an office are made. Packages leave when they were taken in; a chunk gives way to the word that it was. */
function wanted(office: OfficeId, kind: Kind, limits: InboxLimits): Wanted {
  const common = {
    ...{ subjects: [everySubject(office, kind)], storage: StorageType.File, discard: DiscardPolicy.New },
    ...{ max_msgs_per_subject: 1, max_age: nanos(keptMs), duplicate_window: nanos(rememberedMs) },
    republish: { src: '>', dest: `${arrivedPrefix(office)}.>`, headers_only: true },
  };
  return kind === 'package'
    ? {
        ...{ ...common, name: inboxStream(office), max_bytes: limits.inboxBytes },
        ...{ retention: RetentionPolicy.Workqueue, discard_new_per_subject: true },
      }
    : { ...common, name: filesStream(office), max_bytes: limits.filesBytes, allow_direct: true };
}

/** Makes a stream, with three copies in a cluster, and smaller where the server has no room for the usual size. */
async function make(manager: JetStreamManager, config: Wanted, copies: number): Promise<StreamInfo> {
  try {
    return await manager.streams.add({ ...config, num_replicas: copies });
  } catch (error) {
    const code = refusalOf(error)?.code;
    if (code === refusals.noReplicas && copies > 1) return make(manager, config, 1);
    const bytes = Math.floor((config.max_bytes ?? 0) / 2);
    if (!hasNoRoom(error) || bytes < leastBytes) throw error;
    return make(manager, { ...config, max_bytes: bytes }, copies);
  }
}

async function found<T>(look: () => Promise<T>, missing: number): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (refusalOf(error)?.code === missing) return undefined;
    throw error;
  }
}

async function ensureStream({ nc, manager }: Live, config: Wanted): Promise<StreamInfo> {
  const there = await found(() => manager.streams.info(config.name), refusals.streamNotFound);
  return there ?? (await make(manager, config, nc.info?.cluster === undefined ? 1 : 3));
}

async function ensureConsumer({ manager }: Live, stream: string, limits: InboxLimits): Promise<ConsumerConfig> {
  const there = await found(() => manager.consumers.info(stream, consumerName), refusals.consumerNotFound);
  if (there) return there.config;
  const made = await manager.consumers.add(stream, {
    ...{ durable_name: consumerName, ack_policy: AckPolicy.Explicit, ack_wait: nanos(limits.ackWaitMs) },
    ...{ max_deliver: -1, max_ack_pending: 1_000 },
  });
  return made.config;
}

function streamProblems({ config }: StreamInfo, { subjects }: Wanted): readonly InboxProblem[] {
  const problems: (InboxProblem | false)[] = [
    config.discard !== DiscardPolicy.New && 'inbox-discards-old',
    config.storage !== StorageType.File && 'inbox-not-on-disk',
    !(subjects ?? []).every((one) => config.subjects.includes(one)) && 'inbox-other-subjects',
  ];
  return problems.filter((one) => one !== false);
}

async function ensure(live: Live, office: OfficeId, limits: InboxLimits): Promise<readonly InboxProblem[]> {
  const [packages, chunks] = [wanted(office, 'package', limits), wanted(office, 'chunk', limits)];
  const inbox = await ensureStream(live, packages);
  const files = await ensureStream(live, chunks).catch((error: unknown) => {
    if (hasNoRoom(error)) return undefined;
    throw error;
  });
  const consumer = await ensureConsumer(live, packages.name, limits);
  const own: (InboxProblem | false)[] = [
    inbox.config.retention !== RetentionPolicy.Workqueue && 'inbox-keeps-taken',
    (consumer.max_deliver ?? -1) > 0 && 'consumer-gives-up',
    consumer.ack_policy !== AckPolicy.Explicit && 'consumer-no-ack',
  ];
  const all = [
    ...streamProblems(inbox, packages),
    ...(files ? streamProblems(files, chunks) : ['inbox-no-files' as const]),
    ...own.filter((one) => one !== false),
  ];
  return [...new Set(all)];
}

/** Our own inbox on a server, looked at once for each connection. */
export type OwnInbox = {
  /** Answers once it is there, with what is wrong with it; throws what the server refused. */
  readonly ready: (live: Live) => Promise<readonly InboxProblem[]>;
  /** It was found missing after all: the next act makes it again. */
  readonly forget: (live: Live) => void;
};

/**
 * Makes the inbox of an office where it is missing: the first time, and after the server lost its store. What is there
 * already is left as it is, and what is wrong with it is answered.
 */
export function ownInbox(office: OfficeId, limits: InboxLimits): OwnInbox {
  const known = new WeakMap<Live, Promise<readonly InboxProblem[]>>();
  return {
    ready: (live) => {
      const looked = known.get(live) ?? ensure(live, office, limits);
      known.set(live, looked);
      looked.catch(() => known.delete(live));
      return looked;
    },
    forget: (live) => known.delete(live),
  };
}
