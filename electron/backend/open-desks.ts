import { type BackendOptions, openBackend } from '#electron/services/backend.ts';
import { type Desk, desks } from '#shared/contract/desk.ts';
import { type Change, topics } from '#shared/contract/topics.ts';
import type { Desks, Opened } from './desks.ts';
import { fillSample } from './fill-sample.ts';
import { machinePorts } from './machine-ports.ts';
import { createSampleClock } from './sample/sample-clock.ts';
import { createSampleDoor, type OpenDesk, type SampleStart } from './sample-door.ts';
import type { AskSecret, OpenDesks } from './serve-bridge.ts';
import { productVersion } from './version.ts';

/** What the desks of this machine are opened with. */
export type DesksOptions = {
  /** The data folder; made for this user only when it does not exist. */
  readonly folder: string;
  /** Go into the sample at once. */
  readonly sample: boolean;
  /** Language the sample's offices are set to; undefined leaves them as they are. */
  readonly language: 'zh-CN' | 'en' | undefined;
  /** The operating system's keychain, where there is one that protects. */
  readonly secret: AskSecret | undefined;
};

/** Milliseconds between exchange rounds with the partners' folders. */
const exchangeEvery = 5_000;

/**
 * Opens the own desk of this machine, and the sample's two when asked. While the sample is shown it takes the own
 * desk's place; the machine's own data stays open behind it.
 */
export async function openDesks(options: DesksOptions): Promise<Opened<Desks>> {
  const announcer = createAnnouncer();
  const ports = machinePorts(options.folder);
  const clock = createSampleClock(ports.clock.now);
  const open: OpenDesk = async (place) => {
    const kept = place.sample ? { ...ports, clock } : ports;
    const opened = await openBackend({ ...place, ports: kept, version: productVersion, exchangeEvery });
    if (opened.ok) opened.value.onChanged((change) => announcer.announce(place.desk, change));
    return opened;
  };
  const { folder, language } = options;
  const start: SampleStart = { folder, language, fill: (pair, exchange) => fillSample(pair, exchange, clock) };
  const sample = createSampleDoor(start, open, announcer.announceAll);
  const own = await open({
    folder,
    desk: 'own',
    sample: false,
    sampleDoor: sample.door,
    secretStore: options.secret && keychainOf(options.secret),
  });
  if (!own.ok) return own;
  const close = async (): Promise<void> => {
    await sample.close();
    await own.value.close();
  };
  const entered = options.sample && !own.value.unfit ? await sample.door.enter() : undefined;
  if (entered?.ok === false) {
    await close();
    return { ok: false, error: entered.error.code };
  }
  const find = (desk: Desk) => sample.shown()?.[desk] ?? (desk === 'own' ? own.value : undefined);
  return { ok: true, value: { find, onChanged: announcer.onChanged, close } };
}

function keychainOf(secret: AskSecret): NonNullable<BackendOptions['secretStore']> {
  return { wrap: (key) => secret('wrap', key), unwrap: (wrapped) => secret('unwrap', wrapped) };
}

/** Brings the changes of every desk to whoever listens. */
function createAnnouncer() {
  const listeners = new Set<(desk: Desk, change: Change) => void>();
  const announce = (desk: Desk, change: Change): void => {
    for (const listener of listeners) listener(desk, change);
  };
  return {
    announce,
    /** Another office is shown: nothing on any screen holds any more. */
    announceAll: (): void => {
      for (const desk of desks) announce(desk, { topics, revision: 0 });
    },
    onChanged: (listener: (desk: Desk, change: Change) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Opens the desks as the shell orders it. */
export const openForShell: OpenDesks = (order, secret) =>
  openDesks({ ...order, secret: order.keychain ? secret : undefined });
