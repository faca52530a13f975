import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import type { Form } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import type { StepDef } from '#shared/domain/dossier/steps/step.ts';
import { useDossierNames } from '../names.ts';
import type { View } from '../page/dossier-page.tsx';
import { PaperNumber } from './paper-number.tsx';
import { movedRule, type StepValue } from './step-value.ts';

/** Roles that stand for somebody else or nobody: nothing is served on them as a party. */
const noParty: ReadonlySet<string> = new Set(['representative', 'agent', 'witness', 'reporter']);
/** Steps of the respondent alone. */
const ofRespondent: ReadonlySet<string> = new Set([
  ...['arb.copies-served', 'arb.defence', 'arb.defence-served', 'arb.object', 'arb.counterclaim'],
]);

/** The parties a step may name. */
export function partiesFor(view: View, { code, asks = [], partyIs, mayName }: StepDef): View['parties'] {
  if (!asks.includes('party') && !mayName) return [];
  return view.parties
    .filter(({ role }) => (ofRespondent.has(code) ? role === 'respondent' : !noParty.has(role)))
    .filter(({ type }) => partyIs === undefined || type === partyIs);
}

type FieldsProps = { readonly def: StepDef; readonly view: View; readonly form: Form<StepValue> };

/** The fields of a step: its day, what it asks for, its paper, who decided. */
export function StepFields(props: FieldsProps & { readonly id: DossierId }) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const today = useToday();
  const { id, def, view, form } = props;
  const { root } = form;
  const asks = new Set(def.asks);
  return (
    <>
      <DateField label={t('step.on')} required today={today} bound={part(root, 'on')} />
      {asks.has('party') || def.mayName ? <PartyField def={def} view={view} form={form} /> : null}
      {asks.has('day') ? <DateField label={t('step.day')} required today={today} bound={part(root, 'day')} /> : null}
      {asks.has('ground') ? <Ground def={def} view={view} form={form} /> : null}
      {asks.has('amount') ? <TextField label={t('step.amount')} required max={3} bound={part(root, 'amount')} /> : null}
      {def.decider === undefined ? null : (
        <TextField
          label={t('clock.decidedBy')}
          required={def.decider.written}
          max={60}
          bound={part(root, 'decidedBy')}
        />
      )}
      {def.paper === undefined ? null : (
        <div>
          <TextField
            label={bilingual(def.paper.name)}
            required={def.paper.required}
            max={120}
            hint={t('step.paperHint')}
            bound={part(root, 'paper')}
          />
          <PaperNumber dossier={id} step={def.code} bound={part(root, 'paper')} />
        </div>
      )}
      <ProseField label={t('clock.note')} rows={2} max={4000} bound={part(root, 'note')} />
    </>
  );
}

function PartyField({ def, view, form }: FieldsProps) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const choices = partiesFor(view, def).map(({ id, role, name }) => ({
    value: id,
    label: `${names.role(role)} ${name}`,
  }));
  const shorter = def.mayName && view.region.startsWith('33') && view.collective !== null;
  return (
    <>
      <SelectField<string>
        label={t('step.party')}
        required={!def.mayName}
        clearable={def.mayName === true}
        choices={choices}
        bound={part(form.root, 'party')}
      />
      {shorter ? <p className="whole small soft">{t('step.partyShorter')}</p> : null}
    </>
  );
}

function Ground({ def, view, form }: FieldsProps) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const today = useToday();
  const choices = (movedRule(def, view.region, today)?.suspendGrounds ?? []).map((id) => {
    const ground = clockGround(id);
    return { value: id, label: ground === undefined ? id : bilingual(ground.name) };
  });
  return <SelectField<string> label={t('clock.ground')} required choices={choices} bound={part(form.root, 'ground')} />;
}
