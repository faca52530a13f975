import type { SecretStore } from '#electron/sealing/secret-store.ts';
import { createDispatch } from '#electron/services/dispatch.ts';
import { handlers } from '#electron/services/handlers.ts';
import { createSession } from '#electron/services/session/session.ts';
import { setUpOffice } from '#electron/services/session/set-up.ts';
import { unlockAtStart } from '#electron/services/session/unlock.ts';
import { startExchangeLoop } from '#electron/services/sync/exchange-loop.ts';
import type { Carriers } from '#electron/services/sync/ways.ts';
import { type FolderLock, lockFolder } from '#electron/store/folder-lock.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import type { Random } from '#shared/base/ports.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { userIdField } from '#shared/contract/fields.ts';

/** Who sits at a desk. */
export type Who = 'clerk' | 'examiner' | 'head';

/** A whole office over real data in a folder, with carriers of the simulator's own. */
export type SimDesk = {
  readonly id: OfficeId;
  /** The answer; a refusal is a fault of the run. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** 'done', or the code of the refusal; a failure of the program is a fault of the run. */
  readonly attempt: <N extends CallName>(name: N, input: CallInput<N>) => Promise<string>;
  readonly sit: (who: Who) => Promise<void>;
  readonly round: (force: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What an office runs on. */
export type DeskGround = {
  readonly id: OfficeId;
  readonly folder: string;
  readonly now: () => number;
  readonly random: Random;
  readonly carriers: Carriers;
  /** Told of whatever the program warns of. */
  readonly onWarning: (event: string) => void;
};

const staff: Readonly<Record<Who, string>> = { clerk: '沈某某', examiner: '陆某某', head: '顾某某' };

/** Stands for the machine's keychain, so that nothing waits for a passphrase to be stretched. */
const quickKeychain: SecretStore = {
  wrap: (key) => Promise.resolve(key.toReversed()),
  unwrap: (wrapped) => Promise.resolve(wrapped.toReversed()),
};

function locked(folder: string): FolderLock {
  const lock = lockFolder(folder);
  if (!lock.ok) throw new Error(`${folder} is in use`);
  return lock.value;
}

/** Makes an office's data in an empty folder, with the three people a letter needs, and closes it. */
export async function foundOffice(ground: DeskGround, region: string): Promise<void> {
  const { id, folder, now, random } = ground;
  const lock = locked(folder);
  const made = await setUpOffice(lock, {
    ...{ office: id, name: `${id}（模拟）`, region, side: 'both', person: staff.clerk, random },
    protection: { by: 'keychain', secretStore: quickKeychain },
    moment: { at: now(), today: shanghaiDate(now()) },
  });
  if (!made.ok) throw new Error(`${id} could not be set up`);
  made.value.open.store.close();
  lock.release();
  const desk = await openSimDesk(ground);
  await desk.ask('person.add', { name: staff.examiner, roles: ['arbitrator'] });
  await desk.ask('person.add', { name: staff.head, roles: ['head'] });
  await desk.close();
}

/** Starts the program of an office on its data. */
export async function openSimDesk(ground: DeskGround): Promise<SimDesk> {
  const { id, folder, now, random, carriers, onWarning } = ground;
  const lock = locked(folder);
  const ports = { clock: { now }, random, log: { info: () => undefined, warn: onWarning } };
  const session = createSession({
    ...{ lock, desk: 'own', sample: false, secretStore: quickKeychain, sampleDoor: undefined, version: '0.0.0' },
  });
  await unlockAtStart({ session, random, moment: { at: now(), today: shanghaiDate(now()) } });
  if (!session.open()) throw new Error(`${id} could not be opened`);
  const loop = startExchangeLoop(session, ports, 0, carriers);
  const dispatch = createDispatch(handlers, session, ports);
  // Every reply of a call is of that call's output: the contract test holds the handlers to it.
  const call = async <N extends CallName>(name: N, input: CallInput<N>) =>
    (await dispatch(name, input)) as Reply<CallOutput<N>>;
  const ask: SimDesk['ask'] = async (name, input) => {
    const reply = await call(name, input);
    if (reply.ok) return reply.value;
    throw new Error(`${id}: ${name} refused: ${JSON.stringify(reply.failure)}`);
  };
  const { people } = await ask('office.get', {});
  return {
    ...{ id, ask },
    attempt: async (name, input) => {
      const reply = await call(name, input);
      if (reply.ok) return 'done';
      if (reply.failure.kind === 'internal') throw new Error(`${id}: ${name} failed`);
      return reply.failure.code;
    },
    sit: async (who) => {
      const person = people.find(({ name }) => name === staff[who]);
      if (person) await ask('person.actAs', { id: userIdField.parse(person.id) });
    },
    round: loop.round,
    close: async () => {
      await loop.stop();
      session.lock();
      lock.release();
    },
  };
}
