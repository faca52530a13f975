import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { unlockByPassphrase } from '#electron/sealing/custody.ts';
import type { OpenOffice, Ports } from '#electron/services/context.ts';
import { createDispatch } from '#electron/services/dispatch.ts';
import { handlers } from '#electron/services/handlers.ts';
import { type Opened, openOffice } from '#electron/services/session/open-office.ts';
import { createSession, type Session } from '#electron/services/session/session.ts';
import { setUpOffice } from '#electron/services/session/set-up.ts';
import { type ExchangeLoop, startExchangeLoop } from '#electron/services/sync/exchange-loop.ts';
import { lockFolder } from '#electron/store/folder-lock.ts';
import type { OfficeId, UserId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/failure.ts';
import type { Place } from './exchange-acts.ts';
import { must } from './exchange-letters.ts';
import { benchPassphrase } from './many-dossiers.ts';

/** One whole office in this process, asked through the dispatch a screen uses. */
export type BenchOffice = {
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  readonly open: OpenOffice;
  readonly session: Session;
  readonly loop: ExchangeLoop;
  readonly ports: Ports;
  /** Lets the office's clock go on, in milliseconds. */
  readonly pass: (ms: number) => void;
  readonly close: () => Promise<void>;
};

async function opened(place: Place, lock: Parameters<typeof setUpOffice>[0], ports: Ports): Promise<Opened> {
  const at = ports.clock.now();
  const opening = { random: ports.random, moment: { at, today: shanghaiDate(at) } };
  if (existsSync(join(place.folder, 'xieban.db'))) {
    return must(openOffice(lock, must(await unlockByPassphrase(place.folder, benchPassphrase, at)), opening));
  }
  return must(
    await setUpOffice(lock, {
      ...{ office: place.office as OfficeId, name: `${place.office}（样例）`, region: place.region, side: 'both' },
      ...{ person: '沈样文', protection: { by: 'passphrase', passphrase: benchPassphrase }, ...opening },
    }),
  );
}

/** Opens an office and makes it where there is none. Its clock goes with the machine's, and on by `pass`. */
export async function benchOffice(place: Place): Promise<BenchOffice> {
  mkdirSync(place.folder, { recursive: true });
  let ahead = 0;
  const log = {
    info: () => undefined,
    warn: (event: string, facts?: unknown) => console.error(`  ${place.office}: ${event} ${JSON.stringify(facts)}`),
  };
  const ports: Ports = {
    ...{ clock: { now: () => Date.now() + ahead }, log },
    random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
  };
  const lock = must(lockFolder(place.folder));
  const { open, me } = await opened(place, lock, ports);
  const session = createSession({
    ...{ lock, desk: 'own', sample: false, secretStore: undefined, sampleDoor: undefined, version: '0.0.0' },
  });
  session.adopt(open, me);
  const loop = startExchangeLoop(session, ports, place.every);
  const dispatch = createDispatch(handlers, session, ports);
  return {
    ...{ open, session, loop, ports },
    ask: async (name, input) => {
      // Every reply of a call is of that call's output: the contract test holds the handlers to it.
      const reply = (await dispatch(name, input)) as Reply<CallOutput<typeof name>>;
      if (reply.ok) return reply.value;
      throw new Error(`${place.office}: ${name} refused: ${JSON.stringify(reply.failure)}`);
    },
    pass: (ms) => {
      ahead += ms;
    },
    close: async () => {
      await loop.stop();
      session.lock();
      lock.release();
    },
  };
}

/** The three people a letter passes through: who writes, who examines, who signs. */
export type People = { readonly clerk: UserId; readonly examiner: UserId; readonly head: UserId };

/** Hires those a letter needs; whoever is there already writes. */
export async function hire({ ask, session }: BenchOffice): Promise<People> {
  const add = async (name: string, role: 'arbitrator' | 'head'): Promise<UserId> =>
    (await ask('person.add', { name, roles: [role] })).id as UserId;
  return { clerk: session.me(), examiner: await add('陆样核', 'arbitrator'), head: await add('顾样签', 'head') };
}
