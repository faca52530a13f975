import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dossierIdField, officeIdField } from '#shared/contract/fields.ts';
import { requestKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { useRequestNames } from '../names.ts';
import { LetterForm } from './letter-form.tsx';
import { Warnings } from './letter-preview.tsx';
import { type LetterValue, letterValue } from './letter-value.ts';
import '../request.css';

/** A new request from a dossier: the kind follows from the dossier's side, the letter begins from what the file knows. */
export function NewRequestPage() {
  const { t } = useTranslation('request');
  const id = dossierIdField.safeParse(useParams()['dossier']);
  const dossier = useAsk('dossier.get', id.success ? { dossier: id.data } : undefined);
  if (!id.success)
    return <EmptyState title={t('lost.dossier')} action={<a href={addresses.dossiers}>{t('lost.dossiers')}</a>} />;
  return (
    <PageState value={dossier.last} failure={dossier.failure} onAgain={dossier.again}>
      {(view) => <Begun id={id.data} view={view} />}
    </PageState>
  );
}

function Begun({ id, view }: { readonly id: DossierId; readonly view: CallOutput<'dossier.get'> }) {
  const { t } = useTranslation('request');
  const names = useRequestNames();
  const kind = requestKinds.find((one) => one.office === view.row.side);
  // Both kinds of this version are the contract's; the code list of the contract is the same.
  const code = kind?.code === 'LSI_ASSIST' ? 'LSI_ASSIST' : 'ARB_INVESTIGATE';
  const prefill = useAsk('request.prefill', kind === undefined ? undefined : { dossier: id, kind: code });
  const partners = useAsk('partner.list', {});
  const number = view.row.caseNo ?? view.row.windowNo;
  if (kind === undefined) return <EmptyState title={t('lost.kind')} />;
  return (
    <>
      <PageHead
        title={t('letter.new', { kind: names.kind(code) })}
        under={
          <a href={addresses.dossier(id)}>
            {number} {view.row.title}
          </a>
        }
      />
      <PageState value={prefill.last} failure={prefill.failure} onAgain={prefill.again}>
        {(filled) =>
          partners.last === undefined ? null : (
            <>
              <Warnings codes={filled.warnings.filter((warning) => warning.startsWith('asked'))} />
              <Writing id={id} kind={kind} filled={filled} partners={partners.last} number={number} />
            </>
          )
        }
      </PageState>
    </>
  );
}

function Writing(props: {
  readonly id: DossierId;
  readonly kind: (typeof requestKinds)[number];
  readonly filled: CallOutput<'request.prefill'>;
  readonly partners: CallOutput<'partner.list'>;
  readonly number: string;
}) {
  const { t } = useTranslation('request');
  const navigate = useNavigate();
  const { id, kind, filled, partners } = props;
  const only = partners.filter((partner) => partner.kinds.includes(kind.code));
  const partner = officeIdField.safeParse(only.length === 1 ? only[0]?.office : undefined);
  // The letter begins once; what arrives later must not replace what is typed.
  const [initial] = useState<LetterValue>(() =>
    letterValue(partner.success ? partner.data : null, filled.letter, null),
  );
  return (
    <LetterForm
      task={{
        ...{ dossier: id, request: undefined, kind, basis: filled.basis, draftKey: `request.new:${id}` },
        draftTitle: t('letter.draft', { number: props.number }),
      }}
      initial={initial}
      today={useToday()}
      onLeave={() => {
        void navigate(`/dossiers/${id}`);
      }}
    />
  );
}
