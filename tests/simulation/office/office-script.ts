import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import type { PostWeather } from './memory-post.ts';

/** What happens among whole offices; offices and sticks by number, times in virtual milliseconds. */
export type OfficeEvent =
  | {
      readonly type: 'letter';
      readonly office: number;
      readonly to: number;
      readonly file: number;
      readonly salt: number;
    }
  | { readonly type: 'act'; readonly office: number; readonly salt: number }
  | { readonly type: 'round'; readonly office: number; readonly force: boolean }
  | { readonly type: 'export' | 'import'; readonly office: number; readonly stick: number }
  | { readonly type: 'restart'; readonly office: number }
  | { readonly type: 'away'; readonly office: number; readonly ms: number }
  | { readonly type: 'wait'; readonly office: number; readonly ms: number };

/** Everything a run among whole offices is decided by, as plain data. */
export type OfficeScript = {
  readonly salt: number;
  readonly offices: number;
  readonly weather: PostWeather;
  readonly events: readonly OfficeEvent[];
};

function eventOf(random: SeededRandom, offices: number): OfficeEvent {
  const office = random.below(offices);
  const dice = random.below(100);
  if (dice < 28) return { type: 'act', office, salt: random.below(1_000_000_000) };
  if (dice < 33) {
    const to = (office + 1 + random.below(offices - 1)) % offices;
    const file = random.chance(0.4) ? 1 + random.below(60_000) : 0;
    return { type: 'letter', office, to, file, salt: random.below(1_000_000_000) };
  }
  if (dice < 68) return { type: 'round', office, force: random.chance(0.3) };
  if (dice < 75) return { type: 'export', office, stick: random.below(2) };
  if (dice < 82) return { type: 'import', office, stick: random.below(2) };
  if (dice < 86) return { type: 'restart', office };
  if (dice < 90) return { type: 'away', office, ms: random.below(3_600_000) };
  return { type: 'wait', office, ms: random.below(random.pick([2_000, 60_000, 3_600_000])) };
}

/** The script of a seed: the same on every machine. */
export function officeScriptOf(seed: number): OfficeScript {
  const random = seededRandom(seed);
  const offices = random.chance(0.6) ? 2 : 3;
  const first: OfficeEvent = { type: 'letter', office: random.below(offices), to: 0, file: 0, salt: seed };
  const to = (first.office + 1) % offices;
  const events = Array.from({ length: 25 + random.below(40) }, () => eventOf(random, offices));
  return {
    salt: random.below(4_294_967_296),
    offices,
    weather: {
      drop: random.below(5) / 10,
      tear: random.chance(0.4) ? 0.1 : 0,
      slowest: random.pick([1, 2_000, 600_000]),
      forgets: random.chance(0.5) ? 0.2 : 0,
    },
    events: [{ ...first, to }, ...events],
  };
}
