/**
 * Child process: does one act on a prepared folder while every step of it is copied. Arguments: act, folder, copies.
 * Says how many steps there were.
 */
import { recover } from '#electron/sealing/custody.ts';
import { asDataKey } from '#electron/sealing/data-key.ts';
import { writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { makeBackup } from '#electron/store/backup.ts';
import { beginIntake } from '#electron/store/chunks/intake.ts';
import { settleIncarnation } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { recordSteps } from './file-steps.ts';
import { testKey } from './store-fixture.ts';

const [act = '', folder = '', copies = '', recoveryKey = ''] = process.argv.slice(2);
const random = seededRandom(act);
const open = (): Store => unwrap(openStore({ folder, key: testKey }));

async function onStore(work: (store: Store) => Promise<unknown>): Promise<number> {
  const store = open();
  const steps = recordSteps(folder, copies);
  await work(store);
  const count = steps.finish();
  store.close();
  return count;
}

async function alone(work: () => Promise<unknown>): Promise<number> {
  const steps = recordSteps(folder, copies);
  await work();
  return steps.finish();
}

const acts: Readonly<Record<string, () => Promise<number>>> = {
  create: () => alone(async () => unwrap(openStore({ folder, key: testKey, mode: 'create' })).close()),
  passphrase: () =>
    alone(async () => {
      const next = { by: 'passphrase', passphrase: 'the new one', cost: { n: 1024, r: 8, p: 1 } } as const;
      unwrap(await recover(folder, recoveryKey, next, random));
    }),
  device: () =>
    alone(async () => {
      const keys = { signing: suiteOne.makeSigningKeys(random), sealing: [], root: null };
      const dataKey = asDataKey(testKey);
      if (dataKey) unwrap(writeDeviceKeys(folder, dataKey, keys, random));
    }),
  intake: () =>
    onStore(async (store) => {
      const intake = beginIntake(store, suiteOne, random);
      for (let part = 0; part < 5; part += 1) unwrap(await intake.append(Buffer.alloc(1_500_000, part)));
      unwrap(await intake.finish());
    }),
  backup: () => onStore(async (store) => unwrap(await makeBackup(store, folder, 0, {}))),
  incarnation: () => onStore(async (store) => unwrap(settleIncarnation(store, random))),
};

const count = await acts[act]?.();
process.stdout.write(`${count ?? `no act ${act}`}\n`);
