import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyMap } from '#renderer/ui/keys/key-map.tsx';
import { useShortcut } from '#renderer/ui/keys/shortcut-provider.tsx';
import { CommandPalette } from '#renderer/ui/palette/palette.tsx';
import { addresses } from '../api/addresses.ts';
import { useCommands } from './palette-commands.ts';
import { useFind } from './palette-find.ts';

/** The palette filled with the product's sections, commands, files, people and requests; F1 lists the keys that work here. */
export function Palette(props: { readonly open: boolean; readonly onOpen: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const [keys, setKeys] = useState(false);
  const showKeys = (): void => {
    setKeys(true);
  };
  const commands = useCommands(showKeys);
  const search = useFind();
  useShortcut(['Ctrl+K'], t('palette.open'), props.onOpen);
  useShortcut(['F1'], t('palette.keys'), showKeys);
  useShortcut(['Ctrl+N', 'Alt+N'], t('palette.new'), () => {
    window.location.hash = addresses.newDossier;
  });
  return (
    <>
      <CommandPalette open={props.open} commands={commands} search={search} onClose={props.onClose} />
      <KeyMap
        open={keys}
        onClose={() => {
          setKeys(false);
        }}
      />
    </>
  );
}
