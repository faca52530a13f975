import { isAbsolute } from 'node:path';
import { adoptKeyring, openByRecovery, unlockByRecoveryKey } from '#electron/sealing/custody.ts';
import { type DataKey, databaseKey } from '#electron/sealing/data-key.ts';
import { type DeviceKeys, writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { isRecoveryWrap, type RecoveryWrap } from '#electron/sealing/keyring-file.ts';
import type { KeyPair } from '#electron/sealing/suite.ts';
import { suiteOf } from '#electron/sealing/suites.ts';
import { beginNewLife } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import { type RestoreFailure, readBackup, unpackBackup } from '#electron/store/restore.ts';
import type { Store } from '#electron/store/store.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { officeSecrets } from '#electron/store/tables/office-secrets.ts';
import type { Work } from '#electron/store/work.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { suiteOfKey } from '#shared/protocol/device-key.ts';
import type { BaseContext, Handler, OpenOffice } from '../context.ts';
import { identityOf } from '../identity.ts';
import { inOneTransaction } from '../journal/append.ts';
import { alsoKeys } from '../session/also-keys.ts';
import { introduceDevice } from '../session/new-device.ts';
import { madeAside } from '../session/nursery.ts';
import { chunkFolder, openOffice } from '../session/open-office.ts';
import { type TypedRecovery, typedRecoveryKey } from '../session/recovery-shares.ts';
import { nextRevision } from '../session/revision.ts';
import { custodyFailure, openFailure } from '../session/session-failure.ts';
import { workCancelled } from '../work/works.ts';
import { damagedFiles } from './damaged-files.ts';

type RestoredKeys = DeviceKeys & { readonly root: KeyPair };

const damaged: Failure = { kind: 'damaged', code: 'storage.backup-damaged' };

const broken: ReadonlySet<string> = new Set(['backup-newer', 'backup-damaged', 'backup-other-key', 'database-damaged']);

/** The contract's failure for a copy that was not taken. */
function restoreFailure({ code }: RestoreFailure): Failure {
  if (code === 'cancelled') return workCancelled;
  return { kind: broken.has(code) ? 'damaged' : 'storage', code: `storage.${code}` };
}

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
  const suite = suiteOf(suiteOfKey(root.publicKey));
  return ok({
    signing: suite.makeSigningKeys(context.random),
    ...alsoKeys(suite.id, context.random),
    sealing: of('sealing').toReversed(),
    root,
  });
}

/** Makes the copy another device: new signing key, new life, requests read-only until the office takes them over. */
function beginAsNewDevice(
  store: Store,
  office: OfficeId,
  keys: RestoredKeys,
  context: BaseContext,
): Result<void, Failure> {
  const suite = suiteOf(suiteOfKey(keys.root.publicKey));
  const open: OpenOffice = {
    ...{ store, suite, office, chunks: chunkFolder(store.folder) },
    ...identityOf(keys.signing),
    also: keys.also ? identityOf(keys.also) : null,
    keys: { sealing: keys.sealing, root: keys.root },
  };
  return inOneTransaction({ open }, (tx) => {
    beginNewLife(tx, context.random);
    introduceDevice(tx, open, context);
    return ok(undefined);
  });
}

type Backup = {
  readonly folder: string;
  readonly dataKey: DataKey;
  readonly recovery: RecoveryWrap;
  readonly recoveryKey: string;
};

/** Reads what the copy says about itself and opens its key; nothing is written yet. */
async function openBackup(folder: string, typed: TypedRecovery): Promise<Result<Backup, Failure>> {
  const about = await readBackup(folder);
  if (!about.ok) return err(restoreFailure(about.error));
  const recovery: unknown = about.value.custody;
  if (!isRecoveryWrap(recovery)) return err(damaged);
  const recoveryKey = await typedRecoveryKey(recovery, typed);
  if (!recoveryKey.ok) return recoveryKey;
  const dataKey = unlockByRecoveryKey(recovery, recoveryKey.value);
  return dataKey.ok
    ? ok({ folder, dataKey: dataKey.value, recovery, recoveryKey: recoveryKey.value })
    : err(custodyFailure(dataKey.error));
}

function beginIn(aside: string, backup: Backup, context: BaseContext): Result<RestoredKeys, Failure> {
  const held = { folder: aside, release: () => undefined };
  const store = openStore({ folder: aside, key: databaseKey(backup.dataKey), lock: held });
  if (!store.ok) return err(openFailure(store.error));
  const office = findOffice(store.value.db);
  const keys = keysFrom(store.value, backup.recoveryKey, context);
  const begun = keys.ok && office ? beginAsNewDevice(store.value, office.id, keys.value, context) : err(damaged);
  store.value.close();
  return begun.ok ? keys : begun;
}

async function restoreInto(
  aside: string,
  backup: Backup,
  passphrase: string,
  context: BaseContext,
  work: Work,
): Promise<Result<void, Failure>> {
  const { dataKey, recovery } = backup;
  const unpacked = await unpackBackup(backup.folder, aside, databaseKey(dataKey), work);
  if (!unpacked.ok) return err(restoreFailure(unpacked.error));
  const keys = beginIn(aside, backup, context);
  if (!keys.ok) return keys;
  const protection = { by: 'passphrase', passphrase } as const;
  const adopted = await adoptKeyring(aside, dataKey, recovery, protection, context.random);
  const written = adopted.ok ? writeDeviceKeys(aside, dataKey, keys.value, context.random) : adopted;
  return written.ok ? ok(undefined) : err(custodyFailure(written.error));
}

/**
 * Sets up this empty machine from a copy. The result is a new device of the office with everything the copy held; the
 * copy itself is only read. Made aside and moved in when whole, so that a failure leaves the machine as it was.
 */
export const restoreFromBackup: Handler<'backup.restore'> = (context, { folder, ...typed }) => {
  const { session, moment } = context;
  return session.inTurn(async () => {
    const { lock } = session.place;
    if (!isAbsolute(folder)) return err({ ...refused('backup.folder-not-absolute'), field: 'folder' });
    const backup = await openBackup(folder, typed);
    if (!backup.ok) return backup;
    const made = await session.works.run('restore', (work) =>
      madeAside(lock.folder, moment.at, {
        make: (aside) => restoreInto(aside, backup.value, typed.passphrase, context, work),
        open: () => openOffice(lock, backup.value.dataKey, context),
      }),
    );
    if (!made.ok) return made;
    const { open, me } = made.value.opened;
    session.adopt(open, me);
    // Restored all the same: what is damaged is named, and lies where it lay.
    const damaged = await damagedFiles(open);
    if (!damaged.ok) return err(workCancelled);
    return ok({ damaged: damaged.value, revision: nextRevision(context) });
  });
};
