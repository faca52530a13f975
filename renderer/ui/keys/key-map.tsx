import { useTranslation } from 'react-i18next';
import { Sheet } from '../dialog/sheet.tsx';
import { useKnownShortcuts } from './shortcut-provider.tsx';
import './key-map.css';

/** F1: the keys that work on the page as it stands, read off the shortcuts that are registered at this moment. */
export function KeyMap(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Sheet wide open={props.open} title={t('keyMap.title')} onClose={props.onClose}>
      <KeyList />
    </Sheet>
  );
}

/** More keys than these that do the same are a row of numbers: its ends say it. */
const mostNamed = 3;

function endsOf(chords: readonly string[]): readonly string[] {
  const [first, last] = [chords[0], chords.at(-1)];
  if (chords.length <= mostNamed || first === undefined || last === undefined) return chords;
  return [first, '…', last];
}

function KeyList() {
  const { t } = useTranslation('ui');
  const known = useKnownShortcuts();
  return (
    <div className="sheet-body">
      <p className="soft">{t('keyMap.text')}</p>
      <dl className="key-map">
        {known().map(({ chords, what }) => (
          <div key={what}>
            <dt>
              {endsOf(chords).map((chord) => (
                <kbd key={chord}>{chord.replaceAll('+', ' ')}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
