import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { requestIdField } from '#shared/contract/fields.ts';
import { useRequestNames } from '../names.ts';
import { ReplyForm } from './reply-form.tsx';
import '../request.css';
import '../page/request-page.css';

/** 拟回函: the answer to a request that was accepted here. */
export function ReplyPage() {
  const { t } = useTranslation('request');
  const names = useRequestNames();
  const id = requestIdField.safeParse(useParams()['id']);
  const request = useAsk('request.get', id.success ? { request: id.data } : undefined);
  if (!id.success) {
    return <EmptyState title={t('lost.request')} action={<a href={addresses.requests}>{t('lost.requests')}</a>} />;
  }
  return (
    <PageState value={request.last} failure={request.failure} onAgain={request.again}>
      {(view) =>
        view.commission === null || !(view.may.includes('reply') || view.may.includes('resubmit')) ? (
          <EmptyState
            title={t('reply.not')}
            text={t('reply.notText')}
            action={<a href={addresses.request(id.data)}>{t('rewrite.back')}</a>}
          />
        ) : (
          <>
            <PageHead
              title={t('reply.title', { number: view.row.number ?? names.kind(view.row.kind) })}
              under={<span>{view.row.title}</span>}
            />
            {view.paper === null || view.paper.next === 'none' || view.paper.next === 'moot' ? null : (
              <Notice tone="amber">{t('rewrite.voids')}</Notice>
            )}
            <ReplyForm id={id.data} view={view} commission={view.commission} />
          </>
        )
      }
    </PageState>
  );
}
