import { unlockByRecoveryKey } from '#electron/sealing/custody.ts';
import type { RecoveryWrap } from '#electron/sealing/keyring-file.ts';
import { readRecoveryKey } from '#electron/sealing/recovery-key.ts';
import { recoveryKeyFromShares, splitRecoverySecret } from '#electron/sealing/recovery-shares.ts';
import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { recoveryOf } from './recovery-wrap.ts';
import { nextRevision } from './revision.ts';
import { custodyFailure } from './session-failure.ts';

/** Setting that says on which day the present recovery key was split in shares; '' when it was not. */
const sharesSetting = 'recovery-key.shares';

/** The day the present recovery key was split in shares, 'YYYY-MM-DD'; undefined when it was not. */
export function sharesMadeOn(db: ReadDb): string | undefined {
  const said = readSetting(db, sharesSetting) ?? '';
  return said === '' ? undefined : said;
}

/** Notes that the recovery key in force is split in shares since a day. */
export function noteShares(tx: WriteDb, day: LocalDate): void {
  writeSetting(tx, sharesSetting, day);
}

/** The shares of a recovery key that is known to be well formed. */
export async function sharesOf(recoveryKey: string, random: Random): Promise<readonly string[]> {
  const secret = readRecoveryKey(recoveryKey);
  if (!secret.ok) throw new Error('a recovery key that opened is well formed');
  return splitRecoverySecret(secret.value, random);
}

/** What a person typed to open with: the recovery key, or one of its shares with another one. */
export type TypedRecovery = { readonly recoveryKey: string; readonly otherShare?: string | undefined };

/** The recovery key itself, put together where it was typed as two shares. */
export async function typedRecoveryKey(
  { publicKey }: Pick<RecoveryWrap, 'publicKey'>,
  { recoveryKey, otherShare }: TypedRecovery,
): Promise<Result<string, Failure>> {
  if (otherShare === undefined) return ok(recoveryKey);
  const found = await recoveryKeyFromShares(publicKey, [recoveryKey, otherShare]);
  return found.ok ? found : err(custodyFailure(found.error));
}

/**
 * Splits the recovery key in force among three people and answers the shares once; they are nowhere else. A key is split
 * once: shares that are lost become useless only when a new recovery key is made, which makes new ones with it.
 */
export const splitRecoveryKey: Handler<'session.splitRecoveryKey'> = (context, { recoveryKey }) =>
  context.session.inTurn(async () => {
    const { open, random, moment } = context;
    if (sharesMadeOn(open.store.db) !== undefined) return err(refused('session.shares-made'));
    const recovery = recoveryOf(open);
    if (!recovery.ok) return recovery;
    const opened = unlockByRecoveryKey(recovery.value, recoveryKey);
    if (!opened.ok) return err({ ...custodyFailure(opened.error), field: 'recoveryKey' });
    const shares = await sharesOf(recoveryKey, random);
    return inOneTransaction(context, (tx) => {
      noteShares(tx, moment.today);
      append(tx, context, [auditFact(context, 'audit.keys', { about: 'recovery-shares' })]);
      return ok({ shares: [...shares], revision: nextRevision(context) });
    });
  });
