const digits = '零一二三四五六七八九';

function tens(n: number, one: string): string {
  const [ten, unit] = [Math.floor(n / 10), n % 10];
  return `${ten === 1 ? one : (digits[ten] ?? '')}十${unit === 0 ? '' : (digits[unit] ?? '')}`;
}

/** A whole number from 1 to 999 in Chinese numerals: 7 is 七, 12 is 十二, 20 is 二十, 105 is 一百零五, 210 is 二百一十. */
export function chineseNumeral(n: number): string {
  if (n < 100) return n < 10 ? (digits[n] ?? '') : tens(n, '');
  const rest = n % 100;
  const joined = rest === 0 ? '' : rest < 10 ? `零${digits[rest] ?? ''}` : tens(rest, '一');
  return `${digits[Math.floor(n / 100)] ?? ''}百${joined}`;
}

const numeral = /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九])?$/;
const worth = (digit: string | undefined): number => (digit === undefined || digit === '' ? 0 : digits.indexOf(digit));

/** The number Chinese numerals from 一 to 九百九十九 stand for; undefined for anything else. */
export function readChineseNumeral(text: string): number | undefined {
  const [, hundreds, ten, isTen, unit] = numeral.exec(text) ?? [];
  const value = worth(hundreds) * 100 + (isTen === undefined ? 0 : (worth(ten) || 1) * 10) + worth(unit);
  return value > 0 && chineseNumeral(value) === text ? value : undefined;
}
