import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

/** How a page that stands alone changes the language; undefined inside the product, where the settings do. */
export const DoorLanguage = createContext<((language: 'zh-CN' | 'en') => void) | undefined>(undefined);

/** Names the other language in that language, for whoever cannot read this one. */
export function LanguageSwitch() {
  const { i18n } = useTranslation('session');
  const speak = useContext(DoorLanguage);
  if (speak === undefined) return null;
  const chinese = i18n.language.startsWith('zh');
  return (
    <button
      type="button"
      className="text-button door-language"
      lang={chinese ? 'en' : 'zh-CN'}
      onClick={() => {
        speak(chinese ? 'en' : 'zh-CN');
      }}
    >
      {chinese ? 'English' : '中文'}
    </button>
  );
}
