import type { i18n as I18n } from 'i18next';
import { createContext, useContext, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createHashRouter, Outlet, RouterProvider, useLocation } from 'react-router';
import { SessionGate } from '#renderer/features/session/index.ts';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { Language } from '../i18n/resources.ts';
import { useAsk } from './api/use-ask.ts';
import { type Appearance, readAppearance, rememberAppearance } from './appearance-memory.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Framed } from './frame/framed.tsx';
import { pages } from './routes.tsx';

/** How a page changes the language while there is no office that could remember it. */
const LanguageContext = createContext<(language: Language) => void>(() => {});

const router = createHashRouter([{ element: <Inside />, children: [...pages] }]);

/** The frame with the page of the address while the data is open; what stands before it otherwise. */
function Inside() {
  const session = useAsk('session.status', {});
  const { pathname } = useLocation();
  const speak = useContext(LanguageContext);
  return (
    <PageState value={session.last} failure={session.failure} onAgain={session.again}>
      {(status) => (
        <SessionGate status={status} onLanguage={speak}>
          <Framed status={status}>
            <ErrorBoundary place={pathname}>
              <Outlet />
            </ErrorBoundary>
          </Framed>
        </SessionGate>
      )}
    </PageState>
  );
}

/** The look in force: the office's setting once it can be read, until then what this machine showed last. */
function useLook(first: Appearance): readonly [Appearance, (language: Language) => void] {
  const session = useAsk('session.status', {});
  const office = useAsk('office.get', session.last?.state === 'open' ? {} : undefined);
  const [look, setLook] = useState(first);
  useEffect(() => {
    if (office.last === undefined) return;
    const next = readAppearance(office.last.settings, first.language);
    setLook(next);
    rememberAppearance(next, window.localStorage);
  }, [office.last, first.language]);
  const speak = (language: Language): void => {
    const next = { ...look, language };
    setLook(next);
    rememberAppearance(next, window.localStorage);
  };
  return [look, speak];
}

/** The whole interface under its providers. */
export function App(props: { readonly first: Appearance; readonly languages: I18n }) {
  const [look, speak] = useLook(props.first);
  useEffect(() => {
    document.documentElement.lang = look.language;
    void props.languages.changeLanguage(look.language);
  }, [look.language, props.languages]);
  return (
    <I18nextProvider i18n={props.languages}>
      <KitProvider theme={look.theme} fontSize={look.fontSize}>
        <LanguageContext value={speak}>
          {/* At once: as a transition a new page, or a sheet that closes, waits as long as keys keep coming. */}
          <RouterProvider router={router} useTransitions={false} />
        </LanguageContext>
      </KitProvider>
    </I18nextProvider>
  );
}
