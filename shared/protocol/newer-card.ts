import type { Package } from './package.ts';
import { readCard, relateCard, type SignedCard, writeCard } from './partner-card.ts';
import type { Hashing, Verifying } from './ports.ts';

/**
 * The card a package brings, when it is a later one under the root key of the card held: taken without a person, because
 * nobody but that office can sign it. Read before the package is believed: the device that signed the package may stand on
 * this card alone. Any other card is left where it lies.
 */
export function newerCard(
  read: Package,
  held: SignedCard | undefined,
  ports: { readonly hashing: Hashing; readonly verifying: Verifying },
): SignedCard | undefined {
  const document = read.type === 'receipt' ? read.receipt.own : read.bundle.manifest.card;
  if (!document || !held) return undefined;
  const card = readCard(writeCard(document), ports);
  if (!card.ok || card.value.card.office !== held.card.office) return undefined;
  return relateCard(card.value, held) === 'newer' ? card.value : undefined;
}
