import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#renderer/ui/frame/mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './session.css';

/** A page that stands alone, outside the frame: the mark, one heading, and what is to be done. */
export function DoorPage(props: {
  readonly title: string;
  readonly text?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('session');
  useEffect(() => {
    document.title = `${props.title} - ${t('product')}`;
  }, [props.title, t]);
  return (
    <div className="door">
      <header className="door-top">
        <Mark />
        <span className="door-name">{t('product')}</span>
        <span className="soft">{t('purpose')}</span>
        <LanguageSwitch />
      </header>
      <main className={props.wide === true ? 'door-page wide' : 'door-page'}>
        <h1>{props.title}</h1>
        {props.text === undefined ? null : <p className="soft door-text">{props.text}</p>}
        {props.children}
      </main>
    </div>
  );
}
