import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Act, useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useIntake } from '#renderer/app/api/use-intake.ts';
import { useWork } from '#renderer/app/api/use-work.ts';
import { FileDrop } from '#renderer/ui/files/file-drop.tsx';
import { PageHead, Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { CheckPanel } from './check-panel.tsx';
import { CharsetChoice, ColumnsPanel } from './columns-panel.tsx';
import { PastImports, pastImports } from './past-imports.tsx';
import { type TableState, type TakenTable, useTable } from './use-table.ts';
import './import.css';

type Work = ReturnType<typeof useTable>;

/** 导入案卷: an office's open files from a table, checked line by line before anything is written. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const office = useAsk('office.get', {}).last;
  const work = useTable(office?.side === 'inspection' ? 'lsi' : 'arb');
  const [done, setDone] = useState(0);
  const past = useAsk('import.list', pastImports);
  const act = useAct('import.run');
  // In this window or in another one: no other table is read meanwhile.
  const taking = useWork('import').work !== undefined || act[1].running;
  const { state } = work;
  const ended = (): void => {
    setDone((before) => before + 1);
    past.again();
  };
  return (
    <>
      <PageHead title={t('title')} under={t('what')} />
      <div className="import-parts">
        <TableFile disabled={taking} onTaken={work.take} />
        {state.reading ? (
          <p role="status" className="soft">
            {t('reading', { name: state.file?.name ?? '' })}
          </p>
        ) : null}
        <Unread state={state} disabled={taking} work={work} />
        <TablePanels work={work} bothSides={office?.side === 'both'} act={act} taking={taking} onDone={ended} />
        <PastImports key={done} shownAbove={state.table !== undefined} />
      </div>
    </>
  );
}

/** What is chosen of a table that was read, and what comes of it. */
function TablePanels(props: {
  readonly work: Work;
  readonly bothSides: boolean;
  readonly act: Act<'import.run'>;
  readonly taking: boolean;
  readonly onDone: () => void;
}) {
  const { work, bothSides, act, taking, onDone } = props;
  const { file, table, choice, side, columns, reading } = work.state;
  if (table === undefined || file === undefined) return null;
  return (
    <>
      <ColumnsPanel state={work.state} table={table} bothSides={bothSides} disabled={taking} work={work} />
      <CheckPanel
        key={`${file.manifest} ${table.sheet}`}
        name={file.name}
        titles={table.columns.map(({ title }) => title)}
        setting={{ manifest: file.manifest, ...choice, side, columns: [...columns] }}
        act={act}
        disabled={taking || reading}
        onDone={onDone}
      />
    </>
  );
}

/** Why a table, or a choice about it, could not be read, with what can be chosen instead where nothing else is shown. */
function Unread({
  state,
  disabled,
  work,
}: {
  readonly state: TableState;
  readonly disabled: boolean;
  readonly work: Work;
}) {
  const { t } = useTranslation('import');
  const failureText = useFailureText();
  const { failure, table, wanted } = state;
  const unsure = failure?.code === 'import.charset-unknown' || (wanted.charset ?? null) !== null;
  if (failure === undefined) return null;
  return (
    <>
      <Notice tone="red" role="alert">
        {failureText(failure)} {table === undefined ? null : t('choice.kept')}
      </Notice>
      {table === undefined && unsure ? (
        <div className="import-choices">
          <CharsetChoice charset={wanted.charset ?? null} disabled={disabled} work={work} />
        </div>
      ) : null}
    </>
  );
}

function TableFile(props: { readonly disabled: boolean; readonly onTaken: (file: TakenTable) => void }) {
  const { t } = useTranslation('import');
  const failureText = useFailureText();
  // The id of a file that was taken in a moment ago.
  const { intakes, take, cancel } = useIntake(({ manifest, name }) =>
    props.onTaken({ manifest: manifest as never, name }),
  );
  return (
    <Panel title={t('file.title')} padded>
      <FileDrop
        label={t('file.choose')}
        hint={t('file.hint')}
        multiple={false}
        disabled={props.disabled}
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
