import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDataKey } from '#electron/sealing/data-key.ts';
import { type DeviceKeys, readDeviceKeys, writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';

const dataKey = makeDataKey(trueRandom);

function makeKeys(): DeviceKeys {
  return {
    signing: suiteOne.makeSigningKeys(trueRandom),
    sealing: [suiteOne.makeSealingKeys(trueRandom), suiteOne.makeSealingKeys(trueRandom)],
    root: suiteOne.makeSigningKeys(trueRandom),
  };
}

test('keys read back, and writing replaces them', () => {
  const folder = tempFolder();
  expect(refusal(readDeviceKeys(folder, dataKey))).toEqual({ code: 'device-keys-missing' });
  for (const keys of [makeKeys(), { ...makeKeys(), root: null }]) {
    unwrap(writeDeviceKeys(folder, dataKey, keys, trueRandom));
    expect(unwrap(readDeviceKeys(folder, dataKey))).toEqual(keys);
  }
});

test('no secret key is readable in the file', () => {
  const folder = tempFolder();
  const keys = makeKeys();
  unwrap(writeDeviceKeys(folder, dataKey, keys, trueRandom));
  const secrets = [keys.signing, ...keys.sealing, keys.root].flatMap((pair) => (pair ? [pair.secretKey] : []));
  for (const slot of [1, 2]) {
    const bytes = readFileSync(join(folder, `device.${slot}`));
    for (const secret of secrets) {
      expect(bytes.includes(secret)).toBe(false);
      expect(bytes.includes(Buffer.from(secret, 'base64url'))).toBe(false);
    }
  }
});

test('another data key, a torn file and a changed file are damage', () => {
  const folder = tempFolder();
  unwrap(writeDeviceKeys(folder, dataKey, makeKeys(), trueRandom));
  expect(refusal(readDeviceKeys(folder, makeDataKey(trueRandom)))).toEqual({ code: 'device-keys-damaged' });
  const first = readFileSync(join(folder, 'device.1'));
  writeFileSync(join(folder, 'device.1'), first.subarray(0, 100));
  expect(readDeviceKeys(folder, dataKey).ok).toBe(true);
  writeFileSync(join(folder, 'device.2'), Buffer.from(first.toString('utf8').replace('\n1\n', '\n9\n')));
  expect(refusal(readDeviceKeys(folder, dataKey))).toEqual({ code: 'device-keys-damaged' });
});
