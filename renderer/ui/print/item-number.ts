import { useTranslation } from 'react-i18next';

const digits = '零一二三四五六七八九';

/** A whole number from 1 to 199 in Chinese numerals: 7 is 七, 12 is 十二, 20 is 二十, 105 is 一百零五. */
export function chineseNumeral(n: number): string {
  if (n >= 100) {
    const rest = n - 100;
    const joined = rest === 0 ? '' : rest < 10 ? `零${chineseNumeral(rest)}` : chineseTens(rest, '一');
    return `一百${joined}`;
  }
  return n < 10 ? (digits[n] ?? '') : chineseTens(n, '');
}

function chineseTens(n: number, one: string): string {
  const tens = Math.floor(n / 10);
  const units = n % 10;
  return `${tens === 1 ? one : (digits[tens] ?? '')}十${units === 0 ? '' : (digits[units] ?? '')}`;
}

/** Number of an item at the second level of a letter: （一） in Chinese (GB/T 9704), (1) in English. */
export function useItemNumber(): (n: number) => string {
  const { i18n } = useTranslation('print');
  return (n) => (i18n.language.startsWith('zh') ? chineseNumeral(n) : String(n));
}
