import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { Employer } from './employer-page.tsx';
import { SplitPanel } from './split-panel.tsx';
import { useSaid } from './use-said.ts';

/** How an employer was written over time, what was merged into it, and who did what to its record. */
export function RecordPanels({ view }: { readonly view: Employer }) {
  const { t } = useTranslation('employer');
  return (
    <div className="two-columns">
      <div>
        <Written title={t('record.names')} rows={view.names} />
        <Written title={t('record.codes')} rows={view.codes} />
        <Written title={t('record.addresses')} rows={view.addresses} />
        <Written title={t('record.legalReps')} rows={view.legalReps} />
      </div>
      <div>
        <Merged view={view} />
        <SplitPanel view={view} />
        <Acts acts={view.acts} />
      </div>
    </div>
  );
}

function Written({ title, rows }: { readonly title: string; readonly rows: Employer['names'] }) {
  const { t } = useTranslation('employer');
  return (
    <Panel title={title} padded={rows.length === 0}>
      {rows.length === 0 ? (
        <p className="soft">{t('record.none')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('record.written')}</th>
              <th scope="col">{t('record.period')}</th>
              <th scope="col" className="num unbroken">
                {t('list.files')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ text, from, to, files }) => (
              <tr key={text}>
                <td className="employer-text">{text}</td>
                <td className="unbroken soft">{from === to ? from : `${from} — ${to}`}</td>
                <td className="num">{files}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Merged({ view }: { readonly view: Employer }) {
  const { t } = useTranslation('employer');
  const [part] = useAct('employer.part');
  const said = useSaid();
  return (
    <Panel title={t('merged.title')} padded>
      {view.merged.length === 0 ? <p className="soft">{t('merged.none')}</p> : null}
      <ul>
        {view.merged.map((record) => (
          <li key={record.id} className="employer-line">
            <span>
              {record.name === '' ? t('noName') : record.name}{' '}
              <span className="small soft">
                {[record.code, t('merged.files', { n: record.files })].filter((text) => text !== '').join(' · ')}
              </span>
            </span>
            <button
              type="button"
              className="text-button"
              aria-label={t('merged.partOf', { name: record.name })}
              onClick={() => void said(() => part({ employer: record.id, merge: record.merge }), t('merged.parted'))}
            >
              {t('merged.part')}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Acts({ acts }: { readonly acts: Employer['acts'] }) {
  const { t } = useTranslation('employer');
  return (
    <Panel title={t('acts.title')} padded>
      {acts.length === 0 ? <p className="soft">{t('acts.none')}</p> : null}
      <ul>
        {acts.map((act) => (
          <li key={act.entry} className="employer-act">
            {t(`acts.${act.kind}`)}{' '}
            <span className="small soft">
              {act.at.replace('T', ' ')} {act.by}
            </span>
            {act.reason === '' ? null : <p className="prose small">{act.reason}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
