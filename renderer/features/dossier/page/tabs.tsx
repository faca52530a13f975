import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { PageTabs } from '#renderer/ui/page/page-tabs.tsx';
import type { Shown, View } from './dossier-page.tsx';

/** The tabs of a file's page, in order. */
export const tabNames = ['overview', 'parties', 'claims', 'files', 'notes', 'requests', 'history'] as const;

/** One of `tabNames`. */
export type TabName = (typeof tabNames)[number];

/** The tab an address names; the first without one, undefined for a name that is none. */
export function readTab(name: string | undefined): TabName | undefined {
  return name === undefined ? 'overview' : tabNames.find((tab) => tab === name);
}

function countOf(view: View, tab: TabName): number | undefined {
  switch (tab) {
    case 'parties':
      return view.parties.length;
    case 'claims':
      return view.claims.length;
    case 'files':
      return view.files.length;
    case 'notes':
      return view.notes.length;
    case 'requests':
      return view.requests.length;
    default:
      return undefined;
  }
}

/** The tabs of a file, with how many things lie behind each. */
export function Tabs({ id, view, current }: Shown & { readonly current: TabName }) {
  const { t } = useTranslation('dossier');
  const tabs = tabNames.map((tab) => ({
    id: tab,
    name: tab === 'claims' ? t(`claim.title.${view.row.side}`) : t(`tab.${tab}`),
    href: tab === 'overview' ? addresses.dossier(id) : addresses.dossierTab(id, tab),
    count: countOf(view, tab),
  }));
  return <PageTabs label={t('tab.label')} current={current} tabs={tabs} />;
}
