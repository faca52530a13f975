import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackendOptions } from '#electron/services/backend.ts';
import type { Desk } from '#shared/contract/desk.ts';
import type { DeskBackend, Opened } from './desks.ts';
import { type SampleDesks, speak } from './fill-sample.ts';
import type { Step } from './sample/acting.ts';

type SampleDoor = NonNullable<BackendOptions['sampleDoor']>;

/** Opens one desk at its place. */
export type OpenDesk = (
  place: Pick<BackendOptions, 'folder' | 'desk' | 'sample' | 'secretStore' | 'sampleDoor'>,
) => Promise<Opened<DeskBackend>>;

/** Where the sample lies, what it holds, and how it is shown. */
export type SampleStart = {
  /** The data folder the sample lies in. */
  readonly folder: string;
  /** Undefined leaves the language as it is. */
  readonly language: 'zh-CN' | 'en' | undefined;
  /** Fills two empty desks; `exchange` is the folder between them. */
  readonly fill: (pair: SampleDesks, exchange: string) => Promise<Step>;
};

/** The way into the sample and out of it. */
export type SamplePassage = {
  readonly door: SampleDoor;
  /** The sample's desks while it is shown. */
  readonly shown: () => SampleDesks | undefined;
  readonly close: () => Promise<void>;
};

/**
 * The sample holds made-up data only and must open without being asked for anything, so its key lies beside it. The
 * files are encrypted like real ones; they are just not locked.
 */
const openKeychain: NonNullable<BackendOptions['secretStore']> = {
  wrap: async (key) => key,
  unwrap: async (wrapped) => wrapped,
};

const finished = 'finished';
const done: Step = { ok: true, value: undefined };

/**
 * Makes the passage. The sample lies in a folder of its own inside the data folder and is kept as it was left; one
 * that was never finished is put aside and made anew. `changed` is called after every step in or out.
 */
export function createSampleDoor(start: SampleStart, open: OpenDesk, changed: () => void): SamplePassage {
  const root = join(start.folder, 'sample');
  let desks: SampleDesks | undefined;
  let entering: Promise<Step> | undefined;
  let closing: Promise<unknown> = Promise.resolve();

  const enterOnce = async (): Promise<Step> => {
    await closing;
    const fresh = prepareFolder(root);
    if (fresh === 'refused') return storageFailure('folder-read-only');
    const pair = await openPair(open, root, door);
    if (!pair.ok) return pair;
    const filled = fresh ? await start.fill(pair.value, join(root, 'exchange')) : done;
    const spoken = filled.ok ? await speak(pair.value, start.language) : filled;
    if (!spoken.ok) {
      await closeBoth(pair.value);
      return spoken;
    }
    if (fresh) writeFileSync(join(root, finished), '');
    desks = pair.value;
    changed();
    return done;
  };

  const door: SampleDoor = {
    enter: () => {
      if (desks !== undefined) return Promise.resolve(done);
      entering ??= enterOnce().finally(() => {
        entering = undefined;
      });
      return entering;
    },
    leave: async () => {
      const left = desks;
      desks = undefined;
      // The call that leaves is itself running on a desk that waits for its running calls before it closes.
      if (left !== undefined) closing = closeBoth(left);
      changed();
      return done;
    },
  };
  return {
    door,
    shown: () => desks,
    close: async () => {
      await entering;
      await door.leave();
      await closing;
    },
  };
}

/** Whether the sample must be made: true when there is no finished one; an unfinished one is put aside. */
function prepareFolder(root: string): boolean | 'refused' {
  if (existsSync(join(root, finished))) return false;
  try {
    if (existsSync(root)) renameSync(root, `${root}-unfinished-${Date.now()}`);
    mkdirSync(join(root, 'exchange'), { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return 'refused';
  }
}

async function openPair(open: OpenDesk, root: string, sampleDoor: SampleDoor): Promise<Step<SampleDesks>> {
  const openDesk = (desk: Desk) =>
    open({ folder: join(root, desk), desk, sample: true, secretStore: openKeychain, sampleDoor });
  const own = await openDesk('own');
  if (!own.ok) return storageFailure(own.error);
  const partner = await openDesk('partner');
  if (partner.ok) return { ok: true, value: { own: own.value, partner: partner.value } };
  await own.value.close();
  return storageFailure(partner.error);
}

async function closeBoth(pair: SampleDesks): Promise<void> {
  await Promise.all([pair.own.close(), pair.partner.close()]);
}

function storageFailure(code: string): Step<never> {
  return { ok: false, error: { kind: 'storage', code: `storage.${code}` } };
}
