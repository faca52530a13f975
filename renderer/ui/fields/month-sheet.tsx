import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type LocalDate, localDate, weekday } from '#shared/base/local-date.ts';
import { Sheet } from '../dialog/sheet.tsx';
import { isComposing } from '../keys/chord.ts';

/** The 42 days a month's page shows, Monday first. */
export function monthPage(date: LocalDate): readonly LocalDate[] {
  const first = localDate(`${date.slice(0, 7)}-01`);
  const start = addDays(first, 1 - weekday(first));
  return Array.from({ length: 42 }, (_, index) => addDays(start, index));
}

/** The same day in the month before or after, or that month's last day when it is shorter. */
export function monthAway(date: LocalDate, by: 1 | -1): LocalDate {
  const first = localDate(`${date.slice(0, 7)}-01`);
  const there = by === 1 ? addDays(first, 31) : addDays(first, -1);
  const start = localDate(`${there.slice(0, 7)}-01`);
  const wanted = addDays(start, Number(date.slice(8, 10)) - 1);
  return wanted.slice(0, 7) === start.slice(0, 7) ? wanted : addDays(start, lengthOf(start) - 1);
}

function lengthOf(first: LocalDate): number {
  const beyond = addDays(first, 31);
  return 32 - Number(beyond.slice(8, 10));
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type Props = {
  readonly open: boolean;
  readonly label: string;
  readonly value: LocalDate;
  readonly today: LocalDate;
  readonly note: ((date: LocalDate) => string | undefined) | undefined;
  readonly onPick: (date: LocalDate) => void;
  readonly onClose: () => void;
};

/** A month to pick a day from: arrows move, Page Up and Down turn the month, Enter picks, Esc leaves. */
export function MonthSheet(props: Props) {
  return (
    <Sheet open={props.open} title={props.label} onClose={props.onClose} className="month-sheet">
      <Month {...props} />
    </Sheet>
  );
}

/** The day a key leads to; undefined when the key is not the month's. */
function dayAfterKey(key: string, at: LocalDate): LocalDate | undefined {
  const step = steps[key];
  if (step !== undefined) return addDays(at, step);
  if (key === 'PageUp') return monthAway(at, -1);
  return key === 'PageDown' ? monthAway(at, 1) : undefined;
}

function Month(props: Props) {
  const { t } = useTranslation('ui');
  const [at, setAt] = useState(props.value);
  const days = monthPage(at);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const next = dayAfterKey(event.key, at);
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter' || event.key === ' ') props.onPick(at);
    else return;
    event.preventDefault();
  };
  return (
    <div className="month">
      <div className="month-head" aria-live="polite">
        {at.slice(0, 7)}
        <span className="faint small">{props.note?.(at) ?? ''}</span>
      </div>
      <div
        className="month-days"
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-activedescendant={`day-${at}`}
        // The sheet has just been opened for this grid.
        ref={(element) => element?.focus()}
        onKeyDown={onKeyDown}
      >
        <div role="row" className="month-row names">
          {days.slice(0, 7).map((day) => (
            <span key={day} role="columnheader">
              {t(`weekdayShort.${weekday(day)}`)}
            </span>
          ))}
        </div>
        {[0, 1, 2, 3, 4, 5].map((week) => (
          <div key={week} role="row" className="month-row">
            {days.slice(week * 7, week * 7 + 7).map((day) => (
              <Day key={day} {...props} day={day} at={at} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function Day({ day, at, today, note, onPick }: Props & { readonly day: LocalDate; readonly at: LocalDate }) {
  const name = note?.(day);
  const number = Number(day.slice(8, 10));
  return (
    <span
      id={`day-${day}`}
      role="gridcell"
      aria-selected={day === at}
      aria-current={day === today ? 'date' : undefined}
      aria-label={`${number}, ${day} ${name ?? ''}`}
      className={day.slice(0, 7) === at.slice(0, 7) ? 'day' : 'day away'}
      onClick={() => {
        onPick(day);
      }}
    >
      {number}
      {name === undefined ? null : <i aria-hidden="true" />}
    </span>
  );
}
