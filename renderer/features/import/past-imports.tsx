import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useWork } from '#renderer/app/api/use-work.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { WorkBar } from '#renderer/ui/state/work-bar.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { ImportResult, type Taken } from './import-result.tsx';
import { UndoSheet } from './undo-sheet.tsx';

/** A table that was taken in. */
export type PastImport = CallOutput<'import.list'>['rows'][number];

/** How the tables that were taken in are asked for. */
export const pastImports = { limit: 50 } as const;

/**
 * The tables that were taken in, the newest first, each to be gone on with or taken back as a whole. `shownAbove`: how far
 * an import is stands beside its table already; whoever comes back to the page sees it here.
 */
export function PastImports({ shownAbove }: { readonly shownAbove: boolean }) {
  const { t } = useTranslation('import');
  const past = useAsk('import.list', pastImports);
  const rows = past.last?.rows ?? [];
  const { work, cancel } = useWork('take-back');
  const taking = useWork('import');
  const [resume, { running }] = useAct('import.resume');
  const [failure, setFailure] = useState<Failure>();
  const [taken, setTaken] = useState<Taken>();
  const [undoing, setUndoing] = useState<PastImport>();
  const failureText = useFailureText();
  if (rows.length === 0) return null;
  const goOn = async (id: string): Promise<void> => {
    const reply = await resume({ import: id });
    setFailure(reply.ok ? undefined : reply.failure);
    setTaken(reply.ok ? reply.value : undefined);
    // Some of it may have come in before it failed.
    if (!reply.ok) past.again();
  };
  const busy = running || taking.work !== undefined;
  return (
    <Panel title={t('past.title')}>
      <div className="panel-body import-news">
        <WorkBar label={t('undo.running')} work={work} onCancel={cancel} />
        <WorkBar
          label={t('run.running')}
          work={shownAbove && !running ? undefined : taking.work}
          onCancel={taking.cancel}
        />
        {failure === undefined ? null : (
          <Notice tone="red" role="alert">
            {failureText(failure)}
          </Notice>
        )}
        {taken === undefined ? null : <ImportResult taken={taken} />}
      </div>
      <PastTable rows={rows} busy={busy} onResume={(id) => void goOn(id)} onUndo={setUndoing} />
      <UndoSheet row={undoing} onClose={() => setUndoing(undefined)} />
    </Panel>
  );
}

function PastHead() {
  const { t } = useTranslation('import');
  return (
    <thead>
      <tr>
        <th scope="col">{t('past.file')}</th>
        <th scope="col">{t('past.when')}</th>
        <th scope="col">{t('past.state')}</th>
        <th scope="col">
          <span className="spoken">{t('past.acts')}</span>
        </th>
      </tr>
    </thead>
  );
}

function PastTable(props: {
  readonly rows: readonly PastImport[];
  readonly busy: boolean;
  readonly onResume: (id: string) => void;
  readonly onUndo: (row: PastImport) => void;
}) {
  const { t } = useTranslation('import');
  return (
    <div className="import-scroll">
      <table className="plain-table">
        <PastHead />
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="import-title">
                {row.name}
              </th>
              <td>
                {row.at.replace('T', ' ')} {row.person}
              </td>
              <td>
                <State row={row} />
              </td>
              <td className="import-row-acts">
                {row.state === 'open' ? (
                  <Button size="small" disabled={props.busy} onClick={() => props.onResume(row.id)}>
                    {t('past.resume')}
                  </Button>
                ) : null}
                {row.mayUndo ? (
                  <Button size="small" onClick={() => props.onUndo(row)}>
                    {t('undo.open')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ row }: { readonly row: PastImport }) {
  const { t } = useTranslation('import');
  const counts = { here: row.here, planned: row.planned, withdrawn: row.withdrawn };
  const left = row.planned - row.here - row.withdrawn;
  return (
    <>
      {t(`past.is.${row.state}`, counts)}
      {row.state === 'done' && left > 0 ? t('past.left', { count: left }) : null}
      {row.reason === '' ? null : <span className="soft"> {t('past.reason', { reason: row.reason })}</span>}
    </>
  );
}
