import type { OfficeId } from '#shared/base/ids.ts';
import type { Exchange } from './run-step.ts';
import { hasUnsaid } from './speak.ts';
import { newWayMemory, type OtherWays, saidTo, type WayMemory } from './way-memory.ts';
import { speakTo, wayTurn } from './way-turn.ts';
import type { Way } from './ways.ts';

/** One way with what is remembered of it. Its turns follow each other; those of other ways never wait for them. */
type Lane = { way: Way; readonly memory: WayMemory; turn: Promise<void>; waiting: number };

type AllLanes = Map<string, Lane>;

/** What a way came to after its last turn. */
export type WayState = { readonly way: Way; readonly memory: Readonly<WayMemory> };

/** The ways of one open office. */
export type Lanes = {
  /**
   * A turn on every way; answers once all of it is said. A way that is still busy has its turn afterwards; unless forced,
   * one that waits for a turn already gets no second one.
   */
  readonly round: (ways: readonly Way[], force: boolean) => Promise<void>;
  /** Says to the servers among these ways, in their next turns, that chunks of a partner came by none of the ways. */
  readonly gained: (ways: readonly Way[], from: OfficeId, chunks: readonly string[]) => void;
  /** Which chunks of ours lie with any of these ways for a partner, as far as is remembered. */
  readonly lying: (ways: readonly Way[], office: OfficeId) => ReadonlySet<string>;
  /** What is remembered of these ways; of one that had no turn yet, nothing. */
  readonly statesOf: (ways: readonly Way[]) => readonly WayState[];
  /** Answers once every turn that was begun is over. */
  readonly idle: () => Promise<void>;
};

/** What the turns tell their owner. */
export type LanesOwner = {
  /** False once nothing more may be begun. */
  readonly going: () => boolean;
  readonly onChanged: () => void;
  /** A turn threw, which is a bug; the next one is made all the same. */
  readonly onFault: (error: unknown) => void;
};

type Work = (lane: Lane) => Promise<boolean>;

function enqueue(lane: Lane, work: Work, owner: LanesOwner): void {
  lane.waiting += 1;
  const once = async (): Promise<void> => {
    lane.waiting -= 1;
    if (!owner.going()) return;
    try {
      if (await work(lane)) owner.onChanged();
    } catch (error) {
      owner.onFault(error);
    }
  };
  lane.turn = lane.turn.then(once);
}

/** Ways that came are added, ways that are no longer used go. */
function follow(lanes: AllLanes, ways: readonly Way[]): void {
  const used = new Set(ways.map(({ id }) => id));
  for (const id of lanes.keys()) if (!used.has(id)) lanes.delete(id);
  for (const way of ways) {
    const lane = lanes.get(way.id);
    if (lane) lane.way = way;
    else lanes.set(way.id, { way, memory: newWayMemory(), turn: Promise.resolve(), waiting: 0 });
  }
}

/** Remembers for every server but the one they came by that chunks of a partner need not lie there. */
function noteGained(lanes: AllLanes, by: Lane | undefined, from: OfficeId, chunks: readonly string[]): void {
  for (const other of lanes.values()) {
    if (other === by || other.way.kind !== 'server' || !other.way.offices.includes(from)) continue;
    for (const hash of chunks) saidTo(other.memory, from).gained.add(hash);
  }
}

/** A chunk that lies with another way for longer than this, in milliseconds, is handed over on this way too. */
const patienceMs = 600_000;

/** Whether a chunk lies with another way that can be used, since not too long ago. */
function liesElsewhere(exchange: Exchange, lanes: AllLanes, lane: Lane, office: OfficeId, hash: string): boolean {
  return [...lanes.values()].some((other) => {
    if (other === lane || other.memory.reached !== true || !other.way.offices.includes(office)) return false;
    const since = saidTo(other.memory, office).lying.known.get(hash);
    return since !== undefined && Math.abs(exchange.clock.now() - since) < patienceMs;
  });
}

/** What a turn of one lane says to the other ways of its partners. */
function othersOf(exchange: Exchange, lanes: AllLanes, lane: Lane, owner: LanesOwner): OtherWays {
  return {
    offer: (office, above) => {
      for (const { way, memory } of lanes.values()) {
        if (!way.offices.includes(office)) continue;
        const said = saidTo(memory, office);
        said.again = Math.min(said.again ?? above, above);
      }
    },
    gained: (from, chunks) => noteGained(lanes, lane, from, chunks),
    news: () => {
      if (owner.going()) owner.onChanged();
    },
    lies: (office, hash) => liesElsewhere(exchange, lanes, lane, office, hash),
  };
}

/** Whether a lane has more of files to move and no turn to come. */
function wantsTurn({ way, memory, waiting }: Lane): boolean {
  return waiting === 0 && way.offices.some((office) => saidTo(memory, office).more);
}

/** Lanes that have something to say that came up in another one's turn, and no turn to come of their own. */
function withUnsaid(exchange: Exchange, lanes: AllLanes, from: Lane): readonly Lane[] {
  return [...lanes.values()].filter((lane) => {
    if (lane === from || lane.waiting > 0 || lane.memory.reached !== true) return false;
    const shared = lane.way.offices.filter((office) => from.way.offices.includes(office));
    return shared.some((office) => hasUnsaid(exchange, lane.memory, office));
  });
}

/** Answers once no lane has a turn any more, those included that began meanwhile. */
async function idleOf(lanes: AllLanes): Promise<void> {
  for (let seen: readonly Promise<void>[] = []; ; ) {
    const turns = [...lanes.values()].map((lane) => lane.turn);
    if (turns.length === seen.length && turns.every((one, at) => one === seen[at])) return;
    await Promise.all(turns);
    seen = turns;
  }
}

/** Makes the lanes of an open office. */
export function createLanes(exchange: Exchange, owner: LanesOwner): Lanes {
  const lanes: AllLanes = new Map();
  const say: Work = async (lane) => {
    const said = await speakTo(exchange, lane.way, lane.memory, othersOf(exchange, lanes, lane, owner));
    goOn(lane);
    return said;
  };
  const turn =
    (force: boolean): Work =>
    async (lane) => {
      try {
        const changed = await wayTurn(exchange, lane.way, lane.memory, force, othersOf(exchange, lanes, lane, owner));
        goOn(lane);
        return changed;
      } finally {
        // What one way's turn brought up is said on the other ways as well, without another turn of theirs.
        if (owner.going()) for (const other of withUnsaid(exchange, lanes, lane)) enqueue(other, say, owner);
      }
    };
  /** What is left of files moves in another turn, before which whatever came meanwhile is taken in and said. */
  const goOn = (lane: Lane): void => {
    if (owner.going() && wantsTurn(lane)) enqueue(lane, turn(false), owner);
  };
  return {
    round: (ways, force) => {
      follow(lanes, ways);
      for (const lane of lanes.values()) {
        if (force || lane.waiting === 0) enqueue(lane, turn(force), owner);
      }
      return idleOf(lanes);
    },
    gained: (ways, from, chunks) => {
      follow(lanes, ways);
      noteGained(lanes, undefined, from, chunks);
    },
    lying: (ways, office) => {
      follow(lanes, ways);
      const serving = [...lanes.values()].filter(({ way }) => way.offices.includes(office));
      return new Set(serving.flatMap(({ memory }) => [...saidTo(memory, office).lying.known.keys()]));
    },
    statesOf: (ways) => ways.map((way) => ({ way, memory: lanes.get(way.id)?.memory ?? newWayMemory() })),
    idle: () => idleOf(lanes),
  };
}
