import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '#renderer/app/api/use-act.ts';
import { useWork } from '#renderer/app/api/use-work.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { WorkBar } from '#renderer/ui/state/work-bar.tsx';
import type { Failure } from '#shared/contract/failure.ts';
import { ImportResult, type Taken } from './import-result.tsx';
import { IssueTable } from './issue-table.tsx';
import { type Setting, useCheck } from './use-check.ts';

/** Checks a table, tells every line that cannot be taken in, and takes the others in. */
export function CheckPanel(props: {
  readonly name: string;
  readonly titles: readonly string[];
  readonly setting: Setting;
  readonly act: Act<'import.run'>;
  /** A table is being taken in, by whomever, or another one is being read. */
  readonly disabled: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('import');
  const check = useCheck(props.setting);
  const [run, { running }] = props.act;
  const { work, cancel } = useWork(running ? 'import' : 'import-check');
  const [taken, setTaken] = useState<Taken>();
  const [failure, setFailure] = useState<Failure>();
  const begin = async (): Promise<void> => {
    setFailure(undefined);
    setTaken(undefined);
    const reply = await run({ ...props.setting, name: props.name });
    if (reply.ok) {
      setTaken(reply.value);
      check.forget();
    } else setFailure(reply.failure);
    props.onDone();
  };
  const busy = check.running || running || props.disabled;
  const good = check.checked?.good ?? 0;
  return (
    <Panel title={t('check.title')} padded>
      <div className="import-acts">
        <Button onClick={() => check.check()} loading={check.running} disabled={busy}>
          {t('check.act')}
        </Button>
        <Button type="primary" disabled={busy || good === 0} loading={running} onClick={() => void begin()}>
          {good === 0 ? t('run.act') : t('run.actOf', { count: good })}
        </Button>
        <span className="small soft">{t('check.what')}</span>
      </div>
      <WorkBar
        label={t(running ? 'run.running' : 'check.running')}
        work={check.running || running ? work : undefined}
        onCancel={cancel}
      />
      <Refusal failure={failure ?? check.failure} />
      {taken === undefined ? null : <ImportResult taken={taken} />}
      <Told check={check} titles={props.titles} />
    </Panel>
  );
}

/** How many files are good, and what stands in the way of the others. */
function Told({ check, titles }: { readonly check: ReturnType<typeof useCheck>; readonly titles: readonly string[] }) {
  const { t } = useTranslation('import');
  const { checked } = check;
  if (checked === undefined) return null;
  return (
    <>
      <Notice tone={checked.bad > 0 ? 'amber' : 'green'} role="status">
        {t('check.sum', { good: checked.good, bad: checked.bad })}
      </Notice>
      <IssueTable checked={checked} titles={titles} onPage={check.check} />
    </>
  );
}

function Refusal({ failure }: { readonly failure: Failure | undefined }) {
  const text = useFailureText();
  if (failure === undefined) return null;
  return (
    <Notice tone={failure.code === 'work.cancelled' ? 'amber' : 'red'} role="alert">
      {text(failure)}
    </Notice>
  );
}
