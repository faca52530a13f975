import { createKeyring, type Protection, sealForRecovery } from '#electron/sealing/custody.ts';
import { type DataKey, databaseKey } from '#electron/sealing/data-key.ts';
import { type DeviceKeys, writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import type { Suite } from '#electron/sealing/suite.ts';
import { suiteOf } from '#electron/sealing/suites.ts';
import type { FolderLock } from '#electron/store/folder-lock.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { writeMeta } from '#electron/store/tables/meta.ts';
import { keepOfficeSecret } from '#electron/store/tables/office-secrets.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import type { OfficeId, UserId } from '#shared/base/ids.ts';
import { timeOrderedId } from '#shared/base/ids.ts';
import type { Moment, Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import type { OpenOffice } from '../context.ts';
import { identityOf } from '../identity.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { type FirstFacts, firstFacts } from '../office/first-facts.ts';
import { alsoKeys } from './also-keys.ts';
import { deviceFacts } from './device-fact.ts';
import { madeAside } from './nursery.ts';
import { chunkFolder, type Opened, openOffice } from './open-office.ts';
import { recoverySetting } from './recovery-wrap.ts';
import { custodyFailure, openFailure } from './session-failure.ts';

/** What is needed to set up an office on this machine. */
export type SetUp = FirstFacts & {
  readonly office: OfficeId;
  readonly protection: Protection;
  readonly random: Random;
  readonly moment: Moment;
  /** Of the office's keys and everything it writes; s1 when left out. It is for good. */
  readonly suite?: SuiteId | undefined;
};

function makeKeys(suite: Suite, random: Random): DeviceKeys & { readonly root: NonNullable<DeviceKeys['root']> } {
  return {
    signing: suite.makeSigningKeys(random),
    sealing: [suite.makeSealingKeys(random)],
    root: suite.makeSigningKeys(random),
    ...alsoKeys(suite.id, random),
  };
}

function writeFirstFacts(
  store: Store,
  folder: string,
  keys: ReturnType<typeof makeKeys>,
  setUp: SetUp,
): Result<void, Failure> {
  const { random, moment, office } = setUp;
  const suite = suiteOf(setUp.suite ?? 's1');
  const also = keys.also ? identityOf(keys.also) : null;
  const open: OpenOffice = {
    ...{ store, suite, office, chunks: chunkFolder(folder) },
    ...{ ...identityOf(keys.signing), also },
    keys: { sealing: keys.sealing, root: keys.root },
  };
  const keyring = readKeyring(folder);
  if (!keyring.ok) return err(custodyFailure(keyring.error));
  const me = timeOrderedId(moment.at, random.bytes(10)) as UserId;
  return inOneTransaction({ open }, (tx) => {
    writeMeta(tx, 'device', open.device);
    writeSetting(tx, recoverySetting, JSON.stringify(keyring.value.recovery));
    const secrets = [
      { purpose: 'root' as const, keys: keys.root },
      ...keys.sealing.map((pair) => ({ purpose: 'sealing' as const, keys: pair })),
    ];
    for (const secret of secrets) {
      const text = Buffer.from(JSON.stringify(secret.keys), 'utf8');
      const sealed = sealForRecovery(keyring.value.recovery, text, random);
      keepOfficeSecret(tx, { id: secret.keys.publicKey, purpose: secret.purpose, sealed, madeAt: moment.at });
    }
    append(tx, { open, me, moment, random }, [...deviceFacts(open, moment.today), ...firstFacts(me, setUp)]);
    return ok(undefined);
  });
}

type Made = { readonly recoveryKey: string; readonly dataKey: DataKey };

async function makeOffice(aside: string, setUp: SetUp): Promise<Result<Made, Failure>> {
  const made = await createKeyring(aside, setUp.protection, setUp.random);
  if (!made.ok) return err(custodyFailure(made.error));
  const { dataKey } = made.value;
  const keys = makeKeys(suiteOf(setUp.suite ?? 's1'), setUp.random);
  const written = writeDeviceKeys(aside, dataKey, keys, setUp.random);
  if (!written.ok) return err(custodyFailure(written.error));
  const store = openStore({
    folder: aside,
    key: databaseKey(dataKey),
    mode: 'create',
    lock: { folder: aside, release: () => undefined },
  });
  if (!store.ok) return err(openFailure(store.error));
  const facts = writeFirstFacts(store.value, aside, keys, setUp);
  store.value.close();
  return facts.ok ? made : facts;
}

/**
 * Makes an office's data in an empty folder: keys, encrypted database, first facts, and opens it. Everything is made
 * aside and moved in when it is whole; what cannot be opened then is taken out again. Answers the recovery key, which is
 * nowhere else, and the data key.
 */
export async function setUpOffice(lock: FolderLock, setUp: SetUp): Promise<Result<Opened & Made, Failure>> {
  const done = await madeAside(lock.folder, setUp.moment.at, {
    make: (aside) => makeOffice(aside, setUp),
    open: ({ dataKey }) => openOffice(lock, dataKey, setUp),
  });
  return done.ok ? ok({ ...done.value.opened, ...done.value.made }) : done;
}
