import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { applyAppearance } from '#renderer/ui/appearance.ts';
import { refuseDrops } from '#renderer/ui/files/refuse-drops.ts';
import { makeLanguages } from '../i18n/languages.ts';
import { App } from './app.tsx';
import { rememberedAppearance } from './appearance-memory.ts';
import { makeStore } from './store.ts';

const first = rememberedAppearance(document.documentElement.lang, window.localStorage);
const systemDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
const mode = first.theme === 'system' ? (systemDark ? 'dark' : 'light') : first.theme;
applyAppearance(document.documentElement, mode, first.fontSize);

const languages = makeLanguages(first.language, (key) => {
  // A text that is missing is a bug of ours and must be heard by whoever tests; it holds no personal data.
  reportError(new Error(`no text for ${key}`));
});

refuseDrops(window);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <Provider store={makeStore()}>
      <App first={first} languages={languages} />
    </Provider>
  </StrictMode>,
);
