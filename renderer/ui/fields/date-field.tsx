import { CalendarOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type LocalDate, weekday } from '#shared/base/local-date.ts';
import type { Bound } from '../form/bound.ts';
import { type ControlProps, Field, type FieldProps } from '../form/field.tsx';
import { useKeptText, useUnreadable } from '../form/form-context.ts';
import { useLateFlag } from '../form/use-late-flag.ts';
import { isComposing } from '../keys/chord.ts';
import { MonthSheet } from './month-sheet.tsx';
import { readTypedDate } from './typed-date.ts';
import './date-field.css';

type Props = Omit<FieldProps, 'path'> & {
  readonly bound: Bound<LocalDate | null>;
  readonly today: LocalDate;
  readonly note?: (date: LocalDate) => string | undefined;
};

/** What is typed and what date it means; a text that means none stays as it was typed, in the draft too, and is marked. */
function useTypedDate({ bound, today }: Pick<Props, 'bound' | 'today'>) {
  const [kept, keep] = useKeptText(bound.path);
  const [typed, setTyped] = useState<string>(kept ?? bound.value ?? '');
  const wrong = useLateFlag(kept !== undefined);
  const { now } = wrong;
  const tellForm = useUnreadable(bound.path, wrong.on);
  const known = useRef(bound.value);
  useEffect(() => {
    // A draft brought back may hold a text beside the date it was to replace.
    if (known.current === bound.value) return;
    known.current = bound.value;
    setTyped(bound.value ?? '');
    now(false);
  }, [bound.value, now]);
  return {
    typed,
    wrong: wrong.on,
    type: (text: string): void => {
      setTyped(text);
      const read = readTypedDate(text, today);
      // Only a date written in full is taken while typing: '2026-1' must not become a day on its way to '2026-12'.
      const whole = read !== undefined && /^\d{4}-?\d{2}-?\d{2}$/.test(text.trim());
      if (whole) bound.set(read);
      keep(whole || text === (bound.value ?? '') ? undefined : text);
    },
    settle: (): void => {
      const read = typed.trim() === '' ? null : readTypedDate(typed, today);
      tellForm(read === undefined);
      wrong.late(read === undefined);
      if (read === undefined) return;
      keep(undefined);
      setTyped(read ?? '');
      if (read !== bound.value) bound.set(read);
    },
    move: (days: number): void => {
      keep(undefined);
      bound.set(addDays(readTypedDate(typed, today) ?? bound.value ?? today, days));
    },
    pick: (date: LocalDate): void => {
      keep(undefined);
      setTyped(date);
      now(false);
      bound.set(date);
    },
  };
}

/**
 * A date typed as digits first (see readTypedDate); arrow up and down move by a day; the month opens on a button or on
 * Alt and arrow down. `note` says what a day is by the calendar: '国庆节', '调休上班'.
 */
export function DateField(props: Props) {
  const { bound, today, note, ...field } = props;
  const { t } = useTranslation('ui');
  const date = useTypedDate(props);
  const [month, setMonth] = useState(false);
  const day = bound.value === null ? '' : `${t(`weekday.${weekday(bound.value)}`)} ${note?.(bound.value) ?? ''}`;
  const hint = date.wrong ? undefined : (field.hint ?? (day.trim() || undefined));
  const open = (): void => {
    setMonth(true);
  };
  return (
    <Field {...field} path={bound.path} hint={hint} wrong={date.wrong ? t('date.wrong') : undefined}>
      {(control) => (
        <>
          <DateInput control={control} date={date} label={field.label} onMonth={open} />
          <MonthSheet
            open={month}
            label={field.label}
            value={bound.value ?? today}
            today={today}
            note={note}
            onPick={(picked) => {
              date.pick(picked);
              setMonth(false);
            }}
            onClose={() => {
              setMonth(false);
            }}
          />
        </>
      )}
    </Field>
  );
}

function DateInput(props: {
  readonly control: ControlProps;
  readonly date: ReturnType<typeof useTypedDate>;
  readonly label: string;
  readonly onMonth: () => void;
}) {
  const { t } = useTranslation('ui');
  const { control, date, onMonth } = props;
  return (
    <Input
      {...control}
      className="date-input"
      value={date.typed}
      placeholder={t('date.shape')}
      autoComplete="off"
      inputMode="numeric"
      suffix={
        <button
          type="button"
          className="date-open"
          tabIndex={-1}
          aria-label={t('date.open', { label: props.label })}
          onClick={onMonth}
        >
          <CalendarOutlined aria-hidden="true" />
        </button>
      }
      onChange={(event) => {
        date.type(event.target.value);
      }}
      onBlur={() => {
        date.settle();
        control.onBlur();
      }}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') date.settle();
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        if (event.altKey) onMonth();
        else date.move(event.key === 'ArrowUp' ? 1 : -1);
      }}
    />
  );
}
