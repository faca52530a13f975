import { useTranslation } from 'react-i18next';
import { chineseNumeral } from '#shared/domain/numbering/chinese-numeral.ts';

/** Number of an item at the second level of a letter: （一） in Chinese (GB/T 9704), (1) in English. */
export function useItemNumber(): (n: number) => string {
  const { i18n } = useTranslation('print');
  return (n) => (i18n.language.startsWith('zh') ? chineseNumeral(n) : String(n));
}
