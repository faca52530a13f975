import { useTranslation } from 'react-i18next';

/** Picks the language of the page out of a text the domain carries in both. */
export function useBilingual(): (text: { readonly zh: string; readonly en: string }) => string {
  const { i18n } = useTranslation('ui');
  return (text) => (i18n.language.startsWith('zh') ? text.zh : text.en);
}
