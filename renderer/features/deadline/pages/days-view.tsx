import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { type DayMark, useDayMarks } from '#renderer/app/api/use-day-marks.ts';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { DayCell } from './day-cell.tsx';
import { daysOnView, type PagePlace } from './page-address.ts';

/** A day with deadlines as the backend tells it. */
export type DueDay = CallOutput<'deadline.days'>[number];

type Props = {
  readonly place: PagePlace & { readonly view: 'month' | 'week' };
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly onDay: (day: LocalDate) => void;
  readonly onList: (day: LocalDate) => void;
};

/** Lines a day shows before it says how many more there are. */
const each = { month: 3, week: 30 } as const;

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A month or a week with the limits of every day; arrows move between days, Page Up and Down by the month or week. */
export function DaysView(props: Props) {
  const { t } = useTranslation('deadline');
  const { view, side, rule, person } = props.place;
  const days = daysOnView(view, props.day);
  const range = { from: days[0] ?? props.day, to: days.at(-1) ?? props.day };
  const found = useAsk('deadline.days', { side, rule, person, ...range, each: each[view] });
  const marks = useDayMarks();
  const onKey = useDayKeys(props);
  return (
    <PageState value={found.last} failure={found.failure} onAgain={found.again}>
      {(due) => (
        <div className="grow due-scroll">
          <DayTable {...props} days={days} due={due} marks={marks} onKey={onKey} />
          {due.length > 0 ? null : <EmptyState title={t(`pages.none.${view}`)} text={t('pages.noneText')} />}
        </div>
      )}
    </PageState>
  );
}

function moveOf(key: string, view: 'month' | 'week'): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    PageUp: view === 'month' ? -28 : -7,
    PageDown: view === 'month' ? 28 : 7,
  };
  return moves[key];
}

/** The keys of the table: another day is chosen and takes the focus once it is drawn, also where its month has to come first. */
function useDayKeys({ place, day, onDay }: Pick<Props, 'place' | 'day' | 'onDay'>): (event: KeyboardEvent) => void {
  const moved = useRef(false);
  useEffect(() => {
    const cell = moved.current ? document.querySelector<HTMLElement>(`[data-day="${day}"]`) : null;
    if (cell === null) return;
    moved.current = false;
    cell.focus();
  });
  return (event) => {
    const by = moveOf(event.key, place.view);
    if (by === undefined) return;
    event.preventDefault();
    moved.current = true;
    onDay(addDays(day, by));
  };
}

function DayTable(
  props: Props & {
    readonly days: readonly LocalDate[];
    readonly due: readonly DueDay[];
    readonly marks: (day: LocalDate) => DayMark;
    readonly onKey: (event: KeyboardEvent) => void;
  },
) {
  const { t } = useTranslation('ui');
  const { place, days, due, day: chosen } = props;
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <table className={`due-table due-${place.view}`}>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                due={due.find((one) => one.day === day)}
                mark={props.marks(day)}
                chosen={day === chosen}
                outside={place.view === 'month' && day.slice(0, 7) !== chosen.slice(0, 7)}
                today={props.today}
                onKey={props.onKey}
                onList={props.onList}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
