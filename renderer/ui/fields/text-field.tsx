import { Input } from 'antd';
import type { Bound } from '../form/bound.ts';
import { Field, type FieldProps } from '../form/field.tsx';
import { useTooLong } from '../form/too-long.ts';

type Props = Omit<FieldProps, 'path'> & {
  readonly bound: Bound<string>;
  readonly max?: number;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
};

/** One line of text, kept exactly as typed. */
export function TextField({ bound, max = 200, placeholder, autoFocus, disabled, ...field }: Props) {
  const wrong = useTooLong(bound.path, bound.value, max);
  return (
    <Field {...field} path={bound.path} wrong={wrong}>
      {(control) => (
        <Input
          {...control}
          value={bound.value}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus === true}
          disabled={disabled === true}
          onChange={(event) => {
            bound.set(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

/** A secret of a person: never kept in a draft, never shown unless asked for. */
export function SecretField({ bound, max = 200, placeholder, autoFocus, ...field }: Props) {
  const wrong = useTooLong(bound.path, bound.value, max);
  return (
    <Field {...field} path={bound.path} wrong={wrong}>
      {(control) => (
        <Input.Password
          {...control}
          value={bound.value}
          placeholder={placeholder}
          autoComplete="off"
          autoFocus={autoFocus === true}
          onChange={(event) => {
            bound.set(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

/** Several lines of text; grows with what is typed. */
export function ProseField({
  bound,
  max = 20_000,
  placeholder,
  rows = 3,
  ...field
}: Omit<Props, 'disabled' | 'autoFocus'> & { readonly rows?: number }) {
  const wrong = useTooLong(bound.path, bound.value, max);
  return (
    <Field whole {...field} path={bound.path} wrong={wrong}>
      {(control) => (
        <Input.TextArea
          {...control}
          value={bound.value}
          placeholder={placeholder}
          autoSize={{ minRows: rows, maxRows: 18 }}
          onChange={(event) => {
            bound.set(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
