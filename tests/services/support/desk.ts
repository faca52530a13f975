import { onTestFinished } from 'vitest';
import type { SecretStore } from '#electron/sealing/secret-store.ts';
import type { OpenOffice } from '#electron/services/context.ts';
import { createDispatch } from '#electron/services/dispatch.ts';
import { handlers } from '#electron/services/handlers.ts';
import { createSession, type Session } from '#electron/services/session/session.ts';
import { setUpOffice } from '#electron/services/session/set-up.ts';
import { type ExchangeLoop, startExchangeLoop } from '#electron/services/sync/exchange-loop.ts';
import { lockFolder } from '#electron/store/folder-lock.ts';
import type { OfficeId, UserId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { type CallInput, type CallName, type CallOutput, contract } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';

/** Who works in a test office: one person for each part of a letter's way. */
export type Staff = {
  readonly clerk: UserId;
  readonly examiner: UserId;
  readonly head: UserId;
  readonly sealer: UserId;
};

/** One office with real keys and a real encrypted store, asked through the dispatch a screen uses. */
export type Desk = {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Reply<CallOutput<N>>>;
  /** The answer, held to the contract; a refusal fails the test. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** The failure; an answer fails the test. */
  readonly refusal: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Failure>;
  /** Somebody else sits down. */
  readonly as: (person: keyof Staff) => void;
  readonly staff: Staff;
  readonly open: OpenOffice;
  readonly session: Session;
  readonly loop: ExchangeLoop;
  readonly folder: string;
  readonly recoveryKey: string;
  /** Everything that was logged. */
  readonly logged: readonly string[];
};

/** A wall clock the desks of one test share. */
export type TestClock = { readonly now: () => number; readonly set: (moment: string) => void };

/** A clock standing at a moment of Asia/Shanghai, 'YYYY-MM-DDTHH:MM'. */
export function testClock(moment: string): TestClock {
  const ms = (text: string): number => Date.parse(`${text}:00+08:00`);
  let at = ms(moment);
  return {
    now: () => at,
    set: (text) => {
      at = ms(text);
    },
  };
}

/** Stands for the machine's keychain, so that a test does not wait for a passphrase to be stretched. */
const quickKeychain: SecretStore = {
  wrap: (key) => Promise.resolve(key.toReversed()),
  unwrap: (wrapped) => Promise.resolve(wrapped.toReversed()),
};

/** How an office is set up. */
export type DeskOptions = {
  readonly office: string;
  readonly name: string;
  readonly region: string;
  readonly side?: 'arbitration' | 'inspection' | 'both';
  readonly clock: TestClock;
  readonly suite?: SuiteId;
};

async function hire(ask: Desk['ask'], first: UserId): Promise<Staff> {
  const add = async (name: string, roles: CallInput<'person.add'>['roles']): Promise<UserId> => {
    const { id } = await ask('person.add', { name, roles, cardNo: `证${name}`, phone: '' });
    return id as UserId;
  };
  const examiner = await add('陆某某', ['arbitrator', 'inspector']);
  const head = await add('顾某某', ['head']);
  const sealer = await add('印某某', ['seal']);
  // Whoever sets an office up may do everything at first.
  await ask('person.amend', {
    id: first,
    active: true,
    name: '沈某某',
    roles: ['clerk'],
    cardNo: '证沈某某',
    phone: '',
  });
  return { clerk: first, examiner, head, sealer };
}

/** Sets up an office with four people and opens it. Everything is removed when the running test ends. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { office, name, region, side = 'both', clock, suite = 's1' } = options;
  const folder = tempFolder();
  const lock = unwrap(lockFolder(folder));
  const logged: string[] = [];
  const note = (event: string, facts?: unknown): void => void logged.push(`${event} ${JSON.stringify(facts)}`);
  const ports = { clock, random: trueRandom, log: { info: note, warn: note } };
  const at = clock.now();
  const opened = unwrap(
    await setUpOffice(lock, {
      ...{ office: office as OfficeId, name, region, side, person: '沈某某', suite },
      protection: { by: 'keychain', secretStore: quickKeychain },
      ...{ random: trueRandom, moment: { at, today: shanghaiDate(at) } },
    }),
  );
  const session = createSession({
    ...{ lock, desk: 'own', sample: false, secretStore: undefined, sampleDoor: undefined, version: '0.0.0' },
  });
  session.adopt(opened.open, opened.me);
  const loop = startExchangeLoop(session, ports, 0);
  onTestFinished(async () => {
    await loop.stop();
    session.lock();
    lock.release();
  });
  const dispatch = createDispatch(handlers, session, ports);
  // Every reply of a call is of that call's output: the contract test holds the handlers to it.
  const call: Desk['call'] = async (name_, input) => (await dispatch(name_, input)) as never;
  const ask: Desk['ask'] = async (name_, input) => {
    const reply = await call(name_, input);
    if (reply.ok) {
      // Strict schemas: an answer with a key too many or too few fails the test that got it.
      contract[name_].output.parse(reply.value);
      return reply.value;
    }
    throw new Error(`${name_} refused: ${JSON.stringify(reply.failure)} ${logged.at(-1) ?? ''}`);
  };
  const staff = await hire(ask, opened.me);
  return {
    ...{ call, ask, staff, session, loop, folder, logged, open: opened.open, recoveryKey: opened.recoveryKey },
    refusal: async (name_, input) => {
      const reply = await call(name_, input);
      if (!reply.ok) return reply.failure;
      throw new Error(`${name_} was not refused`);
    },
    as: (person) => session.sitDown(staff[person]),
  };
}
