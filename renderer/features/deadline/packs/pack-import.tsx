import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import { type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type ChosenText, ProposedFile } from '../law/proposed-file.tsx';
import { PackFacts } from './pack-facts.tsx';
import { RowDifferences } from './row-differences.tsx';

type Checked = CallOutput<'pack.check'>;

/** Bytes read at most: more is refused by its size alone. */
const mostBytes = 990_000;

/** 导入规则包: a file is checked as soon as it is chosen, and proposed only when nothing is wrong with it. */
export function PackImport() {
  const { t } = useTranslation('pack');
  return (
    <ProposedFile label={t('choose')} mostBytes={mostBytes} part="rules">
      {(chosen, onProposed) => <ChosenFile {...chosen} onProposed={onProposed} />}
    </ProposedFile>
  );
}

function ChosenFile(props: ChosenText & { readonly onProposed: (id: string) => void }) {
  const checked = useAsk('pack.check', { file: props.text });
  return (
    <PageState value={checked.data} failure={checked.failure} onAgain={checked.again}>
      {({ pack, faults }) =>
        pack === null ? <Faults faults={faults} name={props.name} /> : <Ready {...props} pack={pack} />
      }
    </PageState>
  );
}

function Faults({ faults, name }: { readonly faults: Checked['faults']; readonly name: string }) {
  const { t } = useTranslation('pack');
  return (
    <Notice tone="red" role="alert">
      {t('faulty', { name, n: faults.length, count: faults.length })}
      <ul className="law-faults">
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.row} ${fault.key}`}>
            {fault.row === 0 ? null : (
              <span className="soft">{t('row', { n: fault.row, id: fault.id === '' ? '-' : fault.id })} </span>
            )}
            {t(`fault.${fault.code}`, { key: fault.key })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Reason({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation('pack');
  return (
    <label className="law-reason">
      {t('reason')}
      <Input.TextArea value={text} maxLength={500} autoSize onChange={(event) => onText(event.target.value)} />
    </label>
  );
}

function Refused({ failure }: { readonly failure: ShownFailure | undefined }) {
  const failureText = useFailureText();
  if (failure === undefined) return null;
  return (
    <Notice tone="red" role="alert">
      {failureText(failure)}
    </Notice>
  );
}

type ReadyProps = { readonly text: string; readonly pack: NonNullable<Checked['pack']> };

function Ready({ text, pack, onProposed }: ReadyProps & { readonly onProposed: (id: string) => void }) {
  const { t } = useTranslation('pack');
  const { t: tLaw } = useTranslation('law');
  const [propose, { running }] = useAct('pack.propose');
  const [failure, setFailure] = useState<ShownFailure>();
  const kept = useKept({ reason: '' }, useDraftStore('pack.propose', t('choose')));
  const { reason } = kept.value;
  const [known, setKnown] = useState(false);
  const run = async (): Promise<void> => {
    const reply = await propose({ file: text, reason, unknownSigner: known });
    if (!reply.ok) {
      setFailure(reply.failure);
      return;
    }
    await kept.done();
    onProposed(reply.value.id);
  };
  return (
    <>
      <PackFacts pack={pack} />
      <RowDifferences differences={pack.differences} />
      {pack.differences.length === 0 ? null : (
        <>
          <DraftLine draft={kept.draft} alone />
          <Reason text={reason} onText={(typed) => kept.set({ reason: typed })} />
          {pack.signer === 'unknown' ? (
            <Checkbox checked={known} onChange={(event) => setKnown(event.target.checked)}>
              {t('knowUnknown')}
            </Checkbox>
          ) : null}
          <Refused failure={failure} />
          <div className="law-acts">
            <Button
              type="primary"
              loading={running}
              disabled={reason.trim() === '' || (pack.signer === 'unknown' && !known)}
              onClick={() => void run()}
            >
              {tLaw('import.propose')}
            </Button>
            <span className="soft">{tLaw('import.second')}</span>
          </div>
        </>
      )}
    </>
  );
}
