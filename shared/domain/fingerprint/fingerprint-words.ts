import { fingerprintWordList } from './word-list.ts';

/**
 * A fingerprint of groups of five digits as words to be read aloud: two for each group, the group divided by 317 and the
 * rest. They say the same as the digits, so either may be compared. Undefined for a text that is no fingerprint.
 */
export function fingerprintWords(fingerprint: string): readonly (readonly [string, string])[] | undefined {
  if (!/^\d{5}( \d{5})*$/.test(fingerprint)) return undefined;
  return fingerprint.split(' ').map((group) => {
    const value = Number(group);
    const count = fingerprintWordList.length;
    return [fingerprintWordList[Math.floor(value / count)] ?? '', fingerprintWordList[value % count] ?? ''] as const;
  });
}
