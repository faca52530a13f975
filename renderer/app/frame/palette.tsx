import { useTranslation } from 'react-i18next';
import { useShortcut } from '#renderer/ui/keys/shortcut-provider.tsx';
import { CommandPalette, type PaletteEntry } from '#renderer/ui/palette/palette.tsx';
import { addresses } from '../api/addresses.ts';
import { client } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { useAsk } from '../api/use-ask.ts';
import { sections } from '../sections.tsx';

function go(href: string): void {
  window.location.hash = href;
}

/** Files whose number, party or initials match, as the register would list them. */
async function findFiles(text: string): Promise<readonly PaletteEntry[]> {
  const reply = await client().call('dossier.list', { limit: 8, filter: { text, status: 'all' } });
  if (!reply.ok) return [];
  return reply.value.rows.map((row) => ({
    id: row.id,
    title: row.caseNo ?? row.windowNo,
    detail: row.title,
    run: () => {
      go(addresses.dossier(row.id));
    },
  }));
}

/** The palette filled with the product's sections, commands and files. */
export function Palette(props: { readonly open: boolean; readonly onOpen: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const [lock] = useAct('session.lock');
  // Without a passphrase only the recovery key could open the data again.
  const lockable = useAsk('session.status', {}).last?.custody === 'passphrase';
  useShortcut(['Ctrl+K'], props.onOpen);
  useShortcut(['Ctrl+N', 'Alt+N'], () => {
    go(addresses.newDossier);
  });
  const commands: readonly PaletteEntry[] = [
    ...sections.map((place) => ({
      id: place.id,
      title: t(`section.${place.id}`),
      words: place.id,
      keys: `Alt ${place.shortcut}`,
      run: () => {
        go(place.href);
      },
    })),
    {
      id: 'new',
      title: t('palette.new'),
      words: 'new xjaj',
      keys: 'Alt N',
      run: () => {
        go(addresses.newDossier);
      },
    },
    ...(lockable
      ? [
          {
            id: 'lock',
            title: t('palette.lock'),
            words: 'lock sd',
            run: () => {
              void lock({});
            },
          },
        ]
      : []),
  ];
  return <CommandPalette open={props.open} commands={commands} search={findFiles} onClose={props.onClose} />;
}
