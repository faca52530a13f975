import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import { requestIdField } from '#shared/contract/fields.ts';
import { ForkPanel } from '../proof/fork-panel.tsx';
import { ProofPanel } from '../proof/proof-panel.tsx';
import { AttachmentPanel } from './attachment-panel.tsx';
import { ItemPanel } from './item-panel.tsx';
import { PaperTrail } from './paper-trail.tsx';
import { ReadOnlyNotice } from './read-only-notice.tsx';
import { RequestClocks } from './request-clocks.tsx';
import { RequestHead } from './request-head.tsx';
import { RequestTimeline } from './request-timeline.tsx';
import { ReviewPanel } from './review-panel.tsx';
import type { RequestView } from './view.ts';
import { VisiblePanel } from './visible-panel.tsx';
import '../request.css';
import './request-page.css';

/** Says to the partner that a person has read what arrived, once for what is unread now. */
function useOpened(id: RequestId, view: RequestView): void {
  const [opened] = useAct('request.opened');
  const told = useRef('');
  const newest = view.row.unread ? (view.timeline.findLast((item) => !item.ours)?.id ?? '') : '';
  useEffect(() => {
    if (newest === '' || told.current === newest) return;
    told.current = newest;
    // A refusal (a restored copy that only reads) leaves the request unread, which is the truth.
    void opened({ request: id });
  }, [newest, id, opened]);
}

/** One request with everything both offices hold of it, and what may be done now. */
export function RequestPage() {
  const { t } = useTranslation('request');
  const id = requestIdField.safeParse(useParams()['id']);
  const request = useAsk('request.get', id.success ? { request: id.data } : undefined);
  if (!id.success) {
    return <EmptyState title={t('lost.request')} action={<a href={addresses.requests}>{t('lost.requests')}</a>} />;
  }
  return (
    <PageState
      value={request.data ?? (request.failure === undefined ? request.last : undefined)}
      failure={request.failure}
      onAgain={request.again}
    >
      {(view) => <Shown id={id.data} view={view} />}
    </PageState>
  );
}

function Shown({ id, view }: { readonly id: RequestId; readonly view: RequestView }) {
  useOpened(id, view);
  const sent = view.row.state !== 'approval';
  return (
    <>
      <RequestHead id={id} view={view} />
      <ReadOnlyNotice view={view} />
      {sent ? <ForkPanel id={id} /> : null}
      <ReviewPanel view={view} />
      {sent ? <RequestClocks view={view} /> : null}
      <div className="two-columns">
        <div>
          {view.paper === null ? null : <PaperTrail id={id} view={view} paper={view.paper} />}
          {sent ? <RequestTimeline view={view} /> : null}
          <ItemPanel view={view} />
        </div>
        <div>
          <VisiblePanel id={id} view={view} />
          <AttachmentPanel view={view} />
          {sent ? <ProofPanel id={id} view={view} /> : null}
        </div>
      </div>
    </>
  );
}
