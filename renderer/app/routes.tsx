import { useTranslation } from 'react-i18next';
import type { RouteObject } from 'react-router';
import {
  ChangePaperPage,
  ClocksPage,
  ComparePage,
  DeadlinePage,
  DeadlinesPage,
} from '#renderer/features/deadline/index.ts';
import { DossierPage, DossiersPage, ReceivePage, RegisterPage } from '#renderer/features/dossier/index.ts';
import { EmployerPage, EmployersPage } from '#renderer/features/employer/index.ts';
import { ImportPage } from '#renderer/features/import/index.ts';
import { PartnerPage, PartnersPage } from '#renderer/features/partner/index.ts';
import { RecoveryPage } from '#renderer/features/recovery/index.ts';
import {
  NewRequestPage,
  PrintPage,
  ReplyPage,
  RequestPage,
  RequestsPage,
  RewriteLetterPage,
} from '#renderer/features/request/index.ts';
import { SlipPage, SyncPage } from '#renderer/features/sync/index.ts';
import { DayListPage, TodayPage } from '#renderer/features/today/index.ts';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { addresses } from './api/addresses.ts';
import { pageOfEachRecord } from './one-record.tsx';
import { settingsRoute } from './settings-route.tsx';

function LostPage() {
  const { t } = useTranslation('app');
  return (
    <EmptyState title={t('lost.title')} text={t('lost.text')} action={<a href={addresses.today}>{t('lost.home')}</a>} />
  );
}

const routes: readonly RouteObject[] = [
  { index: true, element: <TodayPage /> },
  { path: 'today/:list', element: <DayListPage /> },
  { path: 'dossiers', element: <DossiersPage /> },
  { path: 'dossiers/new', element: <ReceivePage /> },
  { path: 'dossiers/import', element: <ImportPage /> },
  { path: 'dossiers/registers', element: <RegisterPage /> },
  { path: 'dossiers/:id/:tab?', element: <DossierPage /> },
  { path: 'deadlines', element: <DeadlinesPage /> },
  { path: 'deadlines/file/:dossier', element: <ClocksPage /> },
  { path: 'deadlines/compare/:dossier', element: <ComparePage /> },
  { path: 'deadlines/:id', element: <DeadlinePage /> },
  { path: 'changes/:change', element: <ChangePaperPage /> },
  { path: 'requests', element: <RequestsPage /> },
  { path: 'requests/new/:dossier', element: <NewRequestPage /> },
  { path: 'requests/:id', element: <RequestPage /> },
  { path: 'requests/:id/letter', element: <RewriteLetterPage /> },
  { path: 'requests/:id/reply', element: <ReplyPage /> },
  { path: 'requests/:id/print/:what', element: <PrintPage /> },
  { path: 'employers', element: <EmployersPage /> },
  { path: 'employers/:id/:tab?', element: <EmployerPage /> },
  { path: 'partners', element: <PartnersPage /> },
  { path: 'partners/:office', element: <PartnerPage /> },
  { path: 'sync', element: <SyncPage /> },
  { path: 'sync/recovery', element: <RecoveryPage /> },
  { path: 'sync/slip/:slip', element: <SlipPage /> },
  settingsRoute,
  { path: '*', element: <LostPage /> },
];

/** Address to page. Each feature hands its pages over through its door. */
export const pages: readonly RouteObject[] = routes.map(pageOfEachRecord);
