import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dossierIdField, officeIdField, requestIdField } from '#shared/contract/fields.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import { useRequestNames } from '../names.ts';
import { LetterForm } from './letter-form.tsx';
import { letterValue } from './letter-value.ts';
import '../request.css';

/** An unsent letter written anew: earlier approvals are void once it is submitted again. */
export function RewriteLetterPage() {
  const { t } = useTranslation('request');
  const id = requestIdField.safeParse(useParams()['id']);
  const request = useAsk('request.get', id.success ? { request: id.data } : undefined);
  const lost = <EmptyState title={t('lost.request')} action={<a href={addresses.requests}>{t('lost.requests')}</a>} />;
  if (!id.success) return lost;
  return (
    <PageState value={request.last} failure={request.failure} onAgain={request.again}>
      {(view) => <Rewriting id={id.data} view={view} />}
    </PageState>
  );
}

function Rewriting({ id, view }: { readonly id: RequestId; readonly view: CallOutput<'request.get'> }) {
  const { t } = useTranslation('request');
  const names = useRequestNames();
  const navigate = useNavigate();
  const today = useToday();
  const dossier = dossierIdField.safeParse(view.dossier);
  const partner = officeIdField.safeParse(view.row.partner);
  const kind = requestKind(view.row.kind);
  const prefill = useAsk(
    'request.prefill',
    dossier.success ? { dossier: dossier.data, kind: view.row.kind } : undefined,
  );
  const letter = view.paper?.commission ?? view.commission;
  if (!dossier.success || kind === undefined || letter === null || !view.may.includes('resubmit')) {
    return (
      <EmptyState
        title={t('rewrite.not')}
        text={t('rewrite.notText')}
        action={<a href={addresses.request(id)}>{t('rewrite.back')}</a>}
      />
    );
  }
  return (
    <>
      <PageHead title={t('rewrite.title', { kind: names.letter(kind.code) })} under={<span>{view.row.title}</span>} />
      <Notice tone="amber">{t('rewrite.voids')}</Notice>
      <PageState value={prefill.last} failure={prefill.failure} onAgain={prefill.again}>
        {(filled) => (
          <LetterForm
            task={{
              ...{ dossier: dossier.data, request: id, kind, basis: filled.basis, draftKey: `request.letter:${id}` },
              draftTitle: t('letter.draft', { number: view.dossierNumber ?? '' }),
            }}
            initial={letterValue(partner.success ? partner.data : null, letter, view.paper?.hash ?? null)}
            today={today}
            onLeave={() => {
              void navigate(`/requests/${id}`);
            }}
          />
        )}
      </PageState>
    </>
  );
}
