import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { safeText } from '#shared/domain/party/safe-text.ts';
import { regionName } from '#shared/domain/region/region.ts';
import { fingerprint, type PartnerCard, readCard, relateCard, type SignedCard } from '#shared/protocol/partner-card.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { heldCard } from './held-card.ts';

const mostBytes = 65_536;

/** Reads the bytes of a card file and proves that its own office key signed it. */
export function cardFromBytes(bytes: Uint8Array, open: OpenOffice): Result<SignedCard, Failure> {
  if (bytes.length > mostBytes) return err({ kind: 'bad-input', code: 'partner.card-shape' });
  const text = new TextDecoder('utf-8').decode(bytes);
  const read = readCard(text, { hashing: open.suite, verifying: open.suite });
  return read.ok ? read : err({ kind: 'bad-input', code: `partner.${read.error}` });
}

/** An office's name without marks that turn or hide text; its code when nothing is left. */
export function shownName({ name, office }: PartnerCard): string {
  const safe = safeText(name, { max: 200 });
  return safe.ok && safe.value.text !== '' ? safe.value.text : office;
}

type CardView = CallOutput<'partner.readCard'>;

/** How a card stands to this office: our own, or new, same, newer, older, or another key under a known name. */
export function relationOf(card: SignedCard, open: OpenOffice): CardView['relation'] {
  if (card.card.office === open.office) return 'own';
  return relateCard(card, heldCard(open.store.db, card.card.office, open));
}

/** What a card says, before anybody decides to take it. */
export const readPartnerCard: Handler<'partner.readCard'> = ({ open }, { bytes }) => {
  const read = cardFromBytes(bytes, open);
  if (!read.ok) return read;
  const { card } = read.value;
  return ok({
    ...{
      office: card.office,
      name: shownName(card),
      region: card.region,
      regionName: regionName(card.region) ?? card.region,
    },
    fingerprint: fingerprint(card, open.suite),
    ...{ validFrom: card.validFrom, validTo: card.validTo, kinds: [...card.kinds], scope: card.scope },
    relation: relationOf(read.value, open),
  });
};
