import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fen, formatYuan, parseYuan } from '#shared/base/money.ts';
import type { Bound } from '../form/bound.ts';
import { Field, type FieldProps } from '../form/field.tsx';
import { useUnreadable } from '../form/form-context.ts';
import { isComposing } from '../keys/chord.ts';

/** An amount in yuan, exact to the fen; commas may be typed and are put in when the field is left. */
export function MoneyField(props: Omit<FieldProps, 'path'> & { readonly bound: Bound<Fen | null> }) {
  const { bound, ...field } = props;
  const { t } = useTranslation('ui');
  const shown = bound.value === null ? '' : formatYuan(bound.value);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState(false);
  const tellForm = useUnreadable(bound.path, wrong);
  useEffect(() => {
    // While the field is being typed in, its own text stands as long as it means the same amount.
    setTyped((before) => (bound.value !== null && parseYuan(before) === bound.value ? before : shown));
    setWrong(false);
  }, [bound.value, shown]);
  const settle = (): void => {
    const read = parseYuan(typed.normalize('NFKC'));
    const unread = typed.trim() !== '' && read === undefined;
    setWrong(unread);
    tellForm(unread);
    if (read !== undefined) setTyped(formatYuan(read));
  };
  return (
    <Field {...field} path={bound.path} wrong={wrong ? t('money.wrong') : undefined}>
      {(control) => (
        <Input
          {...control}
          className="num"
          value={typed}
          inputMode="decimal"
          autoComplete="off"
          suffix={t('money.yuan')}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            const read = parseYuan(text.normalize('NFKC'));
            if (text.trim() === '') bound.set(null);
            else if (read !== undefined) bound.set(read);
          }}
          onBlur={() => {
            settle();
            control.onBlur();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event.nativeEvent)) settle();
          }}
        />
      )}
    </Field>
  );
}
