import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import { writeCard } from '#shared/protocol/partner-card.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { cardFromBytes, relationOf } from './read-partner-card.ts';

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
  const content = { name: card.name, card: writeCard(document) };
  return inOneTransaction(context, (tx) => {
    append(tx, context, [{ kind: 'partner.added', on: moment.today, facts, content }]);
    return ok({ revision: nextRevision(context) });
  });
};
