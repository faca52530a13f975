function keepEnds(chars: readonly string[], head: number, tail: number): string {
  const hidden = chars.length - head - tail;
  return [...chars.slice(0, head), '*'.repeat(hidden), ...chars.slice(chars.length - tail)].join('');
}

/** Identity number: 330***********1234. Short numbers of other papers keep two characters at each end, or none. */
export function maskIdNo(idNo: string): string {
  const chars = Array.from(idNo);
  if (chars.length >= 15) return keepEnds(chars, 3, 4);
  return chars.length >= 8 ? keepEnds(chars, 2, 2) : '*'.repeat(chars.length);
}

/** Telephone number: 138****0000; with more or fewer digits the middle is hidden all the same. */
export function maskPhone(phone: string): string {
  const chars = Array.from(phone);
  if (chars.length >= 11) return keepEnds(chars, 3, 4);
  return chars.length >= 7 ? keepEnds(chars, 2, 2) : '*'.repeat(chars.length);
}

/** A person's name: 张*, 欧**; at most two stars, so that long names do not show by their length. */
export function maskName(name: string): string {
  const chars = Array.from(name);
  return chars.length <= 1 ? '*'.repeat(chars.length) : `${chars[0] ?? ''}${'*'.repeat(Math.min(2, chars.length - 1))}`;
}

/** A bank card or account number: the last four digits only. */
export function maskAccount(account: string): string {
  const chars = Array.from(account.replaceAll(/\s/g, ''));
  return chars.length >= 8 ? keepEnds(chars, 0, 4) : '*'.repeat(chars.length);
}
