import { recoveryFor, sealForRecovery } from '#electron/sealing/custody.ts';
import { type Keyring, type RecoveryWrap, readKeyring, writeKeyring } from '#electron/sealing/keyring-file.ts';
import { officeSecrets, resealOfficeSecret } from '#electron/store/tables/office-secrets.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { proveAtDesk } from './prove-passphrase.ts';
import { noteShares, sharesMadeOn, sharesOf } from './recovery-shares.ts';
import { confirmedSetting, recoverySetting } from './recovery-wrap.ts';
import { nextRevision } from './revision.ts';
import { custodyFailure } from './session-failure.ts';

/** Seals the office's keys to the new recovery key and makes it the one of the data, all in one transaction. */
function adoptInside(context: OfficeContext, recovery: RecoveryWrap, split: boolean): Result<void, Failure> {
  const { open, random, moment } = context;
  const pairs = [...(open.keys.root ? [open.keys.root] : []), ...open.keys.sealing];
  return inOneTransaction(context, (tx) => {
    for (const { id } of officeSecrets(tx)) {
      const pair = pairs.find(({ publicKey }) => publicKey === id);
      if (!pair) continue;
      const text = Buffer.from(JSON.stringify(pair), 'utf8');
      resealOfficeSecret(tx, id, sealForRecovery(recovery, text, random));
    }
    writeSetting(tx, recoverySetting, JSON.stringify(recovery));
    writeSetting(tx, confirmedSetting, 'false');
    if (split) noteShares(tx, moment.today);
    append(tx, context, [auditFact(context, 'audit.keys', { about: 'recovery-key' })]);
    return ok(undefined);
  });
}

/**
 * Makes a new recovery key and answers it once: for an office whose key was never seen or was lost. From now on only the
 * new one opens this machine's data and new copies; copies made before still open with the one before. Where that one was
 * split in shares so is the new one. A kill between the key file and the database leaves the one before in force; the
 * next opening mends the file.
 */
export const renewRecoveryKey: Handler<'session.renewRecoveryKey'> = (context, { current }) =>
  context.session.inTurn(async () => {
    const { session, random } = context;
    const { folder } = session.place.lock;
    const before = readKeyring(folder);
    if (!before.ok) return err(custodyFailure(before.error));
    const proven = await proveAtDesk(context, before.value.passphrase ? (current ?? '') : undefined);
    if (!proven.ok) return proven;
    const { recoveryKey, recovery } = recoveryFor(proven.value, random);
    const split = sharesMadeOn(context.open.store.db) !== undefined;
    const shares = split ? await sharesOf(recoveryKey, random) : [];
    const keyring: Keyring = { ...before.value, recovery };
    const written = writeKeyring(folder, keyring);
    if (!written.ok) return err(custodyFailure(written.error));
    const adopted = adoptInside(context, recovery, split);
    if (adopted.ok) return ok({ recoveryKey, shares: [...shares], revision: nextRevision(context) });
    writeKeyring(folder, before.value);
    return adopted;
  });
