import { useTranslation } from 'react-i18next';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { groundsOf } from './clock-value.ts';

/** The grounds of the law for an event on this limit. */
export function GroundField(props: {
  readonly rule: LimitRule;
  readonly type: CallInput<'clock.record'>['type'];
  readonly bound: Bound<string | null>;
}) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const choices = groundsOf(props.rule, props.type).map((id) => {
    const ground = clockGround(id);
    return { value: id, label: ground === undefined ? id : bilingual(ground.name) };
  });
  return <SelectField<string> label={t('clock.ground')} required choices={choices} bound={props.bound} />;
}
