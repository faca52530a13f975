import { sealForRecovery } from '#electron/sealing/custody.ts';
import { type DeviceKeys, readDeviceKeys, writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import type { KeyPair } from '#electron/sealing/suite.ts';
import type { WriteDb } from '#electron/store/db.ts';
import { findLink, saveLink } from '#electron/store/tables/links.ts';
import { keepOfficeSecret, officeSecrets } from '#electron/store/tables/office-secrets.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import { findPerson } from '#electron/store/tables/people.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { receiptDue } from '#shared/protocol/schedule.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { proveAtDesk } from '../session/prove-passphrase.ts';
import { recoveryOf } from '../session/recovery-wrap.ts';
import { nextRevision } from '../session/revision.ts';
import { custodyFailure } from '../session/session-failure.ts';

/** A receipt to every partner is due at once: it brings the card that names the new key. */
function tellPartners(tx: WriteDb, at: number): void {
  for (const { office } of allPartners(tx)) {
    const link = findLink(tx, office);
    if (link) saveLink(tx, receiptDue(link, at, true));
  }
}

/** Keeps the new pair for recovery, last of all sealing keys whatever the clock says: the last one is the card's. */
function adoptInside(context: OfficeContext, pair: KeyPair): Result<void, Failure> {
  const { open, random, moment } = context;
  const recovery = recoveryOf(open);
  if (!recovery.ok) return recovery;
  return inOneTransaction(context, (tx) => {
    const newest = Math.max(0, ...officeSecrets(tx).map(({ madeAt }) => madeAt));
    const sealed = sealForRecovery(recovery.value, Buffer.from(JSON.stringify(pair), 'utf8'), random);
    keepOfficeSecret(tx, { id: pair.publicKey, purpose: 'sealing', sealed, madeAt: Math.max(moment.at, newest + 1) });
    append(tx, context, [auditFact(context, 'audit.keys', { about: 'sealing-key' })]);
    tellPartners(tx, moment.at);
    return ok(undefined);
  });
}

/**
 * Makes a new sealing key of the office, by its head and with the passphrase. From now on its card names the new key alone;
 * the older ones go on opening what is sealed to them. The device file is written first: a kill before the database leaves a
 * key there that no card names and nothing is sealed to.
 */
export const rotateSealing: Handler<'keys.rotate'> = (context, { current }) =>
  context.session.inTurn(async () => {
    const { open, session, random, me } = context;
    if (!findPerson(open.store.db, me)?.roles.includes('head')) return err(refused('keys.not-head'));
    const { folder } = session.place.lock;
    const keyring = readKeyring(folder);
    if (!keyring.ok) return err(custodyFailure(keyring.error));
    const proven = await proveAtDesk(context, keyring.value.passphrase ? (current ?? '') : undefined);
    if (!proven.ok) return proven;
    const before = readDeviceKeys(folder, proven.value);
    if (!before.ok) return err(custodyFailure(before.error));
    const pair = open.suite.makeSealingKeys(random);
    const keys: DeviceKeys = { ...before.value, sealing: [pair, ...before.value.sealing] };
    const written = writeDeviceKeys(folder, proven.value, keys, random);
    if (!written.ok) return err(custodyFailure(written.error));
    const adopted = adoptInside(context, pair);
    if (!adopted.ok) {
      writeDeviceKeys(folder, proven.value, before.value, random);
      return adopted;
    }
    open.keys.sealing = keys.sealing;
    return ok({ revision: nextRevision(context) });
  });
