import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { Paper } from '#renderer/ui/print/paper.tsx';
import { usePaperDate } from '#renderer/ui/print/paper-dates.ts';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { RequestView } from '../page/view.ts';
import { type ProofView, useProofWords } from '../proof/proof-words.ts';
import { type PaperProps, RecordedPreview } from './recorded-preview.tsx';
import '../proof/proof.css';

/** 核对证明: what a check of the whole request found, what the partner signed for, and how a third party checks it again. */
export function CertificatePaper({ id, view, onBack }: PaperProps) {
  const proof = useAsk('request.proof', { request: id });
  return (
    <PageState value={proof.last} failure={proof.failure} onAgain={proof.again}>
      {(found) => (
        <RecordedPreview what="certificate" about={view.row.number ?? id} onBack={onBack}>
          <Certificate id={id} view={view} proof={found} />
        </RecordedPreview>
      )}
    </PageState>
  );
}

type Props = { readonly view: RequestView; readonly proof: ProofView };

function Certificate({ id, view, proof }: Props & Pick<PaperProps, 'id'>) {
  const { t } = useTranslation('proof');
  const paperDate = usePaperDate();
  const today = useToday();
  const office = useAsk('office.get', {}).last;
  const words = useProofWords(view);
  return (
    <Paper form="sheet" label={t('paper.title')}>
      <div className="certificate-paper">
        <h1 className="letter-title">{t('paper.title')}</h1>
        <p className="flush">{t('paper.intro')}</p>
        <Facts id={id} view={view} proof={proof} />
        <p className="flush verdict">{proof.ok ? t('paper.sound') : t('paper.unsound', { n: proof.faults.length })}</p>
        {proof.faults.map((found) => (
          <p key={`${found.code} ${found.part} ${found.n}`} className="flush">
            {words.fault(found)}
          </p>
        ))}
        {proof.remarks.map((found) => (
          <p key={`${found.code} ${found.part} ${found.n}`} className="flush">
            {words.remark(found)}
          </p>
        ))}
        <Lines view={view} proof={proof} />
        <Receipts proof={proof} />
        <h2>{t('paper.howTitle')}</h2>
        {(['how1', 'how2', 'how3', 'how4'] as const).map((step) => (
          <p key={step} className="flush">
            {t(`paper.${step}`)}
          </p>
        ))}
        <p className="flush">
          {t('paper.printed', { date: paperDate(today), office: office?.name ?? '', name: office?.me.name ?? '' })}
        </p>
      </div>
    </Paper>
  );
}

function Facts({ id, view, proof }: Props & Pick<PaperProps, 'id'>) {
  const { t } = useTranslation('proof');
  const { t: request } = useTranslation('request');
  const count = (side: 'r' | 'e'): number => proof.lines.filter((line) => line.side === side).length;
  const codes = [
    [t('paper.id'), id],
    ...proof.offices.map(({ side, fingerprint }) => [
      `${t(side === 'r' ? 'paper.requester' : 'paper.executor')} ${t('paper.fingerprint')}`,
      fingerprint,
    ]),
    [`${t('paper.requester')} ${t('paper.head')}`, proof.heads.r?.id ?? ''],
    [`${t('paper.executor')} ${t('paper.head')}`, proof.heads.e?.id ?? ''],
    [t('paper.digest'), view.digest],
    [t('paper.hash'), proof.hash ?? ''],
  ] as const;
  const named = (side: 'r' | 'e'): string => proof.offices.find((one) => one.side === side)?.name ?? '';
  return (
    <table>
      <tbody>
        <Fact name={t('paper.number')} value={view.row.number ?? request('list.unnumbered')} />
        <Fact name={t('paper.requester')} value={named('r') || view.requester} />
        <Fact name={t('paper.executor')} value={named('e') || view.executor} />
        <Fact name={t('paper.entries')} value={t('entries', { r: count('r'), e: count('e') })} />
        {codes
          .filter(([, value]) => value !== '')
          .map(([name = '', value = '']) => (
            <Fact key={name} name={name} value={value} code />
          ))}
      </tbody>
    </table>
  );
}

function Fact(props: { readonly name: string; readonly value: string; readonly code?: boolean }) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td className={props.code === true ? 'code' : undefined}>{props.value}</td>
    </tr>
  );
}

function Lines({ view, proof }: Props) {
  const { t } = useTranslation('proof');
  const words = useProofWords(view);
  return (
    <>
      <h2>{t('paper.linesTitle')}</h2>
      <table>
        <thead>
          <tr>
            {(['no', 'on', 'what', 'proof'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`paper.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proof.lines.map((line) => (
            <tr key={`${line.side} ${line.seq}`}>
              <td className="unbroken">
                {t(line.side === 'r' ? 'paper.requester' : 'paper.executor')} {line.seq}
              </td>
              <td className="unbroken">{line.on.replace('T', ' ')}</td>
              <td>{words.what(line)}</td>
              <td>
                {words.proofs(line).map((said) => (
                  <p key={said}>{said}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Receipts({ proof }: { readonly proof: ProofView }) {
  const { t } = useTranslation('proof');
  if (proof.receipts.length === 0) return null;
  return (
    <>
      <h2>{t('paper.receiptsTitle')}</h2>
      <table>
        <thead>
          <tr>
            {(['receipt', 'upTo', 'root', 'heard'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`paper.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proof.receipts.map((one) => (
            <tr key={`${one.number} ${one.root}`}>
              <td>{one.number}</td>
              <td>{one.upTo}</td>
              <td className="code">{one.root}</td>
              <td className="unbroken">{one.heard}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
