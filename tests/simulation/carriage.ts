import type { EventQueue } from './event-queue.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import type { Package, SimOffice } from './sim-office.ts';
import { runOf } from './sim-office.ts';
import type { Weather } from './weather.ts';

const day = 86_400_000;

/** Packages on their way, and sticks. */
export type Carriage = {
  /** Hands a package over; what becomes of it the weather decides. */
  readonly put: (what: Package) => void;
  /** Until that time nothing goes from one office to the other. */
  readonly cut: (from: string, to: string, until: number) => void;
  /** From now on every package arrives once, whole and soon. */
  readonly calm: () => void;
  readonly flying: () => number;
};

/** What a carriage needs of its world. */
export type CarriageWorld = {
  readonly salt: number;
  readonly weather: Weather;
  readonly queue: EventQueue;
  readonly now: () => number;
  readonly offices: readonly SimOffice[];
  readonly arrive: (to: SimOffice, what: Package) => void;
  readonly note: (line: string) => void;
};

function damaged(text: string, random: SeededRandom): string {
  const at = random.below(text.length);
  const forged = text[at] === '7' ? '3' : '7';
  return random.chance(0.2) ? text.slice(0, at) : text.slice(0, at) + forged + text.slice(at + 1);
}

/** What a package is called in a trace. */
export function named({ id, from, to, text }: Package): string {
  const manifest = /"first":(\d+),"last":(\d+)/.exec(text);
  const what = manifest ? `bundle ${runOf({ first: Number(manifest[1]), last: Number(manifest[2]) })}` : 'receipt';
  return `${what} (${id.slice(0, 6)}) ${from} > ${to}`;
}

/** Makes the ways between offices. Each package has a fate of its own, whatever became of the others. */
export function newCarriage(world: CarriageWorld): Carriage {
  const { weather, queue, now, note, offices } = world;
  const counts = new Map<string, number>();
  const cuts = new Map<string, number>();
  let flying = 0;
  let calm = false;
  const fateOf = ({ from, to }: Package): SeededRandom => {
    const way = `${from} ${to}`;
    const nth = (counts.get(way) ?? 0) + 1;
    counts.set(way, nth);
    const places = offices.map(({ office }) => office);
    return seededRandom(world.salt ^ Math.imul(nth * 64 + places.indexOf(from) * 8 + places.indexOf(to), 0x9e3779b1));
  };
  const fly = (what: Package, to: SimOffice | undefined, pause: number): void => {
    if (!to) return;
    flying += 1;
    queue.add(now() + pause, () => {
      flying -= 1;
      world.arrive(to, what);
    });
  };
  const at = (office: string): SimOffice | undefined => offices.find((one) => one.office === office);
  return {
    put: (what) => {
      const random = fateOf(what);
      const pause = (): number => 1 + random.below(weather.slowest);
      if (calm) return fly(what, at(what.to), pause());
      if ((cuts.get(`${what.from} ${what.to}`) ?? 0) > now()) return note(`${named(what)}: the way is cut`);
      const copies = (random.chance(weather.drop) ? 0 : 1) + (random.chance(weather.duplicate) ? 1 : 0);
      if (copies !== 1) note(`${named(what)}: ${copies === 0 ? 'lost' : 'doubled'}`);
      for (let i = 0; i < copies; i += 1) {
        const spoilt = random.chance(weather.tamper);
        if (spoilt) note(`${named(what)}: damaged on its way`);
        const sent = spoilt ? { ...what, id: `${what.id} spoilt`, text: damaged(what.text, random) } : what;
        const late = random.chance(weather.forgotten) ? random.below(6) * day : 0;
        fly(sent, at(what.to), pause() + late);
      }
      if (random.chance(weather.astray)) {
        const wrong = offices[random.below(offices.length)];
        if (wrong?.office !== what.from && wrong?.office !== what.to) fly(what, wrong, pause());
      }
      return undefined;
    },
    cut: (from, to, until) => {
      cuts.set(`${from} ${to}`, Math.max(cuts.get(`${from} ${to}`) ?? 0, until));
    },
    calm: () => {
      calm = true;
    },
    flying: () => flying,
  };
}
