import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import type { PostWeather } from './memory-post.ts';

/** What is let loose on whole offices: everything, or mostly one thing. */
export const officeProfiles = ['office', 'rollback', 'attachments'] as const;

/** One of `officeProfiles`. */
export type OfficeProfile = (typeof officeProfiles)[number];

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
  /** The office's whole folder is copied; later the copy is put in its place, as somebody's image backup does. */
  | { readonly type: 'image' | 'rollback'; readonly office: number }
  | { readonly type: 'away'; readonly office: number; readonly ms: number }
  | { readonly type: 'wait'; readonly office: number; readonly ms: number };

/** Everything a run among whole offices is decided by, as plain data. */
export type OfficeScript = {
  readonly salt: number;
  readonly offices: number;
  readonly weather: PostWeather;
  readonly events: readonly OfficeEvent[];
};

function fileSize(random: SeededRandom, profile: OfficeProfile): number {
  const often = profile === 'attachments' ? 1 : 0.3;
  return random.chance(often) ? 1 + random.below(profile === 'attachments' ? 900_000 : 60_000) : 0;
}

function eventOf(random: SeededRandom, offices: number, profile: OfficeProfile): OfficeEvent {
  const office = random.below(offices);
  const dice = random.below(100);
  if (dice < 28) return { type: 'act', office, salt: random.below(1_000_000_000) };
  if (dice < 33) {
    const to = (office + 1 + random.below(offices - 1)) % offices;
    return { type: 'letter', office, to, file: fileSize(random, profile), salt: random.below(1_000_000_000) };
  }
  if (dice < 68) return { type: 'round', office, force: random.chance(0.3) };
  if (dice < 75) return { type: 'export', office, stick: random.below(2) };
  if (dice < 82) return { type: 'import', office, stick: random.below(2) };
  if (dice < 86) return { type: 'restart', office };
  if (dice < 90) return { type: 'away', office, ms: random.below(3_600_000) };
  return { type: 'wait', office, ms: random.below(random.pick([2_000, 60_000, 3_600_000])) };
}

/** Puts the copy of a disk and its return among what happens; in between the office writes, and partners hear of it. */
function withRollback(random: SeededRandom, offices: number, events: readonly OfficeEvent[]): readonly OfficeEvent[] {
  const office = random.below(offices);
  const copied = 1 + random.below(events.length - 2);
  const back = copied + 1 + random.below(events.length - copied);
  const everybody = Array.from({ length: offices }, (_, at) => (office + at) % offices);
  const heard = everybody.map((one): OfficeEvent => ({ type: 'round', office: one, force: true }));
  const salt = random.below(1_000_000_000);
  return [
    ...events.slice(0, copied),
    { type: 'image', office },
    ...events.slice(copied, back),
    { type: 'act', office, salt },
    ...(random.chance(0.8) ? [...heard, ...heard] : []),
    { type: 'rollback', office },
    ...events.slice(back),
  ];
}

/** The script of a seed: the same on every machine. */
export function officeScriptOf(seed: number, profile: OfficeProfile): OfficeScript {
  const random = seededRandom(seed);
  const offices = random.chance(0.6) ? 2 : 3;
  const office = random.below(offices);
  const first: OfficeEvent = { type: 'letter', office, to: (office + 1) % offices, file: 0, salt: seed };
  const length = 25 + random.below(40);
  const events = [first, ...Array.from({ length }, () => eventOf(random, offices, profile))];
  const rollsBack = profile === 'rollback' || (profile === 'office' && random.chance(0.25));
  return {
    salt: random.below(4_294_967_296),
    offices,
    weather: {
      drop: random.below(5) / 10,
      tear: random.chance(0.4) ? 0.1 : 0,
      slowest: random.pick([1, 2_000, 600_000]),
      forgets: random.chance(0.5) ? 0.2 : 0,
    },
    events: rollsBack ? withRollback(random, offices, events) : events,
  };
}
