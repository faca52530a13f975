import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { DayDifferences } from '../law/day-differences.tsx';
import { type ChosenText, ProposedFile } from '../law/proposed-file.tsx';

type Checked = CallOutput<'calendar.check'>;

/** Bytes read at most: a year needs a few thousand; one more than are taken, so that a larger file is seen to be one. */
const mostBytes = 65_537;

/** 导入年度文件: a file is checked as soon as it is chosen, and proposed only when nothing is wrong with it. */
export function YearImport() {
  const { t } = useTranslation('law');
  return (
    <Panel title={t('import.title')} padded>
      <p className="soft">{t('import.what')}</p>
      <ProposedFile label={t('import.choose')} mostBytes={mostBytes} part="calendar">
        {(chosen, onProposed) => <ChosenFile {...chosen} onProposed={onProposed} />}
      </ProposedFile>
    </Panel>
  );
}

function ChosenFile(props: ChosenText & { readonly onProposed: (id: string) => void }) {
  const checked = useAsk('calendar.check', { file: props.text });
  return (
    <PageState value={checked.data} failure={checked.failure} onAgain={checked.again}>
      {(found) =>
        found.year === null ? <Faults checked={found} name={props.name} /> : <Ready {...props} {...found} />
      }
    </PageState>
  );
}

function Faults({ checked, name }: { readonly checked: Checked; readonly name: string }) {
  const { t } = useTranslation('law');
  return (
    <Notice tone="red" role="alert">
      {t('import.faulty', { name, n: checked.faults.length, count: checked.faults.length })}
      <ul className="law-faults">
        {checked.faults.map((fault) => (
          <li key={`${fault.code}${fault.key}${fault.line}`}>
            {fault.line === 0 ? null : <span className="soft">{t('import.line', { n: fault.line })} </span>}
            {t(`fault.${fault.code}`, { key: fault.key })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Ready(props: Checked & { readonly text: string; readonly onProposed: (id: string) => void }) {
  const { t } = useTranslation('law');
  const failureText = useFailureText();
  const [propose, { running }] = useAct('calendar.propose');
  const [failure, setFailure] = useState<ShownFailure>();
  const run = async (): Promise<void> => {
    const reply = await propose({ file: props.text });
    if (reply.ok) props.onProposed(reply.value.id);
    else setFailure(reply.failure);
  };
  return (
    <>
      <p>
        {t(props.replaces ? 'import.replaces' : 'import.first', {
          year: props.year?.year ?? 0,
          notice: props.year?.notice ?? '',
        })}
      </p>
      <DayDifferences days={props.days} />
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          {failureText(failure)}
        </Notice>
      )}
      <div className="law-acts">
        <Button type="primary" loading={running} onClick={() => void run()}>
          {t('import.propose')}
        </Button>
        <span className="soft">{t('import.second')}</span>
      </div>
    </>
  );
}
