import { processIsFit } from '#electron/sealing/self-test.ts';
import { clearIntakes } from '#electron/store/chunks/intake.ts';
import { lockFolder } from '#electron/store/folder-lock.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Reply } from '#shared/contract/failure.ts';
import type { Change } from '#shared/contract/topics.ts';
import type { Ports } from './context.ts';
import { createDispatch } from './dispatch.ts';
import { createTextReading } from './file/reading/read-texts.ts';
import { handlers } from './handlers.ts';
import { createDataCheck } from './session/check-data.ts';
import { createSession, type Place } from './session/session.ts';
import { unlockAtStart } from './session/unlock.ts';
import { type ExchangeLoop, startExchangeLoop } from './sync/exchange-loop.ts';
import { unfitBackend } from './unfit-backend.ts';

/** One office's whole product without a window. `invoke` checks everything it is handed and never throws. */
export type Backend = {
  readonly invoke: (name: unknown, input: unknown) => Promise<Reply<unknown>>;
  readonly onChanged: (listener: (change: Change) => void) => () => void;
  /** Set where the machine's cryptography failed its test: the desk says so and does nothing else. */
  readonly unfit?: true;
  /** Finishes what is running and closes the data. */
  readonly close: () => Promise<void>;
};

/** What a backend is made of. */
export type BackendOptions = Omit<Place, 'lock'> & {
  /** The data folder; made when it does not exist. */
  readonly folder: string;
  readonly ports: Ports;
  /** Milliseconds between exchange rounds; 0 for rounds on demand only, which is what tests use. */
  readonly exchangeEvery: number;
};

/**
 * Opens one desk. Before anything is touched the machine's cryptography is asked for known answers; where it fails, the
 * desk says so and does nothing else. The error is a failure code: 'in-use' when another process works on the folder, or
 * what the disk refused.
 */
export async function openBackend(options: BackendOptions): Promise<Result<Backend, string>> {
  const { folder, ports, exchangeEvery, ...place } = options;
  const fit = processIsFit();
  if (!fit.ok) return ok(unfitBackend(fit.error.part, ports.clock, place.version));
  const lock = lockFolder(folder);
  if (!lock.ok) return err(lock.error.code);
  await clearIntakes(folder);
  const session = createSession({ ...place, lock: lock.value });
  const at = ports.clock.now();
  await unlockAtStart({ session, random: ports.random, moment: { at, today: shanghaiDate(at) } });
  const loop: ExchangeLoop = startExchangeLoop(session, ports, exchangeEvery);
  const running = new Set<Promise<unknown>>();
  const checkData = createDataCheck(session, ports);
  const texts = createTextReading(session, ports);
  const dispatch = createDispatch(handlers, session, ports);
  return ok({
    invoke: (name, input) => {
      const answer = dispatch(name, input);
      running.add(answer);
      return answer.finally(() => {
        running.delete(answer);
        // After the first screen's answer has left: the check reads the whole file.
        const shows = typeof name === 'string' && !name.startsWith('session.');
        if (running.size === 0 && shows) setImmediate(checkData);
        if (running.size === 0 && shows) setImmediate(() => void texts.kick());
      });
    },
    onChanged: session.onChanged,
    close: async () => {
      await loop.stop();
      await texts.stop();
      await Promise.allSettled(running);
      session.lock();
      lock.value.release();
    },
  });
}
