const brackets: ReadonlyMap<string, string> = new Map([
  ...Array.from('〔[【「『{《<', (open) => [open, '('] as const),
  ...Array.from('〕]】」』}》>', (close) => [close, ')'] as const),
]);

/**
 * A case or letter number as it is searched: every bracket a round one, full-width forms made half, no spaces, leading
 * zeros of the running number kept. Two ways of writing one number give the same text.
 */
export function normaliseNumber(text: string): string {
  const narrow = text.normalize('NFKC').replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');
  // Removing and raising letters can leave marks that compose again.
  const upper = narrow.toUpperCase().normalize('NFKC');
  return Array.from(upper, (char) => brackets.get(char) ?? char).join('');
}
