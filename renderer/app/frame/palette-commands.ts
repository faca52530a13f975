import { useTranslation } from 'react-i18next';
import { filterAddress, useFileActs } from '#renderer/features/dossier/index.ts';
import type { PaletteEntry } from '#renderer/ui/palette/palette.tsx';
import { addresses } from '../api/addresses.ts';
import { useAct } from '../api/use-act.ts';
import { useAsk } from '../api/use-ask.ts';
import { sections } from '../sections.tsx';

function go(href: string): void {
  window.location.hash = href;
}

/** How the names of sections and commands sound, by initials: names of people and files are read by the backend. */
const sounds: Readonly<Record<string, string>> = {
  ...{ today: 'jr jinri', dossiers: 'aj anjuan', requests: 'xz xiezhu', deadlines: 'qx qixian', partners: 'xz xiezuo' },
  ...{ employers: 'dw danwei', sync: 'sf shoufa', settings: 'sz shezhi', new: 'xjaj xinjian', lock: 'sd suoding' },
  ...{ keys: 'jpyl jianpan', registers: 'djb dengjibu', month: 'qxyl yuelan', list: 'qxlb liebiao', mine: 'wcbd wode' },
  ...{
    people: 'ryzz renyuan',
    numbering: 'bh bianhao',
    branches: 'pct paichuting',
    appearance: 'wg waiguan',
    backup: 'bfhf beifen',
  },
  ...{ import: 'dr daoru', scanner: 'smwjj saomiao', proof: 'jyyzj jiaoyan' },
  ...{ calendar: 'rl rili', rules: 'qxgz guize', audit: 'sjjl shenji' },
};

type Command = { readonly id: string; readonly name: string; readonly keys?: string; readonly run: () => void };

/** Pages that are no section of their own, and are asked for by name all the same. */
const places: readonly { readonly id: string; readonly href: string }[] = [
  { id: 'registers', href: addresses.registers },
  { id: 'import', href: addresses.importFiles },
  { id: 'mine', href: `${addresses.dossiers}?mine=1` },
  { id: 'list', href: `${addresses.deadlines}?view=list` },
  { id: 'month', href: addresses.deadlines },
  ...['people', 'numbering', 'branches', 'appearance', 'backup', 'scanner', 'proof', 'calendar', 'rules', 'audit'].map(
    (id) => ({
      id,
      href: addresses.settingsPart(id),
    }),
  ),
];

/** Both languages name a command, and its sound: whoever reads one may have learnt the product in the other. */
function useWords(): (id: string, key: string) => string {
  const { i18n } = useTranslation('app');
  const [zh, en] = [i18n.getFixedT('zh-CN', 'app'), i18n.getFixedT('en', 'app')];
  return (id, key) => `${id} ${zh(key)} ${en(key)} ${sounds[id] ?? ''}`;
}

/** The filters kept by name, each leading to the register narrowed by it. */
function useFilterEntries(): readonly PaletteEntry[] {
  const { t } = useTranslation('workplace');
  const kept = useAsk('filter.list', {}).last ?? [];
  return kept.map(({ id, name, words, filter }) => ({
    ...{ id, kind: t('find.filter'), title: name, words },
    run: () => {
      go(filterAddress(filter));
    },
  }));
}

/** What may be done to the file that is open; choosing it opens its form there. */
function useActEntries(): readonly PaletteEntry[] {
  const { t } = useTranslation('workplace');
  return useFileActs().map(({ id, title, number, words, href }) => ({
    ...{ id, kind: t('find.act'), title, detail: number, words },
    run: () => {
      go(href);
    },
  }));
}

/** Everything that can be run by name. */
export function useCommands(onKeys: () => void): readonly PaletteEntry[] {
  const { t } = useTranslation('app');
  const { t: place } = useTranslation('workplace');
  const words = useWords();
  const filters = useFilterEntries();
  const acts = useActEntries();
  const [lock] = useAct('session.lock');
  // Without a passphrase only the recovery key could open the data again.
  const lockable = useAsk('session.status', {}).last?.custody === 'passphrase';
  const to = (id: string, name: string, href: string, keys?: string): Command => ({
    ...{ id, name, ...(keys === undefined ? {} : { keys }) },
    run: () => {
      go(href);
    },
  });
  const commands: readonly Command[] = [
    ...sections.map(({ id, href, shortcut }) => to(id, `section.${id}`, href, `Alt ${shortcut}`)),
    to('new', 'palette.new', addresses.newDossier, 'Alt N'),
    { id: 'keys', name: 'palette.keys', keys: 'F1', run: onKeys },
    ...(lockable ? [{ id: 'lock', name: 'palette.lock', run: () => void lock({}) }] : []),
    ...places.map(({ id, href }) => to(id, `palette.place.${id}`, href)),
  ];
  const kind = place('find.command');
  return [
    ...acts,
    ...filters,
    ...commands.map(({ name, ...command }) => ({ ...command, kind, title: t(name), words: words(command.id, name) })),
  ];
}
