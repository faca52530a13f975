import type { Arrival, Cursor, Transport, TransportFailure } from '#electron/exchange/transport.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** How hostile the post is. Probabilities per package or chunk; milliseconds of the virtual clock. */
export type PostWeather = {
  readonly drop: number;
  readonly tear: number;
  readonly slowest: number;
  /** How often everything that lies there is offered again. */
  readonly forgets: number;
};

/** A post between offices that lies in memory: what is handed over may be gone, torn, late, repeated or out of order. */
export type MemoryPost = {
  readonly transportOf: (us: OfficeId) => Transport;
  /** Until that time an office does not reach the post. */
  readonly away: (us: OfficeId, until: number) => void;
  /** Everything that lies there is torn or gone, as after somebody tidied; from now on nothing goes wrong any more. */
  readonly calm: () => void;
};

type Lying = { readonly bytes: Uint8Array; readonly at: number };

type World = { readonly random: SeededRandom; readonly now: () => number; readonly weather: PostWeather };

const done = (): Promise<Result<void, TransportFailure>> => Promise.resolve(ok(undefined));

/** Bytes of their own: whoever hands some over lets go of them. */
const copyOf = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes);

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function shuffled<T>(list: readonly T[], random: SeededRandom): readonly T[] {
  return list
    .map((item) => ({ item, place: random.below(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Opens an empty post. */
export function memoryPost({ random, now, weather }: World): MemoryPost {
  const inboxes = new Map<string, Map<string, Lying>>();
  const chunks = new Map<string, Uint8Array>();
  const absent = new Map<string, number>();
  let calm = false;
  const inbox = (office: string): Map<string, Lying> => {
    const found = inboxes.get(office) ?? new Map<string, Lying>();
    inboxes.set(office, found);
    return found;
  };
  const bad = (probability: number): boolean => !calm && random.chance(probability);
  const torn = (bytes: Uint8Array): Uint8Array =>
    copyOf(bytes.subarray(0, bad(weather.tear) ? random.below(bytes.length) : bytes.length));
  const reached = <T>(us: string, work: () => T): Promise<Result<T, TransportFailure>> =>
    Promise.resolve((absent.get(us) ?? 0) > now() ? err('unreachable') : ok(work()));
  const keep = (to: string, id: string, bytes: Uint8Array): void => {
    if (bad(weather.drop)) return;
    const pause = calm ? 0 : random.below(weather.slowest);
    inbox(to).set(id, { bytes: torn(bytes), at: now() + pause });
  };
  const arrivals = (us: string, cursor: Cursor): { items: readonly Arrival[]; cursor: Cursor; more: false } => {
    const ready = [...inbox(us)].filter(([, { at }]) => at <= now());
    const known = bad(weather.forgets) ? new Set<string>() : cursor;
    const fresh = shuffled(
      ready.filter(([id]) => !known.has(`${id}.xb`)),
      random,
    );
    return {
      items: fresh.map(([id, { bytes }]) => ({
        ...{ id, size: bytes.length, mayHeal: true, taken: done },
        read: () => Promise.resolve(ok(copyOf(bytes))),
      })),
      cursor: new Set(ready.map(([id]) => `${id}.xb`)),
      more: false,
    };
  };
  const present = (hashes: readonly string[]): ReadonlySet<string> =>
    new Set(hashes.filter((hash) => chunks.has(hash)));
  const transportOf = (us: OfficeId): Transport => ({
    put: (to, id, bytes) => reached(us, () => keep(to, id, bytes)),
    holds: (to, id, bytes) => {
      const lying = inbox(to).get(id);
      return reached(us, () => lying !== undefined && same(lying.bytes, bytes));
    },
    takeBack: (to, id) => reached(us, () => void inbox(to).delete(id)),
    receive: (office, cursor) => reached(us, () => arrivals(office, cursor)),
    putChunk: (_to, hash, bytes) => reached(us, () => void (bad(weather.drop) || chunks.set(hash, torn(bytes)))),
    hasChunks: (_to, hashes) => reached(us, () => present(hashes)),
    chunksFrom: (_from, hashes) => reached(us, () => present(hashes)),
    getChunk: (_from, hash) =>
      reached(us, () => {
        const chunk = chunks.get(hash);
        return chunk && copyOf(chunk);
      }),
    chunkTaken: done,
    chunkDamaged: done,
    lyingChunks: () => reached(us, () => [...chunks.keys()].toSorted()),
    takeBackChunk: (hash) => reached(us, () => void chunks.delete(hash)),
    clearUnfinished: () => reached(us, () => 0),
  });
  return {
    transportOf,
    away: (us, until) => void absent.set(us, until),
    calm: () => {
      for (const lying of inboxes.values()) {
        for (const [id, { bytes, at }] of [...lying]) {
          if (random.chance(0.5)) lying.delete(id);
          else lying.set(id, { bytes: torn(bytes), at });
        }
      }
      for (const [hash, bytes] of [...chunks]) chunks.set(hash, torn(bytes));
      absent.clear();
      calm = true;
    },
  };
}
