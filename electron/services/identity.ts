import type { Signing } from '#electron/sealing/suite.ts';
import { suiteOf } from '#electron/sealing/suites.ts';
import type { DeviceId } from '#shared/base/ids.ts';
import { deviceIdOf, suiteOfKey } from '#shared/protocol/device-key.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import type { OpenOffice } from './context.ts';

/** This device under one of its keys. */
export type Identity = { readonly device: DeviceId; readonly signing: Signing };

/** The identity a key pair gives. */
export function identityOf(keys: Parameters<ReturnType<typeof suiteOf>['signing']>[0]): Identity {
  const suite = suiteOf(suiteOfKey(keys.publicKey));
  return { device: deviceIdOf(keys.publicKey, suite), signing: suite.signing(keys) };
}

/** This device under each of its keys, that of its own suite first. */
export function identitiesOf(open: Pick<OpenOffice, 'device' | 'signing' | 'also'>): readonly Identity[] {
  const { device, signing, also } = open;
  return also ? [{ device, signing }, also] : [{ device, signing }];
}

/** This device as it writes in requests of a suite; undefined when the office has no key of that one. */
export function identityIn(
  open: Pick<OpenOffice, 'device' | 'signing' | 'also'>,
  suite: SuiteId,
): Identity | undefined {
  return identitiesOf(open).find(({ signing }) => suiteOfKey(signing.publicKey) === suite);
}

/** The suites this office can write requests in. */
export function suitesOf(open: Pick<OpenOffice, 'device' | 'signing' | 'also'>): readonly SuiteId[] {
  return identitiesOf(open).map(({ signing }) => suiteOfKey(signing.publicKey));
}
