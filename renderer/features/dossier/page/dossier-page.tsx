import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dossierIdField } from '#shared/contract/fields.ts';
import { DossierSheets } from '../acts/dossier-sheets.tsx';
import { FilesTab } from '../files/files-tab.tsx';
import { ClaimsTab } from '../members/claims-tab.tsx';
import { NotesTab } from '../members/notes-tab.tsx';
import { PartiesTab } from '../members/parties-tab.tsx';
import { RequestsPanel } from '../members/requests-panel.tsx';
import { DossierHead } from './dossier-head.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LimitLine } from './limit-line.tsx';
import { Limits } from './limits.tsx';
import { Overview } from './overview.tsx';
import { StageLine } from './stage-line.tsx';
import { readTab, type TabName, Tabs } from './tabs.tsx';
import { UndoAct } from './undo-act.tsx';
import '../dossier.css';

/** What a file's page shows. */
export type View = CallOutput<'dossier.get'>;

/** A file with its id, as every part of its page takes it. */
export type Shown = { readonly id: DossierId; readonly view: View };

/** One file: head, clocks, tabs. The tab and an open form stand in the address. */
export function DossierPage() {
  const { t } = useTranslation('dossier');
  const params = useParams();
  const id = dossierIdField.safeParse(params['id']);
  const tab = readTab(params['tab']);
  if (!id.success || tab === undefined) {
    return (
      <EmptyState
        title={t('page.none')}
        text={t('page.noneText')}
        action={<a href={addresses.dossiers}>{t('page.toList')}</a>}
      />
    );
  }
  return <Dossier id={id.data} tab={tab} />;
}

function Dossier({ id, tab }: { readonly id: DossierId; readonly tab: TabName }) {
  const file = useAsk('dossier.get', { dossier: id });
  return (
    <PageState value={file.data ?? file.last} failure={file.failure} onAgain={file.again}>
      {(view) => (
        <>
          <DossierHead id={id} view={view} quiet={tab === 'notes'} />
          {tab === 'overview' ? <StageLine id={id} view={view} /> : null}
          {tab === 'overview' ? <Limits id={id} view={view} /> : <LimitLine view={view} />}
          <Tabs id={id} view={view} current={tab} />
          <UndoAct id={id} />
          <TabBody id={id} view={view} tab={tab} />
          <DossierSheets id={id} view={view} />
        </>
      )}
    </PageState>
  );
}

function TabBody({ tab, ...shown }: Shown & { readonly tab: TabName }) {
  switch (tab) {
    case 'overview':
      return <Overview {...shown} />;
    case 'parties':
      return <PartiesTab {...shown} />;
    case 'claims':
      return <ClaimsTab {...shown} />;
    case 'files':
      return <FilesTab {...shown} />;
    case 'notes':
      return <NotesTab {...shown} />;
    case 'requests':
      return <RequestsPanel view={shown.view} />;
    case 'history':
      return <HistoryTab id={shown.id} />;
  }
}
