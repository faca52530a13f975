import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseKey } from '#electron/sealing/data-key.ts';
import { identitiesOf } from '#electron/services/identity.ts';
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

describe.each(['s1', 's2'] as const)('an office of suite %s', (suite) => {
  test('a kill between a new life and the new device key leaves no copy that signs as the device it was', async () => {
    const folder = tempFolder();
    const lock = { folder, release: () => undefined };
    const wrap = (key: Uint8Array) => Promise.resolve(key.toReversed());
    const made = unwrap(
      await setUpOffice(lock, {
        ...{ office: 'qingpu-arb' as OfficeId, name: '青浦', region: '310118', side: 'both', person: '沈某某', suite },
        protection: { by: 'keychain', secretStore: { wrap, unwrap: wrap } },
        ...opening,
      }),
    );
    made.open.store.close();
    const devices = (): readonly string[] => {
      const { open } = unwrap(openOffice(lock, made.dataKey, opening));
      open.store.close();
      return identitiesOf(open).map(({ device }) => device);
    };
    const first = devices();
    expect(first).toHaveLength(suite === 's1' ? 1 : 2);
    const image = tempFolder();
    mkdirSync(image, { recursive: true });
    for (const name of readdirSync(folder).filter((one) => one.startsWith('xieban.db')))
      copyFileSync(join(folder, name), join(image, name));
    expect(devices()).toEqual(first);
    for (const name of readdirSync(image)) copyFileSync(join(image, name), join(folder, name));
    const older = unwrap(openStore({ folder, key: databaseKey(made.dataKey), lock }));
    expect(unwrap(settleIncarnation(older, trueRandom)).rolledBack).toBe(true);
    older.close();
    const renewed = devices();
    expect(renewed).toHaveLength(first.length);
    expect(renewed.filter((one) => first.includes(one))).toEqual([]);
    expect(devices()).toEqual(renewed);
  });
});
