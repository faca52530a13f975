import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useWork } from '#renderer/app/api/use-work.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { WorkBar } from '#renderer/ui/state/work-bar.tsx';
import type { OfficeId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { FolderChooser } from './folder-chooser.tsx';

/** What is to be done with a medium. */
export type CourierTask =
  | { readonly kind: 'import' }
  | { readonly kind: 'export'; readonly office?: OfficeId; readonly name?: string };

/** What came of it. */
export type CourierDone =
  | { readonly kind: 'import'; readonly folder: string; readonly result: CallOutput<'courier.import'> }
  | { readonly kind: 'export'; readonly folder: string; readonly result: CallOutput<'courier.export'> };

/** Characters of the longest name of a medium a call takes. */
const longestName = 40;

/** Chooses a medium and writes to it or reads from it; nothing on it is ever removed. */
export function CourierSheet(props: {
  readonly task: CourierTask;
  readonly onDone: (done: CourierDone) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('sync');
  const { task } = props;
  const [folder, setFolder] = useState('');
  const [label, setLabel] = useState('');
  const { run, running, failure } = useCourier(task, props.onDone);
  const title =
    task.kind === 'export' && task.name !== undefined
      ? t('export.titleFor', { name: task.name })
      : t(`${task.kind}.title`);
  return (
    <Sheet
      open
      title={title}
      onClose={() => {
        if (!running) props.onClose();
      }}
    >
      <form
        className="sheet-frame"
        onSubmit={(event) => {
          event.preventDefault();
          if (folder.trim() !== '' && !running) void run(folder.trim(), label);
        }}
      >
        <div className="sheet-body">
          <p className="soft">{t(`${task.kind}.what`)}</p>
          <FolderChooser value={folder} onChange={setFolder} />
          {task.kind === 'export' ? <MediumName value={label} onChange={setLabel} /> : null}
          <CourierNews kind={task.kind} running={running} failure={failure} />
        </div>
        <div className="sheet-foot">
          <Button onClick={props.onClose} disabled={running}>
            {t('cancel')}
          </Button>
          <Button type="primary" htmlType="submit" loading={running} disabled={folder.trim() === ''}>
            {t(`${task.kind}.act`)}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** What the medium is called, to find out later what is on it. */
function MediumName(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('medium');
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('label.name')}
      </label>
      <input
        id={id}
        className="plain-input"
        value={props.value}
        maxLength={longestName}
        autoComplete="off"
        placeholder={t('label.hint')}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
    </div>
  );
}

/** What goes on, or why nothing was carried out. */
function CourierNews(props: {
  readonly kind: CourierTask['kind'];
  readonly running: boolean;
  readonly failure: Failure | undefined;
}) {
  const { t } = useTranslation('sync');
  const { work, cancel } = useWork('export');
  if (props.running) {
    return (
      <>
        <Notice tone="blue" role="status">
          {t(`${props.kind}.running`)}
        </Notice>
        {props.kind === 'export' ? <WorkBar label={t('export.name')} work={work} onCancel={cancel} /> : null}
      </>
    );
  }
  if (props.failure === undefined) return null;
  return (
    <Notice tone={props.failure.code === 'courier.cancelled' ? 'amber' : 'red'} role="alert">
      <FailureText failure={props.failure} />
    </Notice>
  );
}

function useCourier(task: CourierTask, onDone: (done: CourierDone) => void) {
  const [write, writing] = useAct('courier.export');
  const [read, reading] = useAct('courier.import');
  const [failure, setFailure] = useState<Failure>();
  const run = async (folder: string, label: string): Promise<void> => {
    setFailure(undefined);
    if (task.kind === 'import') {
      const reply = await read({ folder });
      if (reply.ok) onDone({ kind: 'import', folder, result: reply.value });
      else setFailure(reply.failure);
      return;
    }
    const reply = await write({ folder, label, ...(task.office === undefined ? {} : { office: task.office }) });
    if (reply.ok) onDone({ kind: 'export', folder, result: reply.value });
    else setFailure(reply.failure);
  };
  return { run, running: writing.running || reading.running, failure };
}
