import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseKey } from '#electron/sealing/data-key.ts';
import { openOffice } from '#electron/services/session/open-office.ts';
import { setUpOffice } from '#electron/services/session/set-up.ts';
import { settleIncarnation } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const opening = { random: trueRandom, moment: { at: Date.parse('2026-03-12T01:30Z'), today: localDate('2026-03-12') } };

test('a kill between a new life and the new device key leaves no copy that signs as the device it was', async () => {
  const folder = tempFolder();
  const lock = { folder, release: () => undefined };
  const wrap = (key: Uint8Array) => Promise.resolve(key.toReversed());
  const made = unwrap(
    await setUpOffice(lock, {
      ...{ office: 'qingpu-arb' as OfficeId, name: '青浦', region: '310118', side: 'both', person: '沈某某' },
      protection: { by: 'keychain', secretStore: { wrap, unwrap: wrap } },
      ...opening,
    }),
  );
  made.open.store.close();
  const device = (): string => {
    const { open } = unwrap(openOffice(lock, made.dataKey, opening));
    open.store.close();
    return open.device;
  };
  const first = device();
  const image = tempFolder();
  mkdirSync(image, { recursive: true });
  for (const name of readdirSync(folder).filter((one) => one.startsWith('xieban.db')))
    copyFileSync(join(folder, name), join(image, name));
  expect(device()).toBe(first);
  for (const name of readdirSync(image)) copyFileSync(join(image, name), join(folder, name));
  const older = unwrap(openStore({ folder, key: databaseKey(made.dataKey), lock }));
  expect(unwrap(settleIncarnation(older, trueRandom)).rolledBack).toBe(true);
  older.close();
  const renewed = device();
  expect(renewed).not.toBe(first);
  expect(device()).toBe(renewed);
});
