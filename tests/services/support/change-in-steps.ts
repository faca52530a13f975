/**
 * Child process: changes the passphrase of an office, or makes it a new recovery key or a new sealing key, while every step is
 * copied. Arguments: folder, copies, the passphrase in force, the next one ('' for a new key), the call that makes the key
 * (a recovery key when left out). Says how many steps.
 */
import { openBackend } from '#electron/services/backend.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { recordSteps } from '../../store/support/file-steps.ts';

const [folder = '', copies = '', current = '', next = '', act = 'session.renewRecoveryKey'] = process.argv.slice(2);
const quiet = (): void => undefined;
const backend = unwrap(
  await openBackend({
    ...{ folder, desk: 'own', sample: false, sampleDoor: undefined, version: '0.0.0', exchangeEvery: 0 },
    secretStore: undefined,
    ports: { clock: { now: () => Date.now() }, random: trueRandom, log: { info: quiet, warn: quiet } },
  }),
);
const opened = await backend.invoke('session.unlock', { passphrase: current });
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const steps = recordSteps(folder, copies);
const done =
  next === ''
    ? await backend.invoke(act, { current })
    : await backend.invoke('session.changePassphrase', { current, passphrase: next });
if (!done.ok) throw new Error(JSON.stringify(done.failure));
process.stdout.write(String(steps.finish()));
await backend.close();
