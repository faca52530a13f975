import { type TestBackend, testBackend } from '#tests/support/backend.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import type { TwoOffices } from './two-offices.ts';

/** Puts the asking office's machine out of use and opens a copy of it on a new one; the folder between them stays. */
export async function restoreFrom({ asks }: Pick<TwoOffices, 'asks'>, path: string, now: string): Promise<TestBackend> {
  await asks.loop.stop();
  const restored = await testBackend({ now });
  const { recoveryKey } = asks;
  await restored.ask('backup.restore', { folder: path, recoveryKey, passphrase: 'after the restore' });
  return restored;
}

/** A copy of the asking office as it is now; answers where it lies. */
export async function copyOf({ asks }: Pick<TwoOffices, 'asks'>): Promise<string> {
  return (await asks.ask('backup.make', { folder: tempFolder() })).path;
}

/** Exchanges by the folder until nothing more moves. */
export async function exchangeWith({ does }: Pick<TwoOffices, 'does'>, restored: TestBackend): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await restored.ask('sync.now', {});
    await does.loop.round(true);
  }
}

/** Carries a stick to and fro instead. */
export async function carryBetween({ does }: Pick<TwoOffices, 'does'>, restored: TestBackend): Promise<void> {
  const stick = tempFolder();
  for (let way = 0; way < 5; way += 1) {
    await restored.ask('courier.export', { folder: stick });
    await does.ask('courier.import', { folder: stick });
    await does.ask('courier.export', { folder: stick });
    await restored.ask('courier.import', { folder: stick });
  }
}
