import { saveLink } from '#electron/store/tables/links.ts';
import { quarantinedBytes, quarantinedFor, releaseQuarantined } from '#electron/store/tables/quarantine.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import { writeCard } from '#shared/protocol/partner-card.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { linkOf } from '../sync/link-of.ts';
import { takeWithHeld } from '../sync/take-package.ts';
import { cardFromBytes, relationOf, shownName } from './read-partner-card.ts';

/** Packages that came from this office before its card was here are read now; what fails again stays aside. */
function readWhatWaited(context: OfficeContext, office: OfficeId): void {
  const { store } = context.open;
  for (const id of quarantinedFor(store.db, 'package.unknown-office', office)) {
    const sealed = quarantinedBytes(store.db, id);
    const taken = sealed && takeWithHeld(context, sealed);
    if (!taken?.ok || taken.value.taken.outcome !== 'taken') continue;
    inOneTransaction(context, (tx) => ok(releaseQuarantined(tx, id)));
    context.touch(['request', 'sync', 'deadline']);
  }
}

/**
 * Adds a partner or renews its card. Another key under a known office's name is never taken: somebody must find out
 * first why the partner's key is another one.
 */
export const addPartner: Handler<'partner.add'> = (context, { bytes, confirmed }) => {
  const { open, moment } = context;
  const read = cardFromBytes(bytes, open);
  if (!read.ok) return read;
  const { card, document, hash } = read.value;
  const relation = relationOf(read.value, open);
  if (relation === 'own' || relation === 'older' || relation === 'different-key') {
    return err(refused(`partner.card-${relation}`));
  }
  if (card.validTo < moment.today) return err(refused('partner.card-expired', { until: card.validTo }));
  const facts = { office: card.office, region: card.region, card: hash, confirmed };
  const content = { name: shownName(card), card: writeCard(document) };
  const added = inOneTransaction(context, (tx) => {
    append(tx, context, [{ kind: 'partner.added', on: moment.today, facts, content }]);
    saveLink(tx, linkOf(tx, card.office, context.random));
    return ok({ revision: nextRevision(context) });
  });
  if (added.ok) readWhatWaited(context, card.office);
  return added;
};
