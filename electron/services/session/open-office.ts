import { join } from 'node:path';
import { type DataKey, databaseKey } from '#electron/sealing/data-key.ts';
import { readDeviceKeys } from '#electron/sealing/device-keys.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import type { FolderLock } from '#electron/store/folder-lock.ts';
import { settleIncarnation } from '#electron/store/incarnation.ts';
import { openStore } from '#electron/store/open.ts';
import { readMeta, requestsReadOnly } from '#electron/store/tables/meta.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { allPeople } from '#electron/store/tables/people.ts';
import { readSetting } from '#electron/store/tables/settings.ts';
import type { DeviceId, UserId } from '#shared/base/ids.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { OpenOffice } from '../context.ts';
import { storageFailure } from '../journal/append.ts';
import { custodyFailure, openFailure } from './session-failure.ts';

/** Folder of the chunk store inside a data folder. */
export function chunkFolder(folder: string): string {
  return join(folder, 'chunks');
}

/** Key of the setting that remembers who sat at the desk last. */
export const deskSetting = 'desk.person';

/** Opened data with the person who sits down at it. */
export type Opened = { readonly open: OpenOffice; readonly me: UserId };

/** Opens the data of a folder whose data key is at hand: device keys, database, office. Changes nothing when refused. */
export function openOffice(lock: FolderLock, dataKey: DataKey, random: Random): Result<Opened, Failure> {
  const keys = readDeviceKeys(lock.folder, dataKey);
  if (!keys.ok) return err(custodyFailure(keys.error));
  const store = openStore({ folder: lock.folder, key: databaseKey(dataKey), lock });
  if (!store.ok) return err(openFailure(store.error));
  const life = settleIncarnation(store.value, random);
  if (!life.ok) {
    store.value.close();
    return err(storageFailure(life.error));
  }
  const { db } = store.value;
  const office = findOffice(db);
  const people = allPeople(db).filter(({ active }) => active);
  const remembered = readSetting(db, deskSetting);
  const me = people.find(({ id }) => id === remembered) ?? people[0];
  const device = readMeta(db, 'device');
  if (!office || !me || device === undefined || !keys.value.root) {
    store.value.close();
    return err({ kind: 'damaged', code: 'session.incomplete' });
  }
  const open: OpenOffice = {
    store: store.value,
    suite: suiteOne,
    office: office.id,
    device: device as DeviceId,
    signing: suiteOne.signing(keys.value.signing),
    keys: { sealing: keys.value.sealing, root: keys.value.root },
    chunks: chunkFolder(lock.folder),
    requestsReadOnly: requestsReadOnly(db),
  };
  return ok({ open, me: me.id });
}
