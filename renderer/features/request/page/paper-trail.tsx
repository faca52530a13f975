import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import { PaperActs } from './paper-acts.tsx';
import { SeatChange } from './seat-change.tsx';
import type { PaperView, RequestView } from './view.ts';

const order = ['draft', 'review', 'sign', 'seal', 'send'] as const;
type Step = (typeof order)[number];

/** 拟稿, 审核, 签发, 用印, 发出: who did each on the present text, what it waits for, and what was void or sent back. */
export function PaperTrail(props: { readonly id: RequestId; readonly view: RequestView; readonly paper: PaperView }) {
  const { t } = useTranslation('request');
  const { id, view, paper } = props;
  const left = paper.steps.some((step) => step.step === 'send' && step.holds);
  return (
    <Panel
      title={t(paper.type === 'commission' ? 'paper.commission' : 'paper.reply')}
      side={
        <a className="small" href={addresses.print(id, paper.type)}>
          {t('paper.read')}
        </a>
      }
      padded
    >
      <ol className="paper-steps">
        {order.map((step) => (
          <TrailStep key={step} step={step} paper={paper} left={left} />
        ))}
      </ol>
      <Course paper={paper} />
      {left || view.readOnly !== null ? null : (
        <div className="paper-acts">
          <PaperActs id={id} view={view} paper={paper} />
          <SeatChange view={view} paper={paper} />
        </div>
      )}
    </Panel>
  );
}

function TrailStep(props: { readonly step: Step; readonly paper: PaperView; readonly left: boolean }) {
  const { t } = useTranslation('request');
  const { step, paper, left } = props;
  const done = paper.steps.findLast((one) => one.step === step && one.holds && one.verdict === 'pass');
  const waits = paper.next === step;
  // A seal nobody asks for is no step that is still to come.
  const free = step === 'seal' && !paper.sealWanted;
  const state = done === undefined ? (waits ? 'waits' : 'open') : 'done';
  return (
    <li className={`paper-step ${state}`} aria-current={waits ? 'step' : undefined}>
      <span className="paper-name">
        <span aria-hidden="true">{state === 'done' ? '✓' : state === 'waits' ? '●' : '○'}</span>{' '}
        {t(`paper.step.${step}`)}
      </span>
      <span className="small">
        {done?.person ?? t(free ? 'paper.free' : left ? 'paper.skipped' : waits ? 'paper.waits' : 'paper.notYet')}
      </span>
      <span className="small soft">{done === undefined ? '' : done.at.replace('T', ' ')}</span>
      {step === 'sign' && paper.number !== null ? <span className="small unbroken">{paper.number}</span> : null}
    </li>
  );
}

/** Steps that no longer hold or went back, with the reason that was given. */
function Course({ paper }: { readonly paper: PaperView }) {
  const { t } = useTranslation('request');
  const told = paper.steps.filter((step) => !step.holds || step.verdict === 'back' || step.note !== '');
  if (told.length === 0) return null;
  return (
    <ul className="paper-course">
      {told.map((step, index) => (
        <li key={`${step.step}${step.at}${index}`} className="small">
          <span>
            {step.at.replace('T', ' ')} {step.person} {t(`paper.step.${step.step}`)}
          </span>{' '}
          {step.verdict === 'back' ? <Badge tone="red">{t('paper.back')}</Badge> : null}{' '}
          {step.holds ? null : <Badge tone="plain">{t('paper.void')}</Badge>}{' '}
          {step.note === '' ? null : <span>{t('paper.note', { note: step.note })}</span>}
        </li>
      ))}
    </ul>
  );
}
