import { Button } from 'antd';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useWidth } from '#renderer/ui/format/use-width.ts';
import { ListShell } from '#renderer/ui/list/list-shell.tsx';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { type ListFilter, useAddressFilter, writeFilter } from './address-filter.ts';
import { useColumns } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { SavedFilters } from './saved-filters.tsx';
import '../dossier.css';

/** Fewer text heights than this across, and the less telling columns give way to numbers and names. */
const roomyRems = 68;

function useIsNarrow(box: RefObject<HTMLDivElement | null>): boolean {
  const width = useWidth(box);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 14;
  return width > 0 && width / rem < roomyRems;
}

/** The register: files of both sides, what can still be saved today first. */
export function DossiersPage() {
  const { t } = useTranslation('dossier');
  const today = useToday();
  const [filter, change] = useAddressFilter();
  const office = useAsk('office.get', {}).last;
  const pages = usePages('dossier.list', { filter });
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(today, useIsNarrow(box));
  return (
    <div className="page-fill">
      <PageHead title={t('list.title')} acts={<HeadActs />} />
      <FilterBar filter={filter} onChange={change} bothSides={office?.side === 'both'} />
      <SavedFilters filter={filter} onRecall={change} />
      <div className="grow" ref={box}>
        <ListShell
          id={`dossiers:${JSON.stringify(filter)}`}
          label={t('list.title')}
          columns={columns}
          total={pages.total}
          more={pages.more}
          rowAt={pages.rowAt}
          keyOf={(row) => row.id}
          onView={pages.onView}
          failure={pages.failure}
          onAgain={pages.again}
          onOpen={(row) => {
            window.location.hash = addresses.dossier(row.id);
          }}
          empty={
            <NoDossiers filter={filter} onAll={() => change({ text: '', side: 'all', status: 'all', mine: false })} />
          }
          autoFocus
        />
      </div>
    </div>
  );
}

/** What begins from the register: a receipt, an import of open files, the printed books. */
function HeadActs() {
  const { t } = useTranslation('dossier');
  const navigate = useNavigate();
  return (
    <>
      <Button href={addresses.importFiles}>{t('list.import')}</Button>
      <Button href={addresses.registers}>{t('register.open')}</Button>
      <Button type="primary" onClick={() => void navigate('/dossiers/new')} aria-keyshortcuts="Alt+N">
        {t('list.receive')}
      </Button>
    </>
  );
}

/** Nothing to list: either nothing was received yet, or the filter is too narrow. */
function NoDossiers(props: { readonly filter: ListFilter; readonly onAll: () => void }) {
  const { t } = useTranslation('dossier');
  const narrowed = Object.keys(writeFilter({ ...props.filter, sort: 'due' })).length > 0;
  if (!narrowed) {
    return (
      <EmptyState
        title={t('list.emptyTitle')}
        text={t('list.emptyText')}
        action={<a href={addresses.newDossier}>{t('list.receive')}</a>}
      />
    );
  }
  return (
    <EmptyState
      title={t('list.noneTitle')}
      text={t('list.noneText')}
      action={
        <button type="button" className="plain-button" onClick={props.onAll}>
          {t('list.showAll')}
        </button>
      }
    />
  );
}
