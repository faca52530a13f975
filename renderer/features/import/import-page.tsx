import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useIntake } from '#renderer/app/api/use-intake.ts';
import { FileDrop } from '#renderer/ui/files/file-drop.tsx';
import { PageHead, Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { CheckPanel } from './check-panel.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { PastImports } from './past-imports.tsx';
import { type TakenTable, useTable } from './use-table.ts';
import './import.css';

/** 导入案卷: an office's open files from a table, checked line by line before anything is written. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const failureText = useFailureText();
  const office = useAsk('office.get', {}).last;
  const work = useTable(office?.side === 'inspection' ? 'lsi' : 'arb');
  const [done, setDone] = useState(0);
  const { state } = work;
  return (
    <>
      <PageHead title={t('title')} under={t('what')} />
      <div className="import-parts">
        <TableFile onTaken={work.take} />
        {state.reading ? (
          <p role="status" className="soft">
            {t('reading', { name: state.file?.name ?? '' })}
          </p>
        ) : null}
        {state.failure === undefined ? null : (
          <Notice tone="red" role="alert">
            {failureText(state.failure)}
          </Notice>
        )}
        {state.table === undefined || state.file === undefined ? null : (
          <>
            <ColumnsPanel state={state} table={state.table} bothSides={office?.side === 'both'} work={work} />
            <CheckPanel
              key={`${state.file.manifest} ${state.table.sheet}`}
              name={state.file.name}
              titles={state.table.columns.map(({ title }) => title)}
              setting={{
                manifest: state.file.manifest,
                ...state.choice,
                side: state.side,
                columns: [...state.columns],
              }}
              onDone={() => setDone((before) => before + 1)}
            />
          </>
        )}
        <PastImports key={done} shownAbove={state.table !== undefined} />
      </div>
    </>
  );
}

function TableFile({ onTaken }: { readonly onTaken: (file: TakenTable) => void }) {
  const { t } = useTranslation('import');
  const failureText = useFailureText();
  // The id of a file that was taken in a moment ago.
  const { intakes, take, cancel } = useIntake(({ manifest, name }) => onTaken({ manifest: manifest as never, name }));
  return (
    <Panel title={t('file.title')} padded>
      <FileDrop
        label={t('file.choose')}
        hint={t('file.hint')}
        multiple={false}
        intakes={intakes.slice(-1).map(({ failure, ...intake }) => ({
          ...intake,
          note: failure === undefined ? undefined : failureText(failure),
        }))}
        onFiles={(files) => take(files.slice(0, 1))}
        onCancel={cancel}
      />
    </Panel>
  );
}
