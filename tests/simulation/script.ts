import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { type Weather, weatherOf } from './weather.ts';

/** What is let loose on a seed: the network alone, or everything. */
export const profiles = ['network', 'mixed'] as const;

/** One of `profiles`. */
export type Profile = (typeof profiles)[number];

/** Where a step may be cut: nothing written, or everything written and nothing sent. */
export type CrashPoint = 'before-commit' | 'after-commit';

/** What happens; offices and sticks by number, times in virtual milliseconds. `salt` decides what a person chooses. */
export type Event =
  | { readonly type: 'open'; readonly office: number; readonly to: number; readonly salt: number }
  | { readonly type: 'act'; readonly office: number; readonly salt: number }
  /** The office puts on a stick what the other's newest receipt lacks, with its own receipt. */
  | { readonly type: 'export'; readonly office: number; readonly to: number; readonly stick: number }
  /** The office reads a stick; it is pulled out behind that part of its packages. */
  | { readonly type: 'import'; readonly office: number; readonly stick: number; readonly part: number }
  | { readonly type: 'skew'; readonly office: number; readonly ms: number }
  /** The program dies in its step after the next `after` ones and is started again after `down`. */
  | {
      readonly type: 'crash';
      readonly office: number;
      readonly after: number;
      readonly point: CrashPoint;
      readonly down: number;
    }
  | { readonly type: 'full'; readonly office: number; readonly ms: number }
  /** Nothing comes through from one office to the other. */
  | { readonly type: 'cut'; readonly office: number; readonly to: number; readonly ms: number }
  /** The office runs an older program from the beginning, and a newer one from here on. */
  | { readonly type: 'update'; readonly office: number }
  | { readonly type: 'fork' | 'wrong-prev'; readonly office: number }
  /** A copy of the disk is taken; an office runs on an earlier copy. */
  | { readonly type: 'image' | 'rollback'; readonly office: number };

/** Something that happens at a time. */
export type Happening = Event & { readonly at: number };

/** Everything a run is decided by, as plain data. */
export type Script = {
  /** Decides what becomes of each package. */
  readonly salt: number;
  readonly offices: number;
  readonly weather: Weather;
  readonly happenings: readonly Happening[];
};

/** Virtual time at which every run begins. */
export const start = 1_772_409_600_000;
const day = 86_400_000;

type Making = {
  readonly random: SeededRandom;
  readonly offices: number;
  readonly end: number;
  readonly add: (happening: Happening) => void;
};

function pair({ random, offices }: Making): { readonly office: number; readonly to: number } {
  const office = random.below(offices);
  return { office, to: (office + 1 + random.below(offices - 1)) % offices };
}

const anyTime = ({ random, end }: Making): number => start + random.below(end - start);

function planFaults(making: Making): void {
  const { random, add, offices } = making;
  const several = (most: number): number => (random.chance(0.5) ? random.below(most + 1) : 0);
  for (let left = several(6); left > 0; left -= 1) {
    const point = random.pick<CrashPoint>(['before-commit', 'after-commit']);
    const when = { after: random.below(6), point, down: 1 + random.below(600_000) };
    add({ type: 'crash', at: anyTime(making), office: random.below(offices), ...when });
  }
  const span = making.end - start;
  for (let left = random.chance(0.3) ? 1 + random.below(2) : 0; left > 0; left -= 1) {
    add({ type: 'full', at: anyTime(making), office: random.below(offices), ms: 1 + random.below(span) });
  }
  for (let left = several(3); left > 0; left -= 1) {
    add({ type: 'cut', at: anyTime(making), ...pair(making), ms: 1 + random.below(span) });
  }
  if (random.chance(0.3)) {
    const ms = (random.below(3) - 1) * random.below(400) * day;
    add({ type: 'skew', at: anyTime(making), office: random.below(offices), ms });
  }
}

function planSticks(making: Making): void {
  const { random, add } = making;
  for (let left = random.below(5); left > 0; left -= 1) {
    const { office, to } = pair(making);
    const stick = random.below(2);
    const out = anyTime(making);
    const there = out + 1 + (random.chance(0.3) ? random.below(6) * day : random.below(making.end - start));
    const back = there + 1 + random.below(making.end - start);
    const part = (): number => (random.chance(0.8) ? 1 : random.below(10) / 10);
    add({ type: 'export', at: out, office, to, stick });
    add({ type: 'import', at: there, office: to, stick, part: part() });
    if (!random.chance(0.7)) continue;
    add({ type: 'export', at: there, office: to, to: office, stick });
    add({ type: 'import', at: back, office, stick, part: part() });
  }
}

function planMischief(making: Making, profile: Profile): void {
  const { random, add, end } = making;
  const office = random.below(making.offices);
  const at = start + Math.floor((end - start) * (0.4 + random.below(4) / 10));
  if (profile === 'network') return;
  if (random.chance(0.05)) {
    add({ type: 'image', at, office });
    add({ type: 'rollback', at: at + 1 + random.below(end - at), office });
  } else if (random.chance(0.12)) add({ type: random.pick(['fork', 'wrong-prev']), at, office });
  if (random.chance(0.15)) add({ type: 'update', at: anyTime(making), office });
}

/** The script of a seed: the same on every machine. */
export function scriptOf(seed: number, profile: Profile): Script {
  const random = seededRandom(seed);
  const offices = random.chance(0.6) ? 2 : 3 + random.below(2);
  const weather = weatherOf(random);
  const happenings: Happening[] = [];
  const acts = 6 + random.below(20) + (offices - 2) * 4;
  const salt = (): number => random.below(4_294_967_296);
  let at = start;
  for (let i = 0; i < acts; i += 1) {
    at += 1 + random.below(weather.slowest * 2 + 2_000);
    const who = pair({ random, offices, end: at, add: () => undefined });
    const opens = i < offices - 1 || random.chance(0.08);
    happenings.push(
      opens ? { type: 'open', at, ...who, salt: salt() } : { type: 'act', at, office: who.office, salt: salt() },
    );
  }
  const making: Making = { random, offices, end: at, add: (one) => happenings.push(one) };
  planFaults(making);
  if (profile !== 'network') planSticks(making);
  planMischief(making, profile);
  return { salt: salt(), offices, weather, happenings: happenings.toSorted((a, b) => a.at - b.at) };
}
