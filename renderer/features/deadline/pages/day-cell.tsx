import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import type { DayMark } from '#renderer/app/api/use-day-marks.ts';
import { DueMarks } from '#renderer/ui/deadline/due-marks.tsx';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { DueDay } from './days-view.tsx';

type Props = {
  readonly day: LocalDate;
  readonly due: DueDay | undefined;
  readonly mark: DayMark;
  readonly chosen: boolean;
  /** Belongs to the month before or after. */
  readonly outside: boolean;
  readonly today: LocalDate;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onList: (day: LocalDate) => void;
};

/** One day: its number, which opens it as a list, and its first limits, each of which opens its strip. */
export function DayCell(props: Props) {
  const { t } = useTranslation('deadline');
  const dates = useDates();
  const { day, due, mark, today } = props;
  const total = due?.total ?? 0;
  const more = total - (due?.rows.length ?? 0);
  const states = `${mark.kind}${props.outside ? ' outside' : ''}${day === today ? ' today' : ''}`;
  const kindText = mark.kind === 'off' || mark.kind === 'work' ? t(`calendar.legend.${mark.kind}`) : '';
  return (
    <td className={`due-day ${states}`}>
      <button
        type="button"
        className="due-day-number"
        data-day={day}
        tabIndex={props.chosen ? 0 : -1}
        aria-current={day === today ? 'date' : undefined}
        aria-label={t('pages.dayName', { date: dates.day(day), kind: kindText, n: total, count: total })}
        onKeyDown={props.onKey}
        onClick={() => {
          props.onList(day);
        }}
      >
        {Number(day.slice(8))}
        {kindText === '' ? null : <sup>{t(`calendar.mark.${mark.kind === 'off' ? 'off' : 'work'}`)}</sup>}
        {mark.provisional && total > 0 ? <span className="due-provisional"> {t('mark.provisional')}</span> : null}
      </button>
      <ul>
        {(due?.rows ?? []).map((row) => (
          <li key={row.due.id}>
            <DueLine row={row} provisionalDay={mark.provisional} />
          </li>
        ))}
      </ul>
      {more <= 0 ? null : (
        <button
          type="button"
          className="text-button small"
          onClick={() => {
            props.onList(day);
          }}
        >
          {t('pages.more', { n: more, count: more })}
        </button>
      )}
    </td>
  );
}

function DueLine(props: { readonly row: DueDay['rows'][number]; readonly provisionalDay: boolean }) {
  const { row, provisionalDay } = props;
  const { t } = useTranslation('deadline');
  const openStrip = useOpenStrip();
  const rule = useRuleTitle()(row.due.ruleId);
  const { due, number, title, part } = row;
  const target = due.target !== null && due.target !== due.due ? t('lamp.target', { date: due.target.slice(5) }) : '';
  return (
    <button
      type="button"
      className={`due-line lamp-${due.lamp}`}
      title={[number, title, rule.name, part, target].filter(Boolean).join(' · ')}
      onClick={() => {
        openStrip(due.id);
      }}
    >
      <DueMarks of={due} said={provisionalDay ? ['provisional'] : []} />
      <span className="due-line-rule">{rule.name}</span> <span className="due-line-number">{number || title}</span>
      {target === '' ? null : <span className="due-line-target">{target}</span>}
      {due.lamp === 'overdue' ? <span className="due-line-over">{t('pages.overdue')}</span> : null}
    </button>
  );
}
