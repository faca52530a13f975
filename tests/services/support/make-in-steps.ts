/**
 * Child process: sets an office up, or restores one, while every step of it is copied. Arguments: folder, copies and,
 * for a restore, backup and recovery key. Says how many steps there were.
 */
import { openBackend } from '#electron/services/backend.ts';
import { officeIdField } from '#shared/contract/fields.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { recordSteps } from '../../store/support/file-steps.ts';

const [folder = '', copies = '', backup = '', recoveryKey = ''] = process.argv.slice(2);
const quiet = (): void => undefined;
const quickKeychain = {
  wrap: (key: Uint8Array) => Promise.resolve(key.toReversed()),
  unwrap: (wrapped: Uint8Array) => Promise.resolve(wrapped.toReversed()),
};
const backend = unwrap(
  await openBackend({
    ...{ folder, desk: 'own', sample: false, sampleDoor: undefined, version: '0.0.0', exchangeEvery: 0 },
    secretStore: quickKeychain,
    ports: { clock: { now: () => Date.now() }, random: trueRandom, log: { info: quiet, warn: quiet } },
  }),
);
const steps = recordSteps(folder, copies);
const made =
  backup === ''
    ? await backend.invoke('session.create', {
        ...{ office: officeIdField.parse('qingpu-arb'), name: '青浦仲裁院', region: '310118' },
        ...{ side: 'both', person: '沈某某' },
      })
    : await backend.invoke('backup.restore', { folder: backup, recoveryKey, passphrase: 'after the restore' });
if (!made.ok) throw new Error(JSON.stringify(made.failure));
process.stdout.write(String(steps.finish()));
await backend.close();
