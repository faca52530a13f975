import { Checkbox } from 'antd';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { Field } from '#renderer/ui/form/field.tsx';

/** Members of a file, each with a box; their ids in the order of the file. */
export function MembersField(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly bound: Bound<readonly string[]>;
}) {
  const { label, hint, required = false, choices, bound } = props;
  return (
    <Field whole required={required} label={label} path={bound.path} hint={hint}>
      {(control) => (
        <Checkbox.Group
          className="member-boxes"
          aria-label={label}
          aria-describedby={control['aria-describedby']}
          value={[...bound.value]}
          options={[...choices]}
          onChange={(ids) => {
            bound.set(ids.map(String));
            control.onBlur();
          }}
        />
      )}
    </Field>
  );
}
