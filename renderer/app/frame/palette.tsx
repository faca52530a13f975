import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyMap } from '#renderer/ui/keys/key-map.tsx';
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

/** How the names of sections and commands sound, by initials: names of people and files are read by the backend. */
const sounds: Readonly<Record<string, string>> = {
  ...{ today: 'jr jinri', dossiers: 'aj anjuan', requests: 'xz xiezhu', deadlines: 'qx qixian', partners: 'xz xiezuo' },
  ...{ sync: 'sf shoufa', settings: 'sz shezhi', new: 'xjaj xinjian', lock: 'sd suoding', keys: 'jpyl jianpan' },
};

/** Both languages name a command, and its sound: whoever reads one may have learnt the product in the other. */
function useWords(): (id: string, key: string) => string {
  const { i18n } = useTranslation('app');
  const [zh, en] = [i18n.getFixedT('zh-CN', 'app'), i18n.getFixedT('en', 'app')];
  return (id, key) => `${id} ${zh(key)} ${en(key)} ${sounds[id] ?? ''}`;
}

type Command = { readonly id: string; readonly name: string; readonly keys?: string; readonly run: () => void };

/** Everything that can be run by name. */
function useCommands(onKeys: () => void): readonly PaletteEntry[] {
  const { t } = useTranslation('app');
  const words = useWords();
  const [lock] = useAct('session.lock');
  // Without a passphrase only the recovery key could open the data again.
  const lockable = useAsk('session.status', {}).last?.custody === 'passphrase';
  const commands: readonly Command[] = [
    ...sections.map((place) => ({
      ...{ id: place.id, name: `section.${place.id}`, keys: `Alt ${place.shortcut}` },
      run: () => {
        go(place.href);
      },
    })),
    {
      ...{ id: 'new', name: 'palette.new', keys: 'Alt N' },
      run: () => {
        go(addresses.newDossier);
      },
    },
    { id: 'keys', name: 'palette.keys', keys: 'F1', run: onKeys },
    ...(lockable ? [{ id: 'lock', name: 'palette.lock', run: () => void lock({}) }] : []),
  ];
  return commands.map(({ name, ...command }) => ({ ...command, title: t(name), words: words(command.id, name) }));
}

/** The palette filled with the product's sections, commands, files and requests; F1 lists the keys that work here. */
export function Palette(props: { readonly open: boolean; readonly onOpen: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const [keys, setKeys] = useState(false);
  const showKeys = (): void => {
    setKeys(true);
  };
  const commands = useCommands(showKeys);
  useShortcut(['Ctrl+K'], t('palette.open'), props.onOpen);
  useShortcut(['F1'], t('palette.keys'), showKeys);
  useShortcut(['Ctrl+N', 'Alt+N'], t('palette.new'), () => {
    go(addresses.newDossier);
  });
  const search = async (text: string): Promise<readonly PaletteEntry[]> =>
    (await Promise.all([findFiles(text), findRequests(text, t('palette.unnumbered'))])).flat();
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
