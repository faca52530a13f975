import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { PageTabs } from '#renderer/ui/page/page-tabs.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { rowIdField } from '#shared/contract/fields.ts';
import { FilesList } from './files-list.tsx';
import { MergeSheet } from './merge-sheet.tsx';
import { RecordPanels } from './record-panels.tsx';
import { RequestsList } from './requests-list.tsx';
import './employer.css';

/** What an employer's page shows. */
export type Employer = CallOutput<'employer.get'>;

const tabs = ['files', 'requests', 'record'] as const;
type Tab = (typeof tabs)[number];

/** One employer over all files: where it stands, which requests have to do with it, and how its record came about. */
export function EmployerPage() {
  const { t } = useTranslation('employer');
  const params = useParams();
  const id = rowIdField.safeParse(params['id']);
  const tab = params['tab'] === undefined ? 'files' : tabs.find((known) => known === params['tab']);
  if (!id.success || tab === undefined) {
    return <EmptyState title={t('lost')} action={<a href={addresses.employers}>{t('toList')}</a>} />;
  }
  return <Shown id={id.data} tab={tab} />;
}

function Shown({ id, tab }: { readonly id: string; readonly tab: Tab }) {
  const { t } = useTranslation('employer');
  const employer = useAsk('employer.get', { employer: id });
  const [merging, setMerging] = useState(false);
  return (
    <PageState value={employer.data ?? employer.last} failure={employer.failure} onAgain={employer.again}>
      {(view) => (
        <div className={tab === 'record' ? undefined : 'page-fill'}>
          <PageHead
            title={<span className="employer-name">{view.name === '' ? t('noName') : view.name}</span>}
            under={
              <>
                {view.code === '' ? <span>{t('noCode')}</span> : <span className="unbroken">{view.code}</span>}
                <span>{t('counts', { files: view.files, open: view.open })}</span>
              </>
            }
            acts={<Button onClick={() => setMerging(true)}>{t('merge.open')}</Button>}
          />
          {view.id === id ? null : <Notice tone="blue">{t('wasMerged')}</Notice>}
          <Tabs id={view.id} view={view} current={tab} />
          {tab === 'record' ? (
            <RecordPanels view={view} />
          ) : (
            <div className="grow">
              {tab === 'files' ? <FilesList employer={view.id} /> : <RequestsList employer={view.id} />}
            </div>
          )}
          <MergeSheet view={view} open={merging} onClose={() => setMerging(false)} />
        </div>
      )}
    </PageState>
  );
}

/** The tabs of an employer, with how many files it has. */
function Tabs({ id, view, current }: { readonly id: string; readonly view: Employer; readonly current: Tab }) {
  const { t } = useTranslation('employer');
  const shown = tabs.map((tab) => ({
    id: tab,
    name: t(`tab.${tab}`),
    href: tab === 'files' ? addresses.employer(id) : addresses.employerTab(id, tab),
    count: tab === 'files' ? view.files : undefined,
  }));
  return <PageTabs label={t('tab.label')} current={current} tabs={shown} />;
}
