import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fen, formatYuan, parseYuan } from '#shared/base/money.ts';
import type { Bound } from '../form/bound.ts';
import { Field, type FieldProps } from '../form/field.tsx';

/** An amount in yuan, exact to the fen; commas may be typed and are put in when the field is left. */
export function MoneyField(props: Omit<FieldProps, 'path'> & { readonly bound: Bound<Fen | null> }) {
  const { bound, ...field } = props;
  const { t } = useTranslation('ui');
  const shown = bound.value === null ? '' : formatYuan(bound.value);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    // While the field is being typed in, its own text stands as long as it means the same amount.
    setTyped((before) => (bound.value !== null && parseYuan(before) === bound.value ? before : shown));
  }, [bound.value, shown]);
  return (
    <Field {...field} path={bound.path} hint={wrong ? t('money.wrong') : field.hint}>
      {(control) => (
        <Input
          {...control}
          status={wrong ? 'error' : control.status}
          aria-invalid={wrong || control['aria-invalid']}
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
            const read = parseYuan(typed.normalize('NFKC'));
            setWrong(typed.trim() !== '' && read === undefined);
            if (read !== undefined) setTyped(formatYuan(read));
            control.onBlur();
          }}
        />
      )}
    </Field>
  );
}
