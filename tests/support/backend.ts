import { onTestFinished } from 'vitest';
import type { SecretStore } from '#electron/sealing/secret-store.ts';
import { type Backend, openBackend } from '#electron/services/backend.ts';
import type { LogFacts } from '#shared/base/ports.ts';
import { type CallInput, type CallName, type CallOutput, contract } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import { officeIdField } from '#shared/contract/fields.ts';
import { trueRandom } from './randomness.ts';
import { tempFolder } from './temp-folder.ts';
import { unwrap } from './unwrap.ts';

/** A whole backend over a folder, asked as a window asks it. */
export type TestBackend = {
  readonly folder: string;
  /** Any name, any input. */
  readonly invoke: Backend['invoke'];
  /** The answer, held to the contract; a refusal fails the test. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** The failure; an answer fails the test. */
  readonly refusal: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Failure>;
  /** Sets the wall clock to a moment of Asia/Shanghai, 'YYYY-MM-DDTHH:MM'. */
  readonly setNow: (moment: string) => void;
  /** Lets the wall clock go on. */
  readonly pass: (seconds: number) => void;
  readonly logged: readonly { readonly event: string; readonly facts: LogFacts | undefined }[];
  readonly close: () => Promise<void>;
};

/** What a test may choose. `keychain`: the data opens by itself, as where the system keeps the key. */
export type TestBackendOptions = {
  readonly folder?: string;
  readonly now?: string;
  readonly keychain?: boolean;
};

/** Stands for the machine's keychain, so that a test does not wait for a passphrase to be stretched. */
const quickKeychain: SecretStore = {
  wrap: (key) => Promise.resolve(key.toReversed()),
  unwrap: (wrapped) => Promise.resolve(wrapped.toReversed()),
};

const msOf = (moment: string): number => Date.parse(`${moment}:00+08:00`);

/** Opens a backend; it is closed when the running test ends. */
export async function testBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
  const { folder = tempFolder(), now = '2026-03-17T09:30', keychain = false } = options;
  let at = msOf(now);
  const logged: { event: string; facts: LogFacts | undefined }[] = [];
  const note = (event: string, facts?: LogFacts): void => void logged.push({ event, facts });
  const backend = unwrap(
    await openBackend({
      folder,
      ports: { clock: { now: () => at }, random: trueRandom, log: { info: note, warn: note } },
      ...{ desk: 'own', sample: false, sampleDoor: undefined, version: '0.0.0', exchangeEvery: 0 },
      secretStore: keychain ? quickKeychain : undefined,
    }),
  );
  onTestFinished(backend.close);
  const { invoke, close } = backend;
  return {
    ...{ folder, invoke, close, logged },
    ask: async (name, input) => {
      // Every reply of a call is of that call's output, which the line below holds it to.
      const reply = (await invoke(name, input)) as Reply<CallOutput<typeof name>>;
      if (!reply.ok) throw new Error(`${name} refused: ${JSON.stringify(reply.failure)} ${JSON.stringify(logged)}`);
      contract[name].output.parse(reply.value);
      return reply.value;
    },
    refusal: async (name, input) => {
      const reply = await invoke(name, input);
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.failure;
    },
    setNow: (moment) => {
      at = msOf(moment);
    },
    pass: (seconds) => {
      at += seconds * 1000;
    },
  };
}

/** What is typed when an office is set up. */
export const madeUpOffice: CallInput<'session.create'> = {
  office: officeIdField.parse('qingpu-arb'),
  name: '青浦区劳动人事争议仲裁院',
  region: '310118',
  side: 'both',
  person: '沈书记员',
};

/** Opens a backend over an office whose data opens by itself. */
export async function openedBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
  const backend = await testBackend({ ...options, keychain: true });
  await backend.ask('session.create', madeUpOffice);
  return backend;
}
