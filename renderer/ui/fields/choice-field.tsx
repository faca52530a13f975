import { Checkbox, Radio, Select } from 'antd';
import type { Bound } from '../form/bound.ts';
import { Field, type FieldProps } from '../form/field.tsx';

/** One of a closed list. `words` are further words it is found by, such as pinyin initials. */
export type Choice<V extends string | number> = { readonly value: V; readonly label: string; readonly words?: string };

/** Whether a choice holds what was typed, in its label or in the words it is also found by. */
function choiceMatches<V extends string | number>(
  choices: readonly Choice<V>[],
  value: string | number | null | undefined,
  typed: string,
): boolean {
  const choice = choices.find((one) => one.value === value);
  if (choice === undefined) return false;
  return `${choice.label} ${choice.words ?? ''} ${choice.value}`.toLowerCase().includes(typed.toLowerCase());
}

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
        <Select<V>
          {...control}
          value={bound.value}
          options={choices.map((choice) => ({ ...choice }))}
          allowClear={clearable === true}
          placeholder={placeholder}
          showSearch={{ filterOption: (typed, option) => choiceMatches(choices, option?.value, typed) }}
          onChange={(value: V | undefined) => {
            bound.set(value ?? null);
          }}
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
