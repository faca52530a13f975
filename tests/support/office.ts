import { onTestFinished } from 'vitest';
import type { OpenOffice } from '#electron/services/context.ts';
import { createDispatch } from '#electron/services/dispatch.ts';
import { handlers } from '#electron/services/handlers.ts';
import { createSession } from '#electron/services/session/session.ts';
import { setUpOffice } from '#electron/services/session/set-up.ts';
import { lockFolder } from '#electron/store/folder-lock.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import type { LogFacts } from '#shared/base/ports.ts';
import { type CallInput, type CallName, type CallOutput, contract } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import { trueRandom } from './randomness.ts';
import { tempFolder } from './temp-folder.ts';
import { unwrap } from './unwrap.ts';

/** An office with a real encrypted store in a folder of its own, asked through the same dispatch as a screen. */
export type TestOffice = {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Reply<CallOutput<N>>>;
  /** The answer, held to the contract; a refusal fails the test. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** The failure; an answer fails the test. */
  readonly refusal: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Failure>;
  readonly open: OpenOffice;
  readonly folder: string;
  /** Sets the wall clock to a moment of Asia/Shanghai, 'YYYY-MM-DDTHH:MM'. */
  readonly setNow: (moment: string) => void;
  /** Everything that was logged. */
  readonly logged: readonly { readonly event: string; readonly facts: LogFacts | undefined }[];
};

/** What a test may choose. */
export type TestOfficeOptions = {
  readonly now?: string;
  readonly region?: string;
  /** Code of the office; two offices that meet need two. */
  readonly office?: string;
  readonly side?: 'arbitration' | 'inspection' | 'both';
};

const msOf = (moment: string): number => Date.parse(`${moment}:00+08:00`);

/** Sets up an office and opens it. Everything is removed when the running test ends. */
export async function testOffice(options: TestOfficeOptions = {}): Promise<TestOffice> {
  const { now = '2026-03-17T09:30', region = '310118', side = 'both', office = 'qingpu-arb' } = options;
  const folder = tempFolder();
  const lock = unwrap(lockFolder(folder));
  let at = msOf(now);
  const logged: { event: string; facts: LogFacts | undefined }[] = [];
  const note = (event: string, facts?: LogFacts): void => void logged.push({ event, facts });
  const ports = { clock: { now: () => at }, random: trueRandom, log: { info: note, warn: note } };
  const opened = unwrap(
    await setUpOffice(lock, {
      ...{ office: office as OfficeId, name: '青浦区劳动人事争议仲裁院', region, side, person: '沈书记员' },
      protection: { by: 'passphrase', passphrase: 'correct horse battery', cost: { n: 1024, r: 8, p: 1 } },
      ...{ random: trueRandom, moment: { at, today: shanghaiDate(at) } },
    }),
  );
  const session = createSession({
    ...{ lock, desk: 'own', sample: false, secretStore: undefined, sampleDoor: undefined, version: '0.0.0' },
  });
  session.adopt(opened.open, opened.me);
  onTestFinished(() => {
    session.lock();
    lock.release();
  });
  const dispatch = createDispatch(handlers, session, ports);
  // The dispatch answers any call; which one it was is known here only.
  const call: TestOffice['call'] = async (name, input) => (await dispatch(name, input)) as never;
  return {
    call,
    ask: async (name, input) => {
      const reply = await call(name, input);
      if (reply.ok) {
        // Strict schemas: an answer with a key too many or too few fails the test that got it.
        contract[name].output.parse(reply.value);
        return reply.value;
      }
      throw new Error(`${name} refused: ${JSON.stringify(reply.failure)} ${JSON.stringify(logged.at(-1))}`);
    },
    refusal: async (name, input) => {
      const reply = await call(name, input);
      if (!reply.ok) return reply.failure;
      throw new Error(`${name} was not refused`);
    },
    ...{ open: opened.open, folder, logged },
    setNow: (moment) => {
      at = msOf(moment);
    },
  };
}
