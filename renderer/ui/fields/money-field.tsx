import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fen, formatYuan, parseYuan } from '#shared/base/money.ts';
import type { Bound } from '../form/bound.ts';
import { Field, type FieldProps } from '../form/field.tsx';
import { useKeptText, useUnreadable } from '../form/form-context.ts';
import { useLateFlag } from '../form/use-late-flag.ts';
import { isComposing } from '../keys/chord.ts';

/** What is typed and what amount it means; a text that means none stays as it was typed, in the draft too, and is marked. */
function useTypedAmount(bound: Bound<Fen | null>) {
  const shown = bound.value === null ? '' : formatYuan(bound.value);
  const [kept, keep] = useKeptText(bound.path);
  const [typed, setTyped] = useState(kept ?? shown);
  const wrong = useLateFlag(kept !== undefined);
  const { now } = wrong;
  const tellForm = useUnreadable(bound.path, wrong.on);
  const known = useRef(bound.value);
  useEffect(() => {
    // A draft brought back may hold a text beside the amount it was to replace.
    if (known.current === bound.value) return;
    known.current = bound.value;
    // While the field is being typed in, its own text stands as long as it means the same amount.
    setTyped((before) =>
      bound.value !== null && parseYuan(before.normalize('NFKC')) === bound.value ? before : shown,
    );
    now(false);
  }, [bound.value, shown, now]);
  const settle = (): void => {
    const read = parseYuan(typed.normalize('NFKC'));
    const unread = typed.trim() !== '' && read === undefined;
    tellForm(unread);
    wrong.late(unread);
    if (read !== undefined) setTyped(formatYuan(read));
  };
  const type = (text: string): void => {
    setTyped(text);
    const read = parseYuan(text.normalize('NFKC'));
    const empty = text.trim() === '';
    if (empty) bound.set(null);
    else if (read !== undefined) bound.set(read);
    keep(empty || read !== undefined ? undefined : text);
  };
  return { typed, wrong: wrong.on, settle, type };
}

/** An amount in yuan, exact to the fen; commas may be typed and are put in when the field is left. */
export function MoneyField(props: Omit<FieldProps, 'path'> & { readonly bound: Bound<Fen | null> }) {
  const { bound, ...field } = props;
  const { t } = useTranslation('ui');
  const { typed, wrong, settle, type } = useTypedAmount(bound);
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
            type(event.target.value);
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
