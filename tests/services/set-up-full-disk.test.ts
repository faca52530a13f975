import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithSmallDisk, fill, smallDisk } from '#tests/store/support/small-disk.ts';
import { madeUpOffice, testBackend } from '#tests/support/backend.ts';

/** Leaves so many bytes of a full disk free. */
function leave(filler: string, bytes: number): void {
  truncateSync(filler, Math.max(0, statSync(filler).size - bytes));
}

describeWithSmallDisk('setting an office up while the disk fills', () => {
  test('at whatever step it does: there is none, and another try works, or there is one whose key was told', async () => {
    const seen = new Set<string>();
    for (let free = 0; free <= 1600; free += 50) {
      const { folder: disk } = smallDisk(9000);
      const folder = join(disk, 'data');
      const machine = await testBackend({ folder, keychain: true });
      const filler = fill(disk);
      leave(filler, free * 1024);
      const made = await machine.invoke('session.create', madeUpOffice);
      const { state } = await machine.ask('session.status', {});
      seen.add(state);
      if (made.ok) {
        expect(state, `${free} KiB`).toBe('open');
        rmSync(filler);
        const { recoveryKey } = made.value as { recoveryKey: string };
        await machine.ask('session.confirmRecoveryKey', { recoveryKey });
      } else {
        expect(made.failure, `${free} KiB`).toEqual({ kind: 'storage', code: 'storage.disk-full' });
        expect(state, `${free} KiB`).toBe('empty');
        expect(readdirSync(folder).filter((name) => !name.startsWith('xieban.l'))).toEqual([]);
        rmSync(filler);
        await machine.ask('session.create', madeUpOffice);
      }
      expect((await machine.ask('store.verify', {})).problems).toEqual([]);
      await machine.close();
    }
    expect(seen).toEqual(new Set(['empty', 'open']));
  });
});
