import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { QrImage } from '#renderer/ui/page/qr-image.tsx';
import { Paper, PrintPreview } from '#renderer/ui/print/paper.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { slipText } from '#shared/domain/medium/medium-slip.ts';
import './slip.css';

type Slip = CallOutput<'courier.slip'>;

/** The slip of a medium as it will come out of the printer: half a page of A4, to be cut off and put with the stick. */
export function SlipPage() {
  const { t } = useTranslation('medium');
  const id = Number(useParams()['slip']);
  const known = Number.isSafeInteger(id) && id > 0;
  const slip = useAsk('courier.slip', known ? { slip: id } : undefined);
  if (!known) return <EmptyState title={t('slip.lost')} action={<a href={addresses.sync}>{t('slip.back')}</a>} />;
  return (
    <PageState value={slip.last} failure={slip.failure} onAgain={slip.again}>
      {(found) => <Shown slip={found} />}
    </PageState>
  );
}

function Shown({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation('medium');
  const navigate = useNavigate();
  const [record] = useAct('audit.printed');
  const [failure, setFailure] = useState<Failure>();
  return (
    <PrintPreview
      note={t('slip.note')}
      onBack={() => {
        void navigate('/sync');
      }}
      onPrint={async () => {
        const reply = await record({ what: 'slip', about: slip.print });
        setFailure(reply.ok ? undefined : reply.failure);
        return reply.ok;
      }}
    >
      {failure === undefined ? null : (
        <div className="screen-only">
          <Notice tone="red" role="alert">
            <FailureText failure={failure} />
          </Notice>
        </div>
      )}
      <SlipPaper slip={slip} />
    </PrintPreview>
  );
}

/** From, to, how much, the fingerprint with its code, and lines for handing it over: nobody's name, nothing of the contents. */
function SlipPaper({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation('medium');
  const { from, office, name, at, packages, files, print, label } = slip;
  const text = slipText({ from: from.office, to: office, at, packages, files, print });
  const facts = [
    [t('slip.from'), from.name, from.office],
    [t('slip.to'), name, office],
    ...(label === '' ? [] : [[t('slip.medium'), label]]),
    [t('slip.at'), at],
    [t('slip.holds'), t('slip.amount', { packages, files })],
    [t('slip.purpose'), t('slip.purposeText')],
  ] as const;
  return (
    <Paper form="sheet" label={t('slip.title')}>
      <div className="slip">
        <h1 className="slip-title">{t('slip.title')}</h1>
        <div className="slip-body">
          <table>
            <tbody>
              {facts.map(([fact = '', value = '', code = '']) => (
                <tr key={fact}>
                  <th scope="row">{fact}</th>
                  <td>
                    {value} {code === '' ? null : <span className="slip-office">{code}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <QrImage text={text} label={t('slip.code')} size={128} />
        </div>
        <p className="flush slip-print">
          {t('slip.print')} <strong>{print}</strong>
        </p>
        <p className="flush">{t('slip.printWhat')}</p>
        <Handover />
        <p className="flush small">{t('slip.codeWhat')}</p>
      </div>
    </Paper>
  );
}

/** Lines to sign when it goes from hand to hand. */
function Handover() {
  const { t } = useTranslation('medium');
  return (
    <table className="slip-handover">
      <thead>
        <tr>
          {(['step', 'signature', 'when'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`slip.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['given', 'carried', 'received'] as const).map((step) => (
          <tr key={step}>
            <th scope="row">{t(`slip.step.${step}`)}</th>
            <td />
            <td className="slip-when">{t('slip.when')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
