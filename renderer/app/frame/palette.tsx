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

/** Requests whose number, receipt number, partner or object matches, as the section would list them. */
async function findRequests(text: string, unnumbered: string): Promise<readonly PaletteEntry[]> {
  const reply = await client().call('request.list', { limit: 8, text: text.slice(0, 100) });
  if (!reply.ok) return [];
  return reply.value.rows.map((row) => ({
    id: row.id,
    title: row.number ?? row.registerNo ?? unnumbered,
    detail: [row.registerNo !== null && row.number !== null ? row.registerNo : '', row.partnerName, row.title]
      .filter((part) => part !== '')
      .join(' · '),
    run: () => {
      go(addresses.request(row.id));
    },
  }));
}

/** Both languages name a section: whoever reads one may have learnt the product in the other. */
function useSectionWords(): (id: string) => string {
  const { i18n } = useTranslation('app');
  const [zh, en] = [i18n.getFixedT('zh-CN', 'app'), i18n.getFixedT('en', 'app')];
  return (id) => `${id} ${zh(`section.${id}`)} ${en(`section.${id}`)}`;
}

/** The palette filled with the product's sections, commands, files and requests. */
export function Palette(props: { readonly open: boolean; readonly onOpen: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const sectionWords = useSectionWords();
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
      words: sectionWords(place.id),
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
  const search = async (text: string): Promise<readonly PaletteEntry[]> =>
    (await Promise.all([findFiles(text), findRequests(text, t('palette.unnumbered'))])).flat();
  return <CommandPalette open={props.open} commands={commands} search={search} onClose={props.onClose} />;
}
