import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { useIssueText } from './issue-table.tsx';

/** What became of an import. */
export type Taken = CallOutput<'import.run'>;

/** Lines that are named; the others are counted. */
const named = 5;

/** What came in, whether the rest can be gone on with, and which lines were left out for which reason. */
export function ImportResult({ taken }: { readonly taken: Taken }) {
  const { t } = useTranslation('import');
  const failureText = useFailureText();
  const { here, planned, left, whole, stopped } = taken;
  const tone = stopped === null ? (left > 0 ? 'amber' : 'green') : 'red';
  return (
    <Notice tone={tone} role={stopped === null ? 'status' : 'alert'}>
      {stopped === null ? null : `${failureText({ kind: 'refused', code: stopped })} `}
      {t(left > 0 ? 'run.part' : 'run.whole', { count: here, planned })} {whole ? null : `${t('run.goOn')} `}
      <a href={addresses.dossiers}>{t('run.toList')}</a>
      <LeftOut taken={taken} />
    </Notice>
  );
}

function LeftOut({ taken: { out, whole, left } }: { readonly taken: Taken }) {
  const { t } = useTranslation('import');
  const text = useIssueText();
  if (out.length === 0) return null;
  const more = (whole ? left : out.length) - named;
  return (
    <ul className="import-worked">
      {out.slice(0, named).map((issue) => (
        <li key={issue.line}>{t('run.out', { line: issue.line, what: text(issue) })}</li>
      ))}
      {more > 0 ? <li>{t('run.outMore', { count: more })}</li> : null}
    </ul>
  );
}
