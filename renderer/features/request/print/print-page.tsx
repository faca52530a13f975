import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import { requestIdField } from '#shared/contract/fields.ts';
import type { RequestView } from '../page/view.ts';
import { CertificatePaper } from './certificate-paper.tsx';
import { CoursePaper } from './course-paper.tsx';
import { IntroductionPaper } from './introduction-paper.tsx';
import { CommissionPaper, ReplyPaper } from './letter-papers.tsx';

const sheets = ['commission', 'reply', 'introduction', 'course', 'certificate'] as const;
type SheetName = (typeof sheets)[number];

/** One of a request's papers as it will come out of the printer. */
export function PrintPage() {
  const { t } = useTranslation('request');
  const { id: given, what } = useParams();
  const id = requestIdField.safeParse(given);
  const sheet = sheets.find((one) => one === what);
  const request = useAsk('request.get', id.success ? { request: id.data } : undefined);
  if (!id.success || sheet === undefined) {
    return <EmptyState title={t('lost.request')} action={<a href={addresses.requests}>{t('lost.requests')}</a>} />;
  }
  return (
    <PageState value={request.last} failure={request.failure} onAgain={request.again}>
      {(view) => <Chosen id={id.data} view={view} sheet={sheet} />}
    </PageState>
  );
}

function Chosen({
  id,
  view,
  sheet,
}: {
  readonly id: RequestId;
  readonly view: RequestView;
  readonly sheet: SheetName;
}) {
  const navigate = useNavigate();
  const onBack = (): void => {
    void navigate(`/requests/${id}`);
  };
  const props = { id, view, onBack };
  switch (sheet) {
    case 'commission':
      return <CommissionPaper {...props} />;
    case 'reply':
      return <ReplyPaper {...props} />;
    case 'introduction':
      return <IntroductionPaper {...props} />;
    case 'course':
      return <CoursePaper {...props} />;
    case 'certificate':
      return <CertificatePaper {...props} />;
  }
}
