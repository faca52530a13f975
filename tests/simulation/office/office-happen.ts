import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MemoryPost } from './memory-post.ts';
import { actOnSome, type Request, sendLetter } from './office-acts.ts';
import type { OfficeEvent } from './office-script.ts';
import type { SimDesk } from './sim-desk.ts';

/** A letter that was sent, the two offices it is between, and its enclosure. */
export type Letter = {
  readonly request: Request;
  readonly between: readonly SimDesk['id'][];
  readonly file: string | undefined;
};

/** Whole offices while a script runs. */
export type OfficeStage = {
  readonly root: string;
  readonly clock: { now: number };
  readonly post: MemoryPost;
  readonly desks: SimDesk[];
  readonly letters: Letter[];
  readonly note: (line: string) => void;
  /** Starts an office's program, or starts it again; `between`: what is done to its folder meanwhile. */
  readonly restart: (office: number, between?: (folder: string) => void) => Promise<void>;
};

/** Where a stick is. */
export const stickOf = (root: string, stick: number): string => join(root, `stick-${stick}`);

const imageOf = (folder: string): string => `${folder}-image`;

function putBack(folder: string): void {
  if (!existsSync(imageOf(folder))) return;
  rmSync(folder, { recursive: true, force: true });
  cpSync(imageOf(folder), folder, { recursive: true });
}

async function write({ desks, letters }: OfficeStage, from: SimDesk, event: OfficeEvent): Promise<string> {
  const to = event.type === 'letter' ? desks[event.to] : undefined;
  if (event.type !== 'letter' || !to || letters.length >= 6) return 'enough letters';
  const sent = await sendLetter(from, to, event.file, event.salt);
  letters.push({ ...sent, between: [from.id, to.id] });
  return `to ${to.id}${event.file > 0 ? ` with a file of ${event.file} bytes` : ''}`;
}

/** Lets one thing happen; answers what came of it. */
export async function happenAt(stage: OfficeStage, event: OfficeEvent): Promise<string> {
  const { root, clock, post, desks, restart } = stage;
  const desk = desks[event.office];
  if (!desk) throw new Error('no such office');
  switch (event.type) {
    case 'letter':
      return write(stage, desk, event);
    case 'act':
      return actOnSome(desk, event.salt);
    case 'round':
      await desk.round(event.force);
      return event.force ? 'with everything' : 'what is due';
    case 'export':
    case 'import':
      return desk.attempt(`courier.${event.type}`, { folder: stickOf(root, event.stick) });
    case 'restart':
      await restart(event.office);
      return 'runs again';
    case 'image':
      await restart(event.office, (folder) => cpSync(folder, imageOf(folder), { recursive: true }));
      return 'its disk was copied';
    case 'rollback':
      await restart(event.office, putBack);
      return 'runs on the earlier copy of its disk';
    case 'away':
      post.away(desk.id, clock.now + event.ms);
      return `for ${event.ms / 1000} s`;
    case 'wait':
      clock.now += event.ms;
      return `${event.ms / 1000} s`;
    default:
      return event satisfies never;
  }
}
