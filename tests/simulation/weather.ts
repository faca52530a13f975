import type { SeededRandom } from './seeded-random.ts';

/** How hostile the surroundings of one seed are. Probabilities per package or per act; times in virtual milliseconds. */
export type Weather = {
  readonly drop: number;
  readonly duplicate: number;
  readonly tamper: number;
  /** A package turns up at an office it was not meant for as well. */
  readonly astray: number;
  /** Longest way of a package. */
  readonly slowest: number;
  /** How often a package lies somewhere for days and arrives after the calm began. */
  readonly forgotten: number;
  /** How often a person's act is of a kind only a newer version knows. */
  readonly later: number;
};

/** What the simulator knows to be off when nothing disturbs. */
export const fairWeather: Weather = {
  drop: 0,
  duplicate: 0,
  tamper: 0,
  astray: 0,
  slowest: 300,
  forgotten: 0,
  later: 0,
};

/** The weather of a seed. */
export function weatherOf(random: SeededRandom): Weather {
  return {
    drop: random.below(5) / 10,
    duplicate: random.below(4) / 10,
    tamper: random.chance(0.3) ? 0.05 : 0,
    astray: random.chance(0.2) ? 0.02 : 0,
    slowest: random.pick([300, 2_000, 20_000, 600_000]),
    forgotten: random.chance(0.5) ? 0.04 : 0,
    later: random.chance(0.1) ? 0.1 : 0,
  };
}
