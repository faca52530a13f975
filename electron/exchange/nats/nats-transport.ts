import type { Msg } from '@nats-io/transport-node';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Arrival, Transport, TransportFailure } from '../transport.ts';
import type { Connection, Live } from './connection.ts';
import { layDown, lies } from './hand-over.ts';
import type { InboxProblem, OwnInbox } from './inbox.ts';
import { isMissing } from './nats-failure.ts';
import { pull } from './pull.ts';
import { filesStream, idOf, inboxSubject, type Kind, subjectsFrom } from './subjects.ts';

/** The longest that handing over or fetching may take, in milliseconds; a chunk passes in it at 70 kB a second. */
const carryMs = 60_000;
/** The longest that an answer of our own streams may take, in milliseconds. */
const askMs = 10_000;
/** The longest that another office's inbox may take to say what lies there, in milliseconds. */
const lookMs = 3_000;
/** An inbox that said nothing is not asked again for this long: the server does not tell us that there is none. */
const silentMs = 3_000;
/** Questions on their way at once. */
const atOnce = 16;

const nothingToDo = (): Promise<Result<void, TransportFailure>> => Promise.resolve(ok(undefined));

async function among(
  hashes: readonly string[],
  look: (hash: string) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (let start = 0; start < hashes.length; start += atOnce) {
    const some = hashes.slice(start, start + atOnce);
    const found = await Promise.all(some.map(look));
    for (const [at, hash] of some.entries()) if (found[at]) there.add(hash);
  }
  return there;
}

function arrivalOf(connection: Connection, message: Msg): Arrival {
  return {
    ...{ id: idOf(message.subject), size: message.data.length, mayHeal: false },
    read: () => Promise.resolve(ok(message.data)),
    taken: () =>
      connection.act(askMs, async ({ nc }) => {
        await nc.request(message.reply ?? '', '+ACK', { timeout: askMs });
      }),
  };
}

/**
 * Which of these chunks an office handed over to us and lie in our stream, with those of which only the mark is left. A few
 * are asked for by name: the list of all that lie there may be long.
 */
async function lyingFrom(
  { manager }: Live,
  us: OfficeId,
  from: OfficeId,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const lying = async (filter: string): Promise<readonly string[]> => {
    const { state } = await manager.streams.info(filesStream(us), { subjects_filter: filter });
    return Object.keys(state.subjects ?? {}).map(idOf);
  };
  if (hashes.length <= atOnce) {
    return among(hashes, async (hash) => (await lying(inboxSubject(us, from, 'chunk', hash))).includes(hash));
  }
  const all = new Set(await lying(subjectsFrom(us, from, 'chunk')));
  return new Set(hashes.filter((hash) => all.has(hash)));
}

/** More than a socket is read at once: a larger message is put together in memory that holds nothing else. */
const mostRead = 1_048_576;

/**
 * Bytes of a message in memory of just their size. What a large one came in is several times that and would be held until
 * the collector comes by; it is given back at once, unless it may be a frame with more in it.
 */
function ownBytes({ socket }: Live, data: Uint8Array): Uint8Array {
  const own = data.slice();
  if (!socket && data.length > mostRead && data.buffer instanceof ArrayBuffer) data.buffer.transfer(0);
  return own;
}

/** A chunk's bytes. Where only the mark of one taken before is left, it goes, so that the chunk can be handed over again. */
async function fetchChunk(live: Live, us: OfficeId, from: OfficeId, hash: string): Promise<Uint8Array | undefined> {
  const subject = inboxSubject(us, from, 'chunk', hash);
  const stored = await live.manager.direct.getMessage(filesStream(us), { last_by_subj: subject });
  if (stored && stored.data.length > 0) return ownBytes(live, stored.data);
  if (stored) await live.manager.streams.purge(filesStream(us), { filter: subject });
  return undefined;
}

type Handing = {
  /** Asks another office's inbox something, or lays something down there. */
  readonly inboxOf: <T>(
    to: OfficeId,
    kind: Kind,
    work: (live: Live) => Promise<T>,
  ) => Promise<Result<T, TransportFailure>>;
};

/** Speaks to the inboxes of others, and passes over one that was silent just now. */
function createHanding(connection: Connection): Handing {
  const silentUntil = new Map<string, number>();
  return {
    inboxOf: async (to, kind, work) => {
      const name = `${kind} ${to}`;
      if (performance.now() < (silentUntil.get(name) ?? 0)) return err('unreachable');
      const done = await connection.act(carryMs, work);
      const silent = !done.ok && done.error === 'unreachable' && connection.contact().live !== undefined;
      if (silent) silentUntil.set(name, performance.now() + silentMs);
      return done;
    },
  };
}

type OwnSide = Pick<Transport, 'receive' | 'chunksFrom' | 'getChunk' | 'chunkTaken' | 'chunkDamaged'>;
type TheirSide = Pick<Transport, 'put' | 'holds' | 'putChunk' | 'hasChunks'>;

/** What we hand over to others. */
function theirSide(connection: Connection, us: OfficeId): TheirSide {
  const { inboxOf } = createHanding(connection);
  const there = (live: Live, to: OfficeId, kind: Kind, id: string): Promise<boolean> =>
    lies(live, inboxSubject(to, us, kind, id), lookMs);
  const hand = (to: OfficeId, kind: Kind, id: string, bytes: Uint8Array): Promise<Result<void, TransportFailure>> =>
    inboxOf(to, kind, async (live) => {
      if (await there(live, to, kind, id)) return;
      await layDown(live, inboxSubject(to, us, kind, id), id, bytes, carryMs);
    });
  return {
    put: (to, id, bytes) => hand(to, 'package', id, bytes),
    holds: (to, id) => inboxOf(to, 'package', (live) => there(live, to, 'package', id)),
    putChunk: (to, hash, bytes) => hand(to, 'chunk', hash, bytes),
    hasChunks: (to, hashes) => inboxOf(to, 'chunk', (live) => among(hashes, (hash) => there(live, to, 'chunk', hash))),
  };
}

/** What others handed over to us. Our streams are looked for before we look into them. */
function ownSide(connection: Connection, us: OfficeId, inbox: OwnInbox): OwnSide {
  const own = <T>(
    ms: number,
    work: (live: Live, problems: readonly InboxProblem[]) => Promise<T>,
  ): Promise<Result<T, TransportFailure>> =>
    connection.act(ms, async (live) => {
      const problems = await inbox.ready(live);
      return work(live, problems).catch((error: unknown) => {
        if (isMissing(error)) inbox.forget(live);
        throw error;
      });
    });
  return {
    receive: async () => {
      const pulled = await own(carryMs, (live) => pull(live, us));
      if (!pulled.ok) return pulled;
      const items = pulled.value.map((message) => arrivalOf(connection, message));
      return ok({ items, cursor: new Set<string>(), more: items.length > 0 });
    },
    chunksFrom: (from, hashes) =>
      own(carryMs, async (live, problems) =>
        problems.includes('inbox-no-files') ? new Set<string>() : lyingFrom(live, us, from, hashes),
      ),
    getChunk: (from, hash) => own(carryMs, (live) => fetchChunk(live, us, from, hash)),
    chunkTaken: (from, hash) =>
      own(askMs, async ({ js }) => {
        await js.publish(inboxSubject(us, from, 'chunk', hash), undefined, { timeout: askMs });
      }),
    chunkDamaged: (from, hash) =>
      own(askMs, async ({ manager }) => {
        await manager.streams.purge(filesStream(us), { filter: inboxSubject(us, from, 'chunk', hash) });
      }),
  };
}

/**
 * Exchange through a NATS server with JetStream. Packages and chunks lie in streams of the receiver's own account until it
 * says that they are stored: it empties them, so there is nothing for us to take back. Of a chunk that was taken a mark
 * without bytes is left, so that the sender, who may come back in the middle of a file, does not hand it over again.
 */
export function createNatsTransport(connection: Connection, us: OfficeId, inbox: OwnInbox): Transport {
  return {
    ...theirSide(connection, us),
    ...ownSide(connection, us, inbox),
    takeBack: nothingToDo,
    takeBackChunk: nothingToDo,
    lyingChunks: () => Promise.resolve(ok([])),
    clearUnfinished: () => Promise.resolve(ok(0)),
  };
}
