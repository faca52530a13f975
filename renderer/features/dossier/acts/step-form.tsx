import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import type { StepDef } from '#shared/domain/dossier/steps/step.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';
import { partiesFor, StepFields } from './step-fields.tsx';
import { emptyStep, movedRule, type StepValue, stepInput, useStepIssues } from './step-value.ts';

/** The form of one step, made from what the table of steps says of it; `about` names its code. */
export function StepForm(props: ActProps) {
  const { t } = useTranslation('dossier');
  const def = stepOf(props.about[0] ?? '');
  if (def === undefined || def.side !== props.view.row.side) {
    return <EmptyState title={t('step.gone')} text={t('step.goneText')} />;
  }
  return <Step {...props} def={def} />;
}

type Props = ActProps & { readonly def: StepDef };

/** The form of a step and what its submit does. */
function useStepForm({ id, view, def, onDone }: Props, title: string) {
  const { t } = useTranslation('dossier');
  const announce = useAnnounce();
  const today = useToday();
  const [act] = useAct('dossier.step');
  // As it was when the form was opened: a file that was moved on meanwhile is looked at again first.
  const [base, setBase] = useState(view.revision);
  const rule = movedRule(def, view.region, today);
  return useForm<StepValue>({
    initial: emptyStep({ today, rule, parties: partiesFor(view, def).map((party) => party.id) }),
    validate: useStepIssues(def, view),
    drafts: useDraftStore(draftKey('dossier.step', id, def.code), `${title} ${view.row.caseNo ?? view.row.windowNo}`),
    submit: async ({ on, ...said }) => {
      if (on === null) return undefined;
      const reply = await act({ dossier: id, base, ...stepInput(def, on, said) });
      if (!reply.ok) {
        setBase(reply.failure.conflict?.revision ?? base);
        return reply.failure;
      }
      const warned = new Set(reply.value.warnings.map(({ code }) => code));
      const late = warned.has('step.over-time') ? 'step.doneLate' : 'step.done';
      announce(t(warned.has('step.day-off') ? 'step.doneDayOff' : late));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

function Step(props: Props) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const { def, view, onDone } = props;
  const title = bilingual(def.name);
  const form = useStepForm(props, title);
  return (
    <ActShell
      form={form}
      label={title}
      submitText={t('step.submit')}
      onLeave={onDone}
      basis={
        <>
          {t('close.basis', { basis: bilingual(def.basis) })} <ConfidenceMark confidence={def.confidence} />
          {def.decider === undefined ? null : (
            <>
              <br />
              {t('decider.line', { who: bilingual(def.decider.who), basis: bilingual(def.decider.basis) })}
              {def.decider.written ? ` ${t('decider.written')}` : ''}{' '}
              <ConfidenceMark confidence={def.decider.confidence} />
            </>
          )}
          <br />
          {t('step.effect')}
        </>
      }
    >
      <StepFields id={props.id} def={def} view={view} form={form} />
    </ActShell>
  );
}
