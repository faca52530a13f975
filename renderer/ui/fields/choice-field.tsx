import { Checkbox, Radio } from 'antd';
import type { Bound } from '../form/bound.ts';
import { Field, type FieldProps } from '../form/field.tsx';
import { type Choice, ChoiceSelect } from './choice-select.tsx';

/** A choice out of a list that opens; type to narrow it. */
export function SelectField<V extends string | number>(
  props: Omit<FieldProps, 'path'> & {
    readonly bound: Bound<V | null>;
    readonly choices: readonly Choice<V>[];
    readonly clearable?: boolean;
    readonly placeholder?: string;
  },
) {
  const { bound, choices, clearable, placeholder, ...field } = props;
  return (
    <Field {...field} path={bound.path}>
      {(control) => (
        <ChoiceSelect
          control={control}
          value={bound.value}
          choices={choices}
          clearable={clearable === true}
          placeholder={placeholder}
          onChoose={bound.set}
        />
      )}
    </Field>
  );
}

/** A choice among a few, all in view. */
export function RadioField<V extends string>(
  props: Omit<FieldProps, 'path'> & { readonly bound: Bound<V>; readonly choices: readonly Choice<V>[] },
) {
  const { bound, choices, ...field } = props;
  return (
    <Field {...field} path={bound.path}>
      {(control) => (
        <Radio.Group
          id={control.id}
          aria-label={field.label}
          aria-describedby={control['aria-describedby']}
          aria-invalid={control['aria-invalid']}
          value={bound.value}
          options={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen !== undefined) bound.set(chosen.value);
            control.onBlur();
          }}
        />
      )}
    </Field>
  );
}

/** Yes or no. The sentence stands beside the box. */
export function CheckField(props: { readonly bound: Bound<boolean>; readonly label: string }) {
  return (
    <Checkbox
      checked={props.bound.value}
      onChange={(event) => {
        props.bound.set(event.target.checked);
      }}
    >
      {props.label}
    </Checkbox>
  );
}
