import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { Field } from '#renderer/ui/form/field.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { useDossierNames } from '../names.ts';

type Choice = CallOutput<'agent.list'>['may'][number];

/** The parties an agent acts for, each with a box; their ids are kept with commas between, in one order. */
export function PrincipalsField(props: {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** There are more parties than are offered. */
  readonly more: boolean;
  readonly bound: Bound<string>;
}) {
  const { t } = useTranslation('agent');
  const names = useDossierNames();
  const { bound } = props;
  const chosen = bound.value.split(',').filter((id) => id !== '');
  return (
    <Field
      whole
      required
      label={props.label}
      path={bound.path}
      hint={props.more ? t('principalsMore', { n: props.choices.length }) : undefined}
    >
      {(control) => (
        <Checkbox.Group
          className="agent-principals"
          aria-label={props.label}
          aria-describedby={control['aria-describedby']}
          value={chosen}
          options={props.choices.map(({ id, name, role }) => ({ value: id, label: `${name} (${names.role(role)})` }))}
          onChange={(ids) => {
            bound.set(ids.map(String).toSorted().join(','));
            control.onBlur();
          }}
        />
      )}
    </Field>
  );
}
