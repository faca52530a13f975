/** An exact number: a quotient such as 8000 ÷ 21.75 stays itself until it is rounded once. `under` is above zero. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

/** Reads digits with at most one point, such as '21.75'; the caller has checked the form. */
export function fractionOf(digits: string): Fraction {
  const [whole = '0', decimals = ''] = digits.split('.');
  return { over: BigInt(`${whole}${decimals}`), under: 10n ** BigInt(decimals.length) };
}

/** a + b. */
export const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/** -a. */
export const minus = (a: Fraction): Fraction => ({ over: -a.over, under: a.under });

/** a × b. */
export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });

/** a ÷ b; undefined when b is zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.over === 0n) return undefined;
  const sign = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * sign, under: a.under * b.over * sign };
}

/** `value` in units of 10^-decimals, rounded half away from zero, and whether nothing had to be rounded off. */
export function rounded(value: Fraction, decimals: number): { readonly units: bigint; readonly exact: boolean } {
  const scaled = value.over * 10n ** BigInt(decimals);
  const size = scaled < 0n ? -scaled : scaled;
  const units = (size * 2n + value.under) / (value.under * 2n);
  return { units: scaled < 0n ? -units : units, exact: size % value.under === 0n };
}
