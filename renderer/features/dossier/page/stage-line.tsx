import { useTranslation } from 'react-i18next';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { ownStep, stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { asideName, isAside, isStage, lineOf, type Stage, stageName } from '#shared/domain/dossier/steps/stages.ts';
import type { StepDef } from '#shared/domain/dossier/steps/step.ts';
import type { Shown } from './dossier-page.tsx';
import { useActAddress } from './use-act-address.ts';
import './stage-line.css';

/** The line of stages with where the file is, what lasts beside it, and what may come next with its article. */
export function StageLine({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const { stage, asides } = view.life;
  if (!isStage(stage)) return null;
  const line = lineOf(view.row.side, stage);
  return (
    <section className="stage-panel" aria-label={t('stage.label')}>
      <ol className="stage-line">
        {line.map((place, index) => (
          <Place key={place} place={place} now={stage} passed={index < line.indexOf(stage)} />
        ))}
      </ol>
      {asides.length === 0 ? null : (
        <p className="stage-asides">
          {asides.map(({ aside, since }) => (
            <Badge key={aside} tone="violet">
              {t('stage.aside', { name: isAside(aside) ? bilingual(asideName(aside)) : aside, date: since })}
            </Badge>
          ))}
        </p>
      )}
      <NextSteps id={id} view={view} />
    </section>
  );
}

function Place({ place, now, passed }: { readonly place: Stage; readonly now: Stage; readonly passed: boolean }) {
  const bilingual = useBilingual();
  const state = place === now ? 'now' : passed ? 'passed' : 'ahead';
  return (
    <li className={`stage-place ${state}`} aria-current={place === now ? 'step' : undefined}>
      {bilingual(stageName(place))}
    </li>
  );
}

/** The steps that may come next. Acceptance and closing are among the acts of the page's head. */
export function offeredHere({ row, life }: Shown['view']): readonly StepDef[] {
  const own = [ownStep(row.side, 'accept'), ownStep(row.side, 'close')];
  return life.offered.flatMap((code) => {
    const def = own.includes(code) ? undefined : stepOf(code);
    return def === undefined ? [] : [def];
  });
}

function NextSteps({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const offered = offeredHere(view);
  const main = offered.filter(({ to }) => to !== undefined);
  const beside = offered.filter(({ to }) => to === undefined);
  return (
    <>
      {main.length === 0 ? null : <Steps id={id} view={view} title={t('stage.next')} steps={main} />}
      {beside.length === 0 ? null : (
        <details className="stage-beside">
          <summary>{t('stage.beside', { n: beside.length })}</summary>
          <Steps id={id} view={view} title={t('stage.besideTitle')} steps={beside} />
        </details>
      )}
    </>
  );
}

function Steps({ title, steps }: Shown & { readonly title: string; readonly steps: readonly StepDef[] }) {
  const bilingual = useBilingual();
  const { open } = useActAddress();
  return (
    <ul className="stage-steps" aria-label={title}>
      {steps.map(({ code, name, basis, confidence }) => (
        <li key={code}>
          <button type="button" className="plain-button compact" onClick={() => open('dossier.step', code)}>
            {bilingual(name)}
          </button>
          <span className="small faint">
            {bilingual(basis)} <ConfidenceMark confidence={confidence} />
          </span>
        </li>
      ))}
    </ul>
  );
}
