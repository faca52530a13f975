import { useTranslation } from 'react-i18next';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { useDossierNames } from '../names.ts';
import type { Shown, View } from './dossier-page.tsx';
import { useActAddress } from './use-act-address.ts';

type Step = View['life']['steps'][number];

/** What was done on a file, newest first: its day, who decided, the paper; struck steps with the reason. */
export function StepsPanel({ view }: Pick<Shown, 'view'>) {
  const { t } = useTranslation('dossier');
  return (
    <Panel title={t('step.title')}>
      <ul>
        {view.life.steps.toReversed().map((step) => (
          <StepRow key={step.id} step={step} view={view} />
        ))}
      </ul>
    </Panel>
  );
}

/** The words of what a step says beside its name and day. */
function useStepWords(view: View): (step: Step) => readonly string[] {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const names = useDossierNames();
  return ({ type, ground, amount, party, day, paper, decidedBy, note, absent, was, reason }) => {
    const law = clockGround(ground);
    const whose = view.parties.find((one) => one.id === party)?.name ?? '';
    return [
      type === '' ? '' : names.closeType(type),
      absent ? t('close.inAbsence') : '',
      whose,
      law === undefined ? ground : bilingual(law.name),
      amount === null ? '' : t('step.days', { n: amount, count: amount }),
      day === '' ? '' : t('step.dayIs', { date: day }),
      paper,
      decidedBy === '' ? '' : t('step.decided', { name: decidedBy }),
      note,
      was === '' ? '' : t('step.moved', { date: was }),
      reason === '' ? '' : t('step.why', { reason }),
    ].filter((word) => word !== '');
  };
}

function StepRow({ step, view }: { readonly step: Step; readonly view: View }) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const { open } = useActAddress();
  const words = useStepWords(view);
  const def = stepOf(step.code);
  const name = def === undefined ? step.code : bilingual(def.name);
  return (
    <li className={step.struck ? 'step-row struck' : 'step-row'}>
      <span>{step.on}</span>
      <span className="step-what">
        <span className="step-name">{name}</span>
        {step.struck ? ` ${t('step.struck')}` : ''} <span className="small soft">{words(step).join(' · ')}</span>
      </span>
      {step.struck ? null : (
        <button
          type="button"
          className="text-button"
          aria-label={t('step.correctOf', { name, date: step.on })}
          onClick={() => open('dossier.correct', step.id)}
        >
          {t('step.correct')}
        </button>
      )}
    </li>
  );
}
