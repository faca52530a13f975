import { useTranslation } from 'react-i18next';
import { Sheet } from '../dialog/sheet.tsx';
import { useKnownShortcuts } from './shortcut-provider.tsx';
import './key-map.css';

/** F1: the keys that work on the page as it stands, read off the shortcuts that are registered at this moment. */
export function KeyMap(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Sheet open={props.open} title={t('keyMap.title')} onClose={props.onClose}>
      <KeyList />
    </Sheet>
  );
}

function KeyList() {
  const { t } = useTranslation('ui');
  const known = useKnownShortcuts();
  return (
    <>
      <p className="soft">{t('keyMap.text')}</p>
      <dl className="key-map">
        {known().map(({ chords, what }) => (
          <div key={what}>
            <dt>
              {chords.map((chord) => (
                <kbd key={chord}>{chord.replaceAll('+', ' ')}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
