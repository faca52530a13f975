import { adoptKeyring, unlockByRecoveryKey } from '#electron/sealing/custody.ts';
import type { DataKey } from '#electron/sealing/data-key.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { proveAtDesk } from './prove-passphrase.ts';
import { recoveryOf } from './recovery-wrap.ts';
import { nextRevision } from './revision.ts';
import { custodyFailure } from './session-failure.ts';

type Typed = HandlerInput<'session.changePassphrase'>;

async function prove(context: OfficeContext, typed: Typed): Promise<Result<DataKey, Failure>> {
  if (typed.recoveryKey === undefined) return proveAtDesk(context, typed.current ?? '');
  const recovery = recoveryOf(context.open);
  if (!recovery.ok) return recovery;
  const opened = unlockByRecoveryKey(recovery.value, typed.recoveryKey);
  return opened.ok ? ok(opened.value) : err({ ...custodyFailure(opened.error), field: 'recoveryKey' });
}

/**
 * Gives this machine another passphrase, proved by the one before or by the recovery key, which stays as it is. The key
 * file is written in two whole generations: a kill leaves the old passphrase or the new one, and the next opening with
 * the new one removes what was left of the old. Recorded before it happens, so that no change goes unrecorded.
 */
export const changePassphrase: Handler<'session.changePassphrase'> = (context, typed) =>
  context.session.inTurn(async () => {
    const { open, session, random } = context;
    const { folder } = session.place.lock;
    const keyring = readKeyring(folder);
    if (!keyring.ok) return err(custodyFailure(keyring.error));
    if (!keyring.value.passphrase) return err(refused('session.no-passphrase'));
    const proven = await prove(context, typed);
    if (!proven.ok) return proven;
    const recovery = recoveryOf(open);
    if (!recovery.ok) return recovery;
    const recorded = inOneTransaction(context, (tx) => {
      append(tx, context, [auditFact(context, 'audit.keys', { about: 'passphrase' })]);
      return ok(undefined);
    });
    if (!recorded.ok) return recorded;
    const protection = { by: 'passphrase', passphrase: typed.passphrase } as const;
    const written = await adoptKeyring(folder, proven.value, recovery.value, protection, random);
    return written.ok ? ok({ revision: nextRevision(context) }) : err(custodyFailure(written.error));
  });
