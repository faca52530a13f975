/** How well a passphrase would stand guessing, roughly. 'short' is refused. */
export type Strength = 'short' | 'weak' | 'fair' | 'good';

/** Fewest characters a passphrase has. */
export const leastCharacters = 8;

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/**
 * A hint, never a verdict: length counts most, then how many kinds of characters there are and how many different
 * ones. A sentence of sixteen letters is better than eight odd signs.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = Array.from(passphrase);
  if (characters.length < leastCharacters) return 'short';
  const different = new Set(characters).size;
  const variety = kinds.filter((kind) => kind.test(passphrase)).length;
  const points = characters.length + (variety - 1) * 2 + Math.min(different, 12) / 2;
  if (different < 5 || points < 14) return 'weak';
  return points < 21 ? 'fair' : 'good';
}
