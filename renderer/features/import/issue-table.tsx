import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { columnName } from '#shared/domain/import/cell.ts';
import { type Checked, pageLines } from './use-check.ts';

type Issue = Checked['issues'][number];

/** What is said of a line: a doubt about a number or text as forms say it, otherwise the text of a refusal. */
export function useIssueText(): (issue: Issue) => string {
  const { t, i18n } = useTranslation('dossier');
  const failureText = useFailureText();
  return ({ code, facts }) => {
    if (i18n.exists(`warning.${code}`, { ns: 'dossier' })) return t(`warning.${code}`, { ...facts });
    return failureText({ kind: 'bad-input', code, ...(facts === undefined ? {} : { facts }) });
  };
}

type Props = {
  readonly checked: Checked;
  readonly titles: readonly string[];
  readonly onPage: (offset: number, badOnly: boolean) => void;
};

/** Everything found about the lines of a table, a page at a time. */
export function IssueTable(props: Props) {
  const { t } = useTranslation('import');
  const text = useIssueText();
  const { checked, titles, onPage } = props;
  const { issues, total, badOnly } = checked;
  const columnText = (column: number | null): string =>
    column === null ? t('issue.wholeLine') : `${columnName(column)} ${titles[column] ?? ''}`;
  if (total === 0 && !badOnly) return null;
  return (
    <>
      <div className="import-acts">
        <Checkbox checked={badOnly} onChange={(event) => onPage(0, event.target.checked)}>
          {t('issue.badOnly')}
        </Checkbox>
        <span className="small soft">{t(checked.more ? 'issue.totalMore' : 'issue.total', { count: total })}</span>
      </div>
      <section className="import-scroll import-issues" tabIndex={0} aria-label={t('issue.label')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('issue.line')}</th>
              <th scope="col">{t('issue.column')}</th>
              <th scope="col">{t('issue.what')}</th>
            </tr>
          </thead>
          <tbody>
            {issues.map((issue) => (
              <tr key={`${issue.line} ${issue.column} ${issue.code}`}>
                <td>{issue.line}</td>
                <td>{columnText(issue.column)}</td>
                <td>
                  <span className={issue.bad ? 'import-bad' : 'soft'}>
                    {t(issue.bad ? 'issue.bad' : 'issue.doubt')}
                  </span>{' '}
                  {text(issue)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Turner checked={checked} onPage={onPage} />
    </>
  );
}

function Turner({ checked, onPage }: Pick<Props, 'checked' | 'onPage'>) {
  const { t } = useTranslation('import');
  const { offset, total, badOnly } = checked;
  if (total <= pageLines) return null;
  return (
    <div className="import-acts">
      <Button disabled={offset === 0} onClick={() => onPage(offset - pageLines, badOnly)}>
        {t('issue.before')}
      </Button>
      <Button disabled={offset + pageLines >= total} onClick={() => onPage(offset + pageLines, badOnly)}>
        {t('issue.next')}
      </Button>
      <span className="small soft">
        {t('issue.page', { from: offset + 1, to: Math.min(total, offset + pageLines) })}
      </span>
    </div>
  );
}
