import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, resources } from './resources.ts';

/**
 * Makes the translator. Texts are bundled; nothing is fetched. A key without a text is a bug: it is shown as such and
 * handed to `missing`, and never replaced by another language's text.
 */
export function makeLanguages(language: Language, missing: (key: string) => void): i18n {
  const languages = createInstance();
  languages.use(initReactI18next);
  void languages.init({
    resources,
    lng: language,
    fallbackLng: false,
    defaultNS: 'ui',
    ns: Object.keys(resources['zh-CN']),
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => {
      missing(`${namespace}:${key}`);
    },
    parseMissingKeyHandler: (key) => `⟦${key}⟧`,
    react: { useSuspense: false },
  });
  return languages;
}
