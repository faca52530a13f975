import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';

/** The language of official letters, whatever language the page around them speaks. */
const official = 'zh-CN';

/** Shows a letter in the language it is sent and printed in. */
export function LetterLanguage({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation('print');
  const spoken = useMemo(() => i18n.cloneInstance({ lng: official }), [i18n]);
  return (
    <div lang={official}>
      <I18nextProvider i18n={spoken}>{children}</I18nextProvider>
    </div>
  );
}
