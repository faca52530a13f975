import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { makeLanguages } from '#renderer/i18n/languages.ts';
import { readLanguage } from '#renderer/i18n/resources.ts';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { fontSizes } from '#renderer/ui/tokens.ts';
import { Gallery } from './gallery.tsx';

const asked = new URLSearchParams(window.location.search);
const language = readLanguage(asked.get('lang')) ?? 'zh-CN';
const languages = makeLanguages(language, (key) => {
  reportError(new Error(`no text for ${key}`));
});
document.documentElement.lang = language;
const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(
  <I18nextProvider i18n={languages}>
    <KitProvider
      theme={asked.get('theme') === 'dark' ? 'dark' : 'light'}
      fontSize={fontSizes.find((size) => String(size) === asked.get('size')) ?? 14}
    >
      <Gallery exhibit={asked.get('exhibit') ?? 'strip'} />
    </KitProvider>
  </I18nextProvider>,
);
