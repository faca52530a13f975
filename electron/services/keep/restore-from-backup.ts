import { adoptKeyring, openByRecovery, unlockByRecoveryKey } from '#electron/sealing/custody.ts';
import { type DataKey, databaseKey } from '#electron/sealing/data-key.ts';
import { type DeviceKeys, writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { isRecoveryWrap, type RecoveryWrap } from '#electron/sealing/keyring-file.ts';
import type { KeyPair } from '#electron/sealing/suite.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { beginNewLife } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import { readBackup, unpackBackup } from '#electron/store/restore.ts';
import type { Store } from '#electron/store/store.ts';
import { writeMeta } from '#electron/store/tables/meta.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { officeSecrets } from '#electron/store/tables/office-secrets.ts';
import type { OfficeId, UserId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import type { BaseContext, Handler, OpenOffice } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { deviceFact } from '../session/device-fact.ts';
import { moveIn, openNursery } from '../session/nursery.ts';
import { chunkFolder, openOffice } from '../session/open-office.ts';
import { nextRevision } from '../session/revision.ts';
import { custodyFailure, openFailure } from '../session/session-failure.ts';
import { deviceActor } from '../sync/step-ports.ts';

type RestoredKeys = DeviceKeys & { readonly root: KeyPair };

const damaged: Failure = { kind: 'damaged', code: 'storage.backup-damaged' };

function isKeyPair(value: unknown): value is KeyPair {
  return typeof value === 'object' && value !== null && 'publicKey' in value && 'secretKey' in value;
}

/** The office's keys out of the copy, opened with the recovery key, and fresh keys for this new device. */
function keysFrom(store: Store, recoveryKey: string, context: BaseContext): Result<RestoredKeys, Failure> {
  const opened = officeSecrets(store.db).map((secret) => {
    const bytes = openByRecovery(recoveryKey, secret.sealed);
    const pair: unknown = bytes.ok ? JSON.parse(Buffer.from(bytes.value).toString('utf8')) : undefined;
    return { purpose: secret.purpose, pair: isKeyPair(pair) ? pair : undefined };
  });
  const of = (purpose: 'root' | 'sealing'): readonly KeyPair[] =>
    opened.flatMap((secret) => (secret.purpose === purpose && secret.pair ? [secret.pair] : []));
  const root = of('root').at(-1);
  if (!root) return err(damaged);
  return ok({ signing: suiteOne.makeSigningKeys(context.random), sealing: of('sealing').toReversed(), root });
}

/** Makes the copy another device: new signing key, new life, requests read-only until the office takes them over. */
function beginAsNewDevice(
  store: Store,
  office: OfficeId,
  keys: RestoredKeys,
  context: BaseContext,
): Result<void, Failure> {
  const open: OpenOffice = {
    ...{ store, suite: suiteOne, office, requestsReadOnly: true, chunks: chunkFolder(store.folder) },
    device: deviceIdOf(keys.signing.publicKey, suiteOne),
    signing: suiteOne.signing(keys.signing),
    keys: { sealing: keys.sealing, root: keys.root },
  };
  const me: UserId = deviceActor;
  return inOneTransaction({ open }, (tx) => {
    beginNewLife(tx, context.random);
    writeMeta(tx, 'device', open.device);
    append(tx, { ...context, open, me }, [deviceFact(open.device, open.signing.publicKey, context.moment.today)]);
    return ok(undefined);
  });
}

async function unpack(
  aside: string,
  from: string,
  recoveryKey: string,
): Promise<Result<{ dataKey: DataKey; recovery: RecoveryWrap }, Failure>> {
  const about = await readBackup(from);
  if (!about.ok) return err({ kind: 'storage', code: `storage.${about.error.code}` });
  const recovery: unknown = about.value.custody;
  const dataKey = unlockByRecoveryKey(recovery, recoveryKey);
  if (!dataKey.ok) return err(custodyFailure(dataKey.error));
  if (!isRecoveryWrap(recovery)) return err(damaged);
  const unpacked = await unpackBackup(from, aside, databaseKey(dataKey.value));
  if (!unpacked.ok) return err({ kind: 'damaged', code: `storage.${unpacked.error.code}` });
  return ok({ dataKey: dataKey.value, recovery });
}

/**
 * Sets up this empty machine from a copy. The result is a new device of the office with everything the copy held; the
 * copy itself is only read. Made aside and moved in when whole, so that a failure leaves the machine as it was.
 */
export const restoreFromBackup: Handler<'backup.restore'> = async (context, { folder, recoveryKey, passphrase }) => {
  const { lock } = context.session.place;
  const aside = openNursery(lock.folder, context.moment.at);
  const unpacked = await unpack(aside, folder, recoveryKey);
  if (!unpacked.ok) return unpacked;
  const { dataKey, recovery } = unpacked.value;
  const held = { folder: aside, release: () => undefined };
  const store = openStore({ folder: aside, key: databaseKey(dataKey), lock: held });
  if (!store.ok) return err(openFailure(store.error));
  const office = findOffice(store.value.db);
  const keys = keysFrom(store.value, recoveryKey, context);
  const begun = keys.ok && office ? beginAsNewDevice(store.value, office.id, keys.value, context) : err(damaged);
  store.value.close();
  if (!keys.ok) return keys;
  if (!begun.ok) return begun;
  const adopted = await adoptKeyring(aside, dataKey, recovery, { by: 'passphrase', passphrase }, context.random);
  const written = adopted.ok ? writeDeviceKeys(aside, dataKey, keys.value, context.random) : adopted;
  if (!written.ok) return err(custodyFailure(written.error));
  moveIn(aside, lock.folder);
  const opened = openOffice(lock, dataKey, context.random);
  if (!opened.ok) return opened;
  context.session.adopt(opened.value.open, opened.value.me);
  return ok({ revision: nextRevision(context) });
};
