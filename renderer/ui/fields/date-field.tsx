import { CalendarOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type LocalDate, weekday } from '#shared/base/local-date.ts';
import type { Bound } from '../form/bound.ts';
import { Field, type FieldProps } from '../form/field.tsx';
import { isComposing } from '../keys/chord.ts';
import { MonthSheet } from './month-sheet.tsx';
import { readTypedDate } from './typed-date.ts';
import './date-field.css';

/**
 * A date typed as digits first (see readTypedDate); arrow up and down move by a day; the month opens on a button or on
 * Alt and arrow down. `note` says what a day is by the calendar: '国庆节', '调休上班'.
 */
export function DateField(
  props: Omit<FieldProps, 'path'> & {
    readonly bound: Bound<LocalDate | null>;
    readonly today: LocalDate;
    readonly note?: (date: LocalDate) => string | undefined;
  },
) {
  const { bound, today, note, ...field } = props;
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState<string>(bound.value ?? '');
  const [month, setMonth] = useState(false);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(bound.value ?? '');
    setWrong(false);
  }, [bound.value]);
  const settle = (): void => {
    const read = typed.trim() === '' ? null : readTypedDate(typed, today);
    setWrong(read === undefined);
    if (read === undefined) return;
    setTyped(read ?? '');
    if (read !== bound.value) bound.set(read);
  };
  const move = (days: number): void => {
    bound.set(addDays(readTypedDate(typed, today) ?? bound.value ?? today, days));
  };
  const day = bound.value === null ? '' : `${t(`weekday.${weekday(bound.value)}`)} ${note?.(bound.value) ?? ''}`;
  return (
    <Field {...field} path={bound.path} hint={wrong ? t('date.wrong') : (field.hint ?? (day.trim() || undefined))}>
      {(control) => (
        <>
          <Input
            {...control}
            status={wrong ? 'error' : control.status}
            aria-invalid={wrong || control['aria-invalid']}
            className="date-input"
            value={typed}
            placeholder={t('date.shape')}
            autoComplete="off"
            inputMode="numeric"
            suffix={
              <button
                type="button"
                className="date-open"
                tabIndex={-1}
                aria-label={t('date.open', { label: field.label })}
                onClick={() => {
                  setMonth(true);
                }}
              >
                <CalendarOutlined aria-hidden="true" />
              </button>
            }
            onChange={(event) => {
              setTyped(event.target.value);
              const read = readTypedDate(event.target.value, today);
              // Only a date written in full is taken while typing: '2026-1' must not become a day on its way to '2026-12'.
              if (read !== undefined && /^\d{4}-?\d{2}-?\d{2}$/.test(event.target.value.trim())) bound.set(read);
            }}
            onBlur={() => {
              settle();
              control.onBlur();
            }}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent)) return;
              if (event.key === 'Enter') settle();
              if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
              event.preventDefault();
              if (event.altKey) setMonth(true);
              else move(event.key === 'ArrowUp' ? 1 : -1);
            }}
          />
          <MonthSheet
            open={month}
            label={field.label}
            value={bound.value ?? today}
            today={today}
            note={note}
            onPick={(date) => {
              bound.set(date);
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
