import { beginNewLife, noteNewLife } from '#electron/store/incarnation.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { nextRevision } from '../session/revision.ts';
import { unlockAtStart } from '../session/unlock.ts';
import { carryOut } from './carry-out.ts';
import { giveConsent } from './consent.ts';
import { headOnly, standingOfOffice } from './recovery-state.ts';

/** What this data wrote under a key that wrote other things elsewhere: it goes on as another device. */
async function becomeAnother(context: OfficeContext): Promise<void> {
  const { session } = context;
  session.lock();
  // Without a keychain a person unlocks it: the new keys need the data key, which is kept nowhere.
  await unlockAtStart(context);
}

/** A person lets this device take over the requests of the office; see the contract. */
export const takeOverRequests: Handler<'recovery.takeOver'> = async (context) => {
  const { open, me, random } = context;
  const { db } = open.store;
  const may = headOnly(db, me);
  if (!may.ok) return may;
  const standing = standingOfOffice(db);
  if (standing !== 'restored' && standing !== 'rolled-back') return err(refused('recovery.nothing'));
  const written = inOneTransaction(context, (tx) => {
    append(tx, context, [auditFact(context, 'audit.taken-over', { about: open.device })]);
    if (standing === 'rolled-back') beginNewLife(tx, random);
    giveConsent(tx, me);
    return ok(undefined);
  });
  if (!written.ok) return written;
  if (standing === 'rolled-back') {
    noteNewLife(open.store);
    await becomeAnother(context);
  } else {
    for (const { office } of allPartners(db)) {
      const carried = carryOut(context, office);
      if (!carried.ok) return carried;
    }
  }
  return ok({ revision: nextRevision(context) });
};
