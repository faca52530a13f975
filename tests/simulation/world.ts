import { type OfficeId, parseOfficeId, type RequestId } from '#shared/base/ids.ts';
import { wakeAt } from '#shared/protocol/schedule.ts';
import { agreed, finalFaults } from './agreement.ts';
import { actOnSomething, openRequest } from './clerk.ts';
import { eventQueue } from './event-queue.ts';
import { contradict, diskImage, type Mischief, rollBack } from './mischief.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { type Around, type CrashPoint, newOffice, receive, restart, ring, type SimOffice } from './sim-office.ts';
import type { SimCrypto } from './stub-crypto.ts';
import { newWatch, type Watch } from './watch.ts';

/** How hostile the surroundings of one seed are; probabilities per package or step. */
export type Weather = {
  readonly drop: number;
  readonly duplicate: number;
  readonly tamper: number;
  readonly crash: number;
  readonly slowest: number;
  readonly acts: number;
  readonly mischief: Mischief;
  readonly later: number;
};

/** What one seed gave. */
export type SeedResult = {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly steps: number;
  readonly packages: number;
  readonly entries: number;
  readonly crashes: number;
};

const officeOf = (text: string): OfficeId => {
  const office = parseOfficeId(text);
  if (!office) throw new Error('not an office code');
  return office;
};

const start = 1_772_409_600_000;
const day = 86_400_000;
const mostSteps = 20_000;

function weatherOf(random: SeededRandom): Weather {
  return {
    drop: random.below(5) / 10,
    duplicate: random.below(4) / 10,
    tamper: random.chance(0.3) ? 0.05 : 0,
    crash: random.chance(0.5) ? 0.03 : 0,
    slowest: random.pick([300, 2_000, 20_000, 600_000]),
    acts: 6 + random.below(20),
    later: random.chance(0.1) ? 0.1 : 0,
    mischief: random.chance(0.85) ? 'none' : random.pick(['fork', 'wrong-prev', 'rollback']),
  };
}

function damaged(text: string, random: SeededRandom): string {
  const at = random.below(text.length);
  const forged = text[at] === '7' ? '3' : '7';
  return random.chance(0.2) ? text.slice(0, at) : text.slice(0, at) + forged + text.slice(at + 1);
}

type World = {
  readonly around: Around;
  readonly watch: Watch;
  readonly offices: readonly [SimOffice, SimOffice];
  readonly clock: { now: number };
  readonly counts: { steps: number; packages: number; crashes: number; flying: number; receipts: number };
  readonly queue: ReturnType<typeof eventQueue>;
  calm: boolean;
  request: RequestId | undefined;
};

function buildWorld(seed: number, crypto: SimCrypto, weather: Weather, random: SeededRandom): World {
  const clock = { now: start };
  const counts = { steps: 0, packages: 0, crashes: 0, flying: 0, receipts: 0 };
  const queue = eventQueue();
  let nonces = 1;
  const [a, b] = [officeOf('sh-qingpu'), officeOf('js-wujiang')];
  const offices = [newOffice(a, b, crypto, random), newOffice(b, a, crypto, random)] as const;
  const other = (office: SimOffice): SimOffice => (office === offices[0] ? offices[1] : offices[0]);
  for (const office of offices) for (const [device, key] of other(office).keys) office.keys.set(device, key);
  const watch = newWatch(other);
  const later = (most: number): number => clock.now + 1 + random.below(most);
  const arrive = (to: SimOffice, id: string, text: string): void => {
    counts.flying -= 1;
    if (to.up) receive(to, id, text, world.around);
  };
  const put: Around['put'] = (from, id, text) => {
    if (!from.up) return;
    counts.packages += 1;
    if (text.startsWith('xieban-receipt')) counts.receipts += 1;
    const copies = world.calm ? 1 : (random.chance(weather.drop) ? 0 : 1) + (random.chance(weather.duplicate) ? 1 : 0);
    for (let i = 0; i < copies; i += 1) {
      const spoilt = !world.calm && random.chance(weather.tamper);
      const sent = spoilt ? damaged(text, random) : text;
      counts.flying += 1;
      // Now and then a package lies on a stick for days before somebody plugs it in, after the calm began.
      const stick = !world.calm && random.chance(0.04) ? random.below(6) * day : 0;
      queue.add(later(weather.slowest) + stick, () => arrive(other(from), spoilt ? `${id} spoilt` : id, sent));
    }
  };
  const crash = (office: SimOffice): CrashPoint => {
    counts.steps += 1;
    if (world.calm || !random.chance(weather.crash)) return undefined;
    office.up = false;
    counts.crashes += 1;
    queue.add(later(600_000), () => restart(office, world.around));
    return random.pick(['before-commit', 'after-commit']);
  };
  const wake = (office: SimOffice, at: number): void => {
    queue.add(Math.max(at, clock.now), () => {
      const at = wakeAt(office.store.state.link, clock.now + office.skew);
      if (office.up && at !== null && at <= clock.now + office.skew) ring(office, world.around, false);
    });
  };
  const world: World = {
    around: {
      now: () => clock.now,
      random,
      nonce: () => (nonces++).toString(16).padStart(32, '0'),
      put,
      crash,
      wake,
      watch,
      later: weather.later,
    },
    watch,
    offices,
    clock,
    counts,
    queue,
    calm: false,
    request: undefined,
  };
  return world;
}

function planActs(world: World, weather: Weather, random: SeededRandom): number {
  const [a, b] = world.offices;
  let at = start;
  for (let i = 0; i < weather.acts; i += 1) {
    at += 1 + random.below(weather.slowest * 2 + 2_000);
    const [office, other] = random.chance(0.5) ? [a, b] : [b, a];
    world.queue.add(at, () => {
      if (!office.up) return;
      if (random.chance(0.02)) office.skew = (random.below(3) - 1) * random.below(400) * day;
      if (office.store.slices.size === 0 || (i > 0 && random.chance(0.08))) openRequest(office, other, world.around);
      else if (random.chance(0.04)) ring(office, world.around, true);
      else actOnSomething(office, world.around);
    });
  }
  return at;
}

function planMischief(world: World, weather: Weather, end: number, random: SeededRandom): void {
  const { mischief } = weather;
  const office = random.pick(world.offices);
  const at = start + Math.floor((end - start) * 0.7);
  if (mischief === 'none') return;
  world.queue.add(at, () => {
    if (!office.up) return;
    if (mischief !== 'rollback') {
      world.request = contradict(office, mischief, world.around);
      return;
    }
    const image = diskImage(office.store);
    const back = at + Math.floor((end - at) * 0.5);
    world.queue.add(back, () => rollBack(office, image, world.around));
  });
}

function calmDown(world: World): void {
  world.calm = true;
  for (const office of world.offices) {
    if (!office.up) office.up = true;
    restart(office, world.around);
  }
}

/** Runs one seed: weather and acts, then calm; the two offices must come to agree within the virtual days that follow. */
export function runSeed(seed: number, crypto: SimCrypto): SeedResult {
  const random = seededRandom(seed);
  const weather = weatherOf(random);
  const world = buildWorld(seed, crypto, weather, random);
  const end = planActs(world, weather, random);
  planMischief(world, weather, end, random);
  world.queue.add(end + 1, () => calmDown(world));
  const { counts, clock, watch } = world;
  for (let next = world.queue.take(); next && counts.steps < mostSteps; next = world.queue.take()) {
    if (next.at > end + 30 * day) break;
    clock.now = next.at;
    next.run();
    if (watch.faults.length > 0) break;
    if (world.calm && counts.flying === 0 && agreed(world.offices)) break;
  }
  const story = { mischief: weather.mischief, request: world.request };
  const storm =
    counts.steps >= mostSteps || counts.packages > (weather.mischief === 'rollback' ? 2_000 : 200) + weather.acts * 40;
  const faults = [
    ...watch.faults,
    ...(storm ? [`a storm of ${counts.packages} packages`] : []),
    ...finalFaults(world.offices, watch, story),
  ];
  const entries = world.offices[0].store.entries.size;
  return { seed, faults, ...counts, entries };
}
