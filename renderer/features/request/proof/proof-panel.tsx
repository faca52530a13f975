import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { HonestWord } from '#renderer/ui/status/honest-word.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import type { RequestView } from '../page/view.ts';
import { type ProofView, useProofWords } from './proof-words.ts';
import { SaveProof } from './save-proof.tsx';
import './proof.css';

/** Faults and entries shown before the paper has to be asked for the rest. */
const mostFaults = 5;
const mostLines = 8;

/**
 * What the partner has signed for and when, and whether everything stored here of the request is sound: checked anew from
 * the database whenever the page is shown or something came in.
 */
export function ProofPanel({ id, view }: { readonly id: RequestId; readonly view: RequestView }) {
  const { t } = useTranslation('proof');
  const proof = useAsk('request.proof', { request: id });
  return (
    <Panel title={t('title')} side={<HonestWord word={view.row.word} />} padded>
      {proof.failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={proof.failure} />
        </Notice>
      )}
      {proof.last === undefined ? (
        <p className="soft small">{proof.failure === undefined ? t('checking') : null}</p>
      ) : (
        <Found id={id} view={view} proof={proof.last} />
      )}
    </Panel>
  );
}

type FoundProps = { readonly id: RequestId; readonly view: RequestView; readonly proof: ProofView };

function Found({ id, view, proof }: FoundProps) {
  const { t } = useTranslation('proof');
  const count = (side: 'r' | 'e'): number => proof.lines.filter((line) => line.side === side).length;
  return (
    <div className="proof">
      <p>
        <Badge tone={proof.ok ? 'green' : 'red'}>
          {proof.ok ? t('sound') : t('unsound', { n: proof.faults.length })}
        </Badge>{' '}
        {t('entries', { r: count('r'), e: count('e') })}
      </p>
      {proof.ok ? <p className="soft small">{t('soundText')}</p> : <Faults view={view} proof={proof} />}
      <Signed view={view} proof={proof} />
      <p className="soft small">{t('compare')}</p>
      <p className="digest" aria-label={t('digest')}>
        {view.digest.slice(0, 32).replaceAll(/(.{4})/g, '$1 ')}
      </p>
      <div className="button-line">
        <a className="plain-button" href={addresses.print(id, 'certificate')}>
          {t('print')}
        </a>
        <SaveProof id={id} />
      </div>
    </div>
  );
}

function Faults({ view, proof }: Omit<FoundProps, 'id'>) {
  const { t } = useTranslation('proof');
  const words = useProofWords(view);
  const rest = proof.faults.length - mostFaults;
  return (
    <Notice tone="red" role="alert">
      {t(proof.faults.every(({ code }) => code === 'fork') ? 'forkedText' : 'unsoundText')}
      <ul className="proof-faults">
        {proof.faults.slice(0, mostFaults).map((found) => (
          <li key={`${found.code} ${found.part} ${found.n}`}>{words.fault(found)}</li>
        ))}
        {rest > 0 ? <li>{t('more', { n: rest })}</li> : null}
      </ul>
    </Notice>
  );
}

/** Our own entries, the newest last, each with the receipt that covers it. */
function Signed({ view, proof }: Omit<FoundProps, 'id'>) {
  const { t } = useTranslation('proof');
  const words = useProofWords(view);
  const own = proof.lines.filter((line) => line.ours);
  const rest = own.length - mostLines;
  return (
    <>
      <h3 className="proof-heading">{t('signedTitle')}</h3>
      {own.length === 0 ? <p className="soft small">{t('none')}</p> : null}
      {rest > 0 ? <p className="soft small">{t('more', { n: rest })}</p> : null}
      <ol className="proof-lines">
        {own.slice(-mostLines).map((line) => (
          <li key={line.id}>
            <span>{t('entry', { n: line.seq, what: words.what(line) })}</span>
            {words.proofs(line).map((said) => (
              <span key={said} className="soft small">
                {said}
              </span>
            ))}
          </li>
        ))}
      </ol>
      <p className="soft small">{t('when')}</p>
    </>
  );
}
