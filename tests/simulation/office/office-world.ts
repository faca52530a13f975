import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '#electron/exchange/transport.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { seededRandom as seededBytes } from '#tests/support/randomness.ts';
import { start } from '../script.ts';
import { seededRandom } from '../seeded-random.ts';
import { sinceStart } from '../trace.ts';
import { type MemoryPost, memoryPost } from './memory-post.ts';
import { actOnSome, type Request, sendLetter } from './office-acts.ts';
import { officeFaults } from './office-agreement.ts';
import { type OfficeEvent, type OfficeScript, officeScriptOf } from './office-script.ts';
import { foundOffice, openSimDesk, type SimDesk } from './sim-desk.ts';

/** What one run among whole offices gave. */
export type OfficeOutcome = {
  readonly seed: number;
  readonly faults: readonly string[];
  /** Everything that happened, in order, in plain words. */
  readonly lines: readonly string[];
};

/** Offices among which seeds are run: made once, copied for every seed. */
export type OfficeGround = {
  readonly run: (seed: number) => Promise<OfficeOutcome>;
  /** Removes everything from the disk. */
  readonly end: () => void;
};

const names = ['qingpu-arb', 'wujiang-arb', 'jiashan-arb'] as const;
const regions = ['310118', '320509', '330421'] as const;

type Place = { readonly root: string; readonly clock: { now: number }; post: MemoryPost | undefined };

const serverless = (): never => {
  throw new Error('no server is set');
};

/** What lies between the offices; while none is made nothing leaves. */
function transport({ post }: Place, office: OfficeId): Transport {
  if (!post) throw new Error('nothing is exchanged yet');
  return post.transportOf(office);
}

function openAt(place: Place, name: string, salt: string, onWarning: (event: string) => void): Promise<SimDesk> {
  const id = name as OfficeId;
  const carriers = { folder: () => transport(place, id), server: serverless };
  const ground = { folder: join(place.root, name), now: () => place.clock.now, random: seededBytes(`${salt} ${name}`) };
  return openSimDesk({ ...ground, id, carriers, onWarning });
}

/** Makes three offices that are partners, each with its folder between them. */
async function foundAll(place: Place): Promise<void> {
  const warn = (event: string): never => {
    throw new Error(event);
  };
  for (const [at, name] of names.entries()) {
    const [id, folder] = [name as OfficeId, join(place.root, name)];
    mkdirSync(folder);
    const carriers = { folder: () => transport(place, id), server: serverless };
    const random = seededBytes(`founding ${name}`);
    await foundOffice({ id, folder, now: () => place.clock.now, random, carriers, onWarning: warn }, regions[at] ?? '');
  }
  const desks = await Promise.all(names.map((name) => openAt(place, name, 'meeting', warn)));
  for (const desk of desks) {
    for (const other of desks.filter((one) => one !== desk)) {
      const { bytes } = await other.ask('partner.ownCard', {});
      await desk.ask('partner.add', { bytes, confirmed: true });
      await desk.ask('partner.setFolder', { office: other.id, folder: '/post' });
    }
  }
  for (const desk of desks) await desk.close();
}

type World = {
  readonly place: Place;
  readonly script: OfficeScript;
  readonly desks: SimDesk[];
  readonly requests: Request[];
  readonly files: { readonly manifest: string; readonly between: readonly SimDesk['id'][] }[];
  readonly note: (line: string) => void;
  readonly reopen: (office: number) => Promise<void>;
};

const stickOf = (place: Place, stick: number): string => join(place.root, `stick-${stick}`);

/** Lets one thing happen; answers what came of it. */
async function happen(world: World, event: OfficeEvent): Promise<string> {
  const { place, desks, requests, files } = world;
  const desk = desks[event.office];
  const to = event.type === 'letter' ? desks[event.to] : undefined;
  if (!desk) throw new Error('no such office');
  switch (event.type) {
    case 'letter': {
      if (!to || requests.length >= 6) return 'enough letters';
      const { request, file } = await sendLetter(desk, to, event.file, event.salt);
      requests.push(request);
      if (file !== undefined) files.push({ manifest: file, between: [desk.id, to.id] });
      return `sent to ${to.id}`;
    }
    case 'act':
      return actOnSome(desk, event.salt);
    case 'round':
      await desk.round(event.force);
      return event.force ? 'with everything' : 'what is due';
    case 'export':
      return desk.attempt('courier.export', { folder: stickOf(place, event.stick) });
    case 'import':
      return desk.attempt('courier.import', { folder: stickOf(place, event.stick) });
    case 'restart':
      await desk.close();
      await world.reopen(event.office);
      return 'again';
    case 'away':
      place.post?.away(desk.id, place.clock.now + event.ms);
      return `for ${event.ms / 1000} s`;
    case 'wait':
      place.clock.now += event.ms;
      return `${event.ms / 1000} s`;
    default:
      return event satisfies never;
  }
}

/** Rounds after which everything has to be everywhere; nobody asks for anything, only timers ring. */
const mostRounds = 60;
const pauseMs = 1_200_000;

async function heal({ desks, place }: World): Promise<number> {
  place.post?.calm();
  for (let round = 1; round <= mostRounds; round += 1) {
    for (const desk of desks) await desk.round(false);
    place.clock.now += pauseMs;
    const states = await Promise.all(desks.map((desk) => desk.ask('sync.status', {})));
    const waits = states.some(
      ({ local, sent, partners }) => local + sent > 0 || partners.some(({ filesMissing }) => filesMissing > 0),
    );
    if (!waits && round > 3) return round;
  }
  return mostRounds;
}

async function runIn(place: Place, seed: number): Promise<OfficeOutcome> {
  const script = officeScriptOf(seed);
  const [lines, faults] = [new Array<string>(), new Array<string>()];
  const note = (line: string): void => void lines.push(`${sinceStart(place.clock.now)} ${line}`);
  const warn = (event: string): void => void faults.push(`warned of ${event}`);
  const random = seededRandom(script.salt);
  place.post = memoryPost({ random, now: () => place.clock.now, weather: script.weather });
  let opened = 0;
  const reopen = async (at: number): Promise<void> => {
    desks[at] = await openAt(place, names[at] ?? '', `${seed} ${(opened += 1)}`, warn);
  };
  const desks: SimDesk[] = [];
  const world: World = { place, script, desks, requests: [], files: [], note, reopen };
  try {
    for (let at = 0; at < script.offices; at += 1) await reopen(at);
    for (const event of script.events) {
      place.clock.now += 1_000;
      note(`${names[event.office]} ${event.type}: ${await happen(world, event)}`);
    }
    note(`at rest after ${await heal(world)} rounds of timers alone`);
    faults.push(...(await officeFaults(desks, world.requests, world.files)));
  } catch (error) {
    faults.push(`thrown: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const desk of desks) await desk.close();
  return { seed, faults, lines };
}

/** Makes the offices, in memory where the machine has a disk there. */
export async function officeGround(): Promise<OfficeGround> {
  const root = mkdtempSync(join(process.platform === 'linux' ? '/dev/shm' : tmpdir(), 'xieban-sim-'));
  const template = join(root, 'template');
  mkdirSync(template);
  await foundAll({ root: template, clock: { now: start }, post: undefined });
  return {
    run: async (seed) => {
      const folder = join(root, `seed-${seed}`);
      cpSync(template, folder, { recursive: true });
      for (const stick of [0, 1]) mkdirSync(stickOf({ root: folder, clock: { now: 0 }, post: undefined }, stick));
      const outcome = await runIn({ root: folder, clock: { now: start + 864_000_000 }, post: undefined }, seed);
      rmSync(folder, { recursive: true, force: true });
      return outcome;
    },
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}
