import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../dialog/sheet.tsx';
import { useKnownShortcuts } from './shortcut-provider.tsx';
import './key-map.css';

/**
 * F1: the keys that work on the page as it stands, read off the shortcuts that are registered at this moment, and those of
 * every list and dialog; to be printed and laid beside the keyboard.
 */
export function KeyMap(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Sheet
      wide
      open={props.open}
      title={t('keyMap.title')}
      className="key-map-sheet"
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('keyMap.close')}</Button>
          <Button
            type="primary"
            onClick={() => {
              window.print();
            }}
          >
            {t('keyMap.print')}
          </Button>
        </>
      }
    >
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

type Keys = { readonly chords: readonly string[]; readonly what: string };

/** Keys of every list, and of dialogs and forms: controls use them, no page registers them. */
function useUsualKeys(): { readonly list: readonly Keys[]; readonly dialog: readonly Keys[] } {
  const { t } = useTranslation('ui');
  return {
    list: [
      { chords: ['↑', '↓'], what: t('keyMap.list.arrows') },
      { chords: ['PageUp', 'PageDown'], what: t('keyMap.list.pages') },
      { chords: ['Home', 'End'], what: t('keyMap.list.ends') },
      { chords: ['Enter'], what: t('keyMap.list.enter') },
    ],
    dialog: [
      { chords: ['Tab', 'Shift+Tab'], what: t('keyMap.dialog.tab') },
      { chords: ['Enter'], what: t('keyMap.dialog.enter') },
      { chords: ['Esc'], what: t('keyMap.dialog.esc') },
    ],
  };
}

function KeyList() {
  const { t } = useTranslation('ui');
  const known = useKnownShortcuts();
  const { list, dialog } = useUsualKeys();
  return (
    <section className="sheet-body" tabIndex={0} aria-label={t('keyMap.title')}>
      <Keyed title={t('keyMap.page')} keys={known()} />
      <Keyed title={t('keyMap.list.title')} keys={list} />
      <Keyed title={t('keyMap.dialog.title')} keys={dialog} />
    </section>
  );
}

function Keyed({ title, keys }: { readonly title: string; readonly keys: readonly Keys[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="key-map-title">
        {title}
      </h3>
      <dl className="key-map">
        {keys.map(({ chords, what }) => (
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
    </section>
  );
}
