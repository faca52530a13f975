import { type OfficeId, parseOfficeId } from '#shared/base/ids.ts';
import { wakeAt } from '#shared/protocol/schedule.ts';
import { agreed, finalFaults } from './agreement.ts';
import { newCarriage } from './carriage.ts';
import { type EventQueue, eventQueue } from './event-queue.ts';
import { calmDown, happen, type Stage } from './happen.ts';
import { olderRules } from './older-rules.ts';
import { receive, restart, ring } from './run-step.ts';
import { type Profile, type Script, scriptOf, start } from './script.ts';
import { seededRandom } from './seeded-random.ts';
import { type Around, newOffice, type SimOffice } from './sim-office.ts';
import { newPeer } from './sim-store.ts';
import type { SimCrypto } from './stub-crypto.ts';
import { sinceStart, traceHash } from './trace.ts';
import { newWatch, type Watch } from './watch.ts';

/** What one run gave. */
export type RunOutcome = {
  readonly faults: readonly string[];
  readonly steps: number;
  readonly packages: number;
  readonly entries: number;
  readonly crashes: number;
  /** Every happening and every step, in order, in plain words. */
  readonly lines: readonly string[];
};

/** What one seed gave. */
export type SeedResult = Omit<RunOutcome, 'lines'> & {
  readonly seed: number;
  /** Hash over all lines. */
  readonly trace: string;
};

const day = 86_400_000;
const mostSteps = 20_000;
const names = ['sh-qingpu', 'js-wujiang', 'zj-jiashan', 'ah-guangde'];

function officeOf(text: string): OfficeId {
  const office = parseOfficeId(text);
  if (!office) throw new Error('not an office code');
  return office;
}

/** Offices that know each other's keys. Who gets an update in the script runs an older program until then. */
function foundOffices(script: Script, crypto: SimCrypto): readonly SimOffice[] {
  const random = seededRandom(script.salt);
  const offices = names.slice(0, script.offices).map((name) => newOffice(officeOf(name), crypto, random));
  for (const office of offices) {
    for (const other of offices.filter((one) => one !== office)) {
      for (const [device, key] of other.keys) office.keys.set(device, key);
      office.store.peers.set(other.office, newPeer(other.office, random.hex(32)));
    }
  }
  for (const { type, office: place } of script.happenings) {
    const office = offices[place];
    if (type === 'update' && office) office.ports = { ...office.ports, rules: olderRules };
  }
  return offices;
}

type World = Stage & {
  readonly watch: Watch;
  readonly clock: { now: number };
  readonly counts: { steps: number; packages: number; crashes: number };
  readonly queue: EventQueue;
  /** When each office's timer rings next. */
  readonly rings: Map<SimOffice, number>;
  readonly lines: string[];
};

/** Rings an office's timer at a time, for every partner whose time has come. Only its earliest ring is kept. */
function wakeLater(world: World, office: SimOffice, wanted: number): void {
  const { queue, clock, around, rings } = world;
  const at = Math.max(wanted, clock.now + 1);
  if ((rings.get(office) ?? Number.POSITIVE_INFINITY) <= at) return;
  rings.set(office, at);
  queue.add(at, () => {
    if (rings.get(office) !== at) return;
    rings.delete(office);
    for (const [partner, { link }] of office.store.peers) {
      const now = clock.now + office.skew;
      const due = wakeAt(link, now);
      if (!office.up || due === null) continue;
      if (due <= now) ring(office, partner, around, false);
      else wakeLater(world, office, due - office.skew);
    }
  });
}

function aroundOf(script: Script, world: () => World): Around {
  const { salt, weather } = script;
  let nonces = 1;
  return {
    now: () => world().clock.now,
    random: seededRandom(salt ^ 1),
    nonce: () => (nonces++).toString(16).padStart(32, '0'),
    put: (from, what) => {
      const { counts, stick, carriage } = world();
      if (!from.up) return;
      counts.packages += 1;
      if (stick) stick.push(what);
      else carriage.put(what);
    },
    wake: (office, at) => wakeLater(world(), office, at),
    counted: () => {
      world().counts.steps += 1;
    },
    died: (office, down) => {
      const { counts, queue, clock, around } = world();
      counts.crashes += 1;
      queue.add(clock.now + down, () => {
        if (!office.up) restart(office, around);
      });
    },
    watch: newWatch((id) => {
      const found = world().offices.find(({ office }) => office === id);
      if (!found) throw new Error('no such office');
      return found;
    }),
    later: weather.later,
    note: (line) => {
      const { lines, clock } = world();
      lines.push(`${sinceStart(clock.now)} ${line}`);
    },
  };
}

function buildWorld(script: Script, crypto: SimCrypto): World {
  const around = aroundOf(script, () => world);
  const [clock, queue] = [{ now: start }, eventQueue()];
  const offices = foundOffices(script, crypto);
  const carriage = newCarriage({
    ...{ salt: script.salt, weather: script.weather, queue, offices, now: around.now, note: around.note },
    arrive: (to, { from, id, text }) => {
      if (to.up) receive(to, from, id, text, around);
    },
  });
  const world: World = {
    ...{ around, offices, carriage, clock, queue, watch: around.watch },
    ...{ sticks: new Map(), stick: undefined, images: new Map(), contradicted: undefined },
    counts: { steps: 0, packages: 0, crashes: 0 },
    rings: new Map(),
    lines: [],
  };
  return world;
}

/** More packages than these are a storm. */
function isStorm(script: Script, packages: number): boolean {
  const { offices, happenings } = script;
  const rolledBack = happenings.some((one) => one.type === 'rollback');
  return packages > (rolledBack ? 2_000 : 200) * (offices - 1) + happenings.length * 40;
}

/** Runs a script: its happenings, then calm; all offices must come to agree within the virtual days that follow. */
export function runScript(script: Script, crypto: SimCrypto): RunOutcome {
  const world = buildWorld(script, crypto);
  const { counts, clock, watch, queue, offices, carriage } = world;
  const acts = script.happenings.filter(({ type }) => type !== 'import');
  const end = acts.at(-1)?.at ?? start;
  let open = script.happenings.length + 1;
  const plan = (at: number, what: () => void): void =>
    queue.add(at, () => {
      open -= 1;
      what();
    });
  for (const one of script.happenings) plan(one.at, () => happen(world, one));
  let calm = false;
  plan(end + 1, () => {
    calm = true;
    calmDown(world);
  });
  for (let next = queue.take(); next && counts.steps < mostSteps; next = queue.take()) {
    if (next.at > end + 30 * day) break;
    clock.now = next.at;
    next.run();
    if (watch.faults.length > 0) break;
    if (calm && open === 0 && carriage.flying() === 0 && agreed(offices)) break;
  }
  const storm = counts.steps >= mostSteps || isStorm(script, counts.packages);
  const rolledBack = script.happenings.some((one) => one.type === 'rollback');
  const faults = [
    ...watch.faults,
    ...(storm ? [`a storm of ${counts.packages} packages`] : []),
    ...finalFaults(offices, watch, { rolledBack, request: world.contradicted }),
  ];
  const entries = Math.max(...offices.map(({ store }) => store.entries.size));
  return { faults, ...counts, entries, lines: world.lines };
}

/** Runs the script of a seed. */
export function runSeed(seed: number, profile: Profile, crypto: SimCrypto): SeedResult {
  const { lines, ...outcome } = runScript(scriptOf(seed, profile), crypto);
  return { seed, ...outcome, trace: traceHash(lines) };
}
