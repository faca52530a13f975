import { join } from 'node:path';
import { type DataKey, databaseKey } from '#electron/sealing/data-key.ts';
import { type DeviceKeys, readDeviceKeys } from '#electron/sealing/device-keys.ts';
import { suiteOf } from '#electron/sealing/suites.ts';
import type { FolderLock } from '#electron/store/folder-lock.ts';
import { settleIncarnation } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { allPeople } from '#electron/store/tables/people.ts';
import { readSetting } from '#electron/store/tables/settings.ts';
import type { UserId } from '#shared/base/ids.ts';
import type { Random } from '#shared/base/ports.ts';
import { andThen, err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { suiteOfKey } from '#shared/protocol/device-key.ts';
import type { OpenOffice } from '../context.ts';
import { settleLimits } from '../deadline/settle-limits.ts';
import { identityOf } from '../identity.ts';
import { storageFailure } from '../journal/append.ts';
import { settleUnderstood } from '../sync/catch-up.ts';
import { type Opening, renewDeviceKey, settleDevice } from './new-device.ts';
import { custodyFailure, openFailure } from './session-failure.ts';

/** Folder of the chunk store inside a data folder. */
export function chunkFolder(folder: string): string {
  return join(folder, 'chunks');
}

/** Key of the setting that remembers who sat at the desk last. */
export const deskSetting = 'desk.person';

/** Opened data with the person who sits down at it. */
export type Opened = { readonly open: OpenOffice; readonly me: UserId };

type Found = { readonly store: Store; readonly keys: DeviceKeys };

/** Opens the files; an older copy found in place of the newest begins a new life with another device key. */
function openFiles(lock: FolderLock, dataKey: DataKey, random: Random): Result<Found, Failure> {
  const keys = readDeviceKeys(lock.folder, dataKey);
  if (!keys.ok) return err(custodyFailure(keys.error));
  const store = openStore({ folder: lock.folder, key: databaseKey(dataKey), lock });
  if (!store.ok) return err(openFailure(store.error));
  const life = settleIncarnation(store.value, random);
  const renewed = !life.ok
    ? err(storageFailure(life.error))
    : readMeta(store.value.db, 'device') === ''
      ? renewDeviceKey(lock.folder, dataKey, keys.value, random)
      : ok(keys.value);
  if (renewed.ok) return ok({ store: store.value, keys: renewed.value });
  store.value.close();
  return renewed;
}

function readOffice({ store, keys }: Found): Opened | undefined {
  const office = findOffice(store.db);
  const people = allPeople(store.db).filter(({ active }) => active);
  const remembered = readSetting(store.db, deskSetting);
  const me = people.find(({ id }) => id === remembered) ?? people[0];
  if (!office || !me || !keys.root) return undefined;
  const suite = suiteOf(suiteOfKey(keys.root.publicKey));
  const open: OpenOffice = {
    store,
    suite,
    office: office.id,
    ...identityOf(keys.signing),
    also: keys.also ? identityOf(keys.also) : null,
    keys: { sealing: keys.sealing, root: keys.root },
    chunks: chunkFolder(store.folder),
  };
  return { open, me: me.id };
}

/** Opens the data of a folder whose data key is at hand: device keys, database, office. */
export function openOffice(lock: FolderLock, dataKey: DataKey, opening: Opening): Result<Opened, Failure> {
  const found = openFiles(lock, dataKey, opening.random);
  if (!found.ok) return found;
  const opened = readOffice(found.value);
  const settled: Result<Opened, Failure> = opened
    ? andThen(
        andThen(
          andThen(settleDevice(opened.open, opening), () => settleUnderstood(opened.open, opening)),
          () => settleLimits(opened.open, opening),
        ),
        () => ok(opened),
      )
    : err({ kind: 'damaged', code: 'session.incomplete' });
  if (!settled.ok) found.value.store.close();
  return settled;
}
