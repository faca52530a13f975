import { shanghaiDate } from '#shared/base/local-date.ts';
import type { Clock } from '#shared/base/ports.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import type { Backend } from './backend.ts';

const code = 'session.crypto-unfit';

/**
 * Stands for the backend on a machine whose cryptography failed its test: it says so, names the part, and touches no data.
 * Every other call is refused as where the data is locked.
 */
export function unfitBackend(part: string, clock: Clock, version: string): Backend {
  const refusal: Failure = { kind: 'locked', code, facts: { part } };
  const status = (): CallOutput<'session.status'> => ({
    ...{ state: 'refused', refusal: code, unfitPart: part, mayBeSetAside: false },
    ...{ sample: false, desk: 'own', waitSeconds: 0, failedTries: 0, recoveryKeyUnconfirmed: false },
    ...{ requestsReadOnly: false, custody: 'passphrase', clockBehind: false, version },
    today: shanghaiDate(clock.now()),
  });
  const answer = (name: unknown): Reply<unknown> =>
    name === 'session.status' ? { ok: true, value: status() } : { ok: false, failure: refusal };
  return {
    invoke: (name) => Promise.resolve(answer(name)),
    onChanged: () => () => undefined,
    unfit: true,
    close: () => Promise.resolve(),
  };
}
