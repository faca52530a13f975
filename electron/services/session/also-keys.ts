import type { DeviceKeys } from '#electron/sealing/device-keys.ts';
import { suiteOf } from '#electron/sealing/suites.ts';
import type { Random } from '#shared/base/ports.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';

/**
 * The second signing key of a device of an office of suite 2: one of suite 1, so that requests with offices that have
 * suite 1 alone can be written. An office of suite 1 has no other key and is never asked for one.
 */
export function alsoKeys(suite: SuiteId, random: Random): Pick<DeviceKeys, 'also'> {
  return suite === 's2' ? { also: suiteOf('s1').makeSigningKeys(random) } : {};
}
