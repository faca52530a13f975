import { AutoComplete } from 'antd';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { Field, type FieldProps } from '#renderer/ui/form/field.tsx';
import { useTooLong } from '#renderer/ui/form/too-long.ts';

/** A usual text: `value` is taken over, `label` is shown; either is found by typing. */
export type Suggestion = { readonly value: string; readonly label: string };

/** One line of text with usual ones to pick from; anything may be typed. */
export function SuggestField(
  props: Omit<FieldProps, 'path'> & {
    readonly bound: Bound<string>;
    readonly max: number;
    readonly suggestions: readonly Suggestion[];
  },
) {
  const { bound, max, suggestions, ...field } = props;
  const wrong = useTooLong(bound.path, bound.value, max);
  return (
    <Field {...field} path={bound.path} wrong={wrong}>
      {(control) => (
        <AutoComplete
          {...control}
          value={bound.value}
          options={suggestions.map((suggestion) => ({ ...suggestion }))}
          showSearch={{
            filterOption: (typed, option) =>
              `${option?.value ?? ''} ${option?.label ?? ''}`.toLowerCase().includes(typed.toLowerCase()),
          }}
          onChange={(text: string) => {
            bound.set(text);
          }}
        />
      )}
    </Field>
  );
}
