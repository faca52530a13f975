import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficeId } from '#shared/base/ids.ts';
import { seededRandom as seededBytes } from '#tests/support/randomness.ts';
import { start } from '../script.ts';
import { seededRandom } from '../seeded-random.ts';
import { sinceStart } from '../trace.ts';
import { type MemoryPost, memoryPost } from './memory-post.ts';
import { officeFaults } from './office-agreement.ts';
import { comeToRest } from './office-calm.ts';
import { happenAt, type OfficeStage, stickOf } from './office-happen.ts';
import { type OfficeProfile, officeScriptOf } from './office-script.ts';
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
  readonly run: (seed: number, profile: OfficeProfile) => Promise<OfficeOutcome>;
  /** Removes everything from the disk. */
  readonly end: () => void;
};

const names = ['qingpu-arb', 'wujiang-arb', 'jiashan-arb'] as const;
const regions = ['310118', '320509', '330421'] as const;

type Place = { readonly root: string; readonly clock: { now: number }; readonly post: MemoryPost | undefined };

const serverless = (): never => {
  throw new Error('no server is set');
};

/** What an office runs on; `salt` decides its random bytes. */
function groundOf({ root, clock, post }: Place, name: string, salt: string, onWarning: (event: string) => void) {
  const id = name as OfficeId;
  const folder = () => {
    if (!post) throw new Error('nothing is exchanged yet');
    return post.transportOf(id);
  };
  const random = seededBytes(`${salt} ${name}`);
  const carriers = { folder, server: serverless };
  return { id, folder: join(root, name), now: () => clock.now, random, carriers, onWarning };
}

/** Makes three offices that are partners, each with its folder between them. */
async function foundAll(place: Place): Promise<void> {
  const warn = (event: string): never => {
    throw new Error(event);
  };
  const desks: SimDesk[] = [];
  for (const [at, name] of names.entries()) {
    mkdirSync(join(place.root, name));
    await foundOffice(groundOf(place, name, 'founding', warn), regions[at] ?? '');
    desks.push(await openSimDesk(groundOf(place, name, 'meeting', warn)));
  }
  for (const desk of desks) {
    for (const other of desks.filter((one) => one !== desk)) {
      const { bytes } = await other.ask('partner.ownCard', {});
      await desk.ask('partner.add', { bytes, confirmed: true });
      await desk.ask('partner.setFolder', { office: other.id, folder: '/post' });
    }
  }
  for (const desk of desks) await desk.close();
}

function newStage(root: string, seed: number, profile: OfficeProfile, lines: string[], faults: string[]) {
  const script = officeScriptOf(seed, profile);
  const clock = { now: start + 864_000_000 };
  const random = seededRandom(script.salt);
  const post = memoryPost({ random, now: () => clock.now, weather: script.weather });
  const warn = (event: string): void => {
    if (!faults.includes(`warned of ${event}`)) faults.push(`warned of ${event}`);
  };
  let starts = 0;
  const stage: OfficeStage = {
    ...{ root, clock, post, desks: [], letters: [] },
    note: (line) => void lines.push(`${sinceStart(clock.now)} ${line}`),
    restart: async (at, between) => {
      const name = names[at] ?? '';
      await stage.desks[at]?.close();
      between?.(join(root, name));
      starts += 1;
      stage.desks[at] = await openSimDesk(groundOf({ root, clock, post }, name, `${seed} ${starts}`, warn));
    },
  };
  return { stage, script };
}

async function runIn(root: string, seed: number, profile: OfficeProfile): Promise<OfficeOutcome> {
  const [lines, faults] = [new Array<string>(), new Array<string>()];
  const { stage, script } = newStage(root, seed, profile, lines, faults);
  try {
    for (let at = 0; at < script.offices; at += 1) await stage.restart(at);
    for (const event of script.events) {
      stage.clock.now += 1_000;
      stage.note(`${names[event.office]} ${event.type}: ${await happenAt(stage, event)}`);
    }
    await comeToRest(stage);
    const rolledBack = script.events.some(({ type }) => type === 'rollback');
    faults.push(...(await officeFaults(stage.desks, stage.letters, rolledBack)));
  } catch (error) {
    faults.push(`thrown: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const desk of stage.desks) await desk.close();
  return { seed, faults, lines };
}

/** Makes the offices, in memory where the machine has a disk there. */
export async function officeGround(): Promise<OfficeGround> {
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'xieban-sim-'));
  const template = join(root, 'template');
  mkdirSync(template);
  try {
    await foundAll({ root: template, clock: { now: start }, post: undefined });
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
  return {
    run: async (seed, profile) => {
      const folder = join(root, `seed-${seed}`);
      cpSync(template, folder, { recursive: true });
      for (const stick of [0, 1]) mkdirSync(stickOf(folder, stick));
      const outcome = await runIn(folder, seed, profile);
      rmSync(folder, { recursive: true, force: true });
      return outcome;
    },
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}
