import { useTranslation } from 'react-i18next';
import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import type { DueLamp } from '#shared/domain/deadline/lamp.ts';
import { type DueDoubt, DueMarks } from '../deadline/due-marks.tsx';
import { useDates } from '../format/use-dates.ts';
import type { Tone } from '../state/notice.tsx';
import './status.css';

const tones: Readonly<Record<DueLamp, Tone>> = {
  overdue: 'red',
  today: 'red',
  soon: 'amber',
  fine: 'plain',
  none: 'plain',
  over: 'plain',
};

/** The date of a deadline in a list: 今天, 明天 or the date, with 已过 or 期满 said in words when it is past, and what is uncertain of it. */
export function DueDate(props: {
  readonly due: LocalDate | null;
  readonly lamp: DueLamp;
  readonly today: LocalDate;
  /** Left out where the day is a person's own word, not that of a rule. */
  readonly doubt?: DueDoubt;
}) {
  const { t } = useTranslation('deadline');
  const dates = useDates();
  const { due, today, lamp } = props;
  if (due === null) return <span className="lamp tone-plain">{t('lamp.paused')}</span>;
  const near = due === today ? t('lamp.today') : due === addDays(today, 1) ? t('lamp.tomorrow') : dates.day(due, today);
  return (
    <time className={`lamp tone-${tones[lamp]}`} dateTime={due}>
      {lamp === 'overdue' || lamp === 'over' ? t(`lamp.${lamp}`, { date: near }) : near}
      {props.doubt === undefined ? null : <DueMarks of={props.doubt} />}
    </time>
  );
}
