import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import './state.css';

/** True while nothing can be written: the backend does not answer. Given by the frame, read beside every button that writes. */
export const UnreachableContext = createContext(false);

/** What a button that writes is described by while nothing can be written; undefined otherwise. */
export function useUnreachable(id: string): string | undefined {
  return useContext(UnreachableContext) ? id : undefined;
}

/** The sign beside a button that writes, while nothing can be written. `id` is what the button is described by. */
export function UnreachableNote({ id }: { readonly id: string }) {
  const { t } = useTranslation('ui');
  const gone = useContext(UnreachableContext);
  return gone ? (
    <span className="unreachable" id={id}>
      <span aria-hidden="true">× </span>
      {t('state.unreachable')}
    </span>
  ) : null;
}
