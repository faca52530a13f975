import { useTranslation } from 'react-i18next';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { DueLamp } from '#shared/domain/deadline/lamp.ts';
import type { DueDoubt } from '../deadline/due-marks.tsx';
import { DueDate } from './due-lamp.tsx';

/** A deadline as lists know it. */
type Due = DueDoubt & {
  readonly id: string;
  readonly due: string | null;
  readonly lamp: DueLamp;
  /** The working day by which the office should be done, where the last day moved over days off. */
  readonly target?: string | null;
};

/** A date that explains itself: a click opens its strip. `quiet` keeps it out of the tab order, inside a list with keys of its own. */
export function DueButton(props: {
  readonly due: Due;
  readonly today: LocalDate;
  readonly onOpen: (deadline: string) => void;
  readonly quiet?: boolean;
}) {
  const { t } = useTranslation('deadline');
  const { due } = props;
  const runs = due.due !== null && due.lamp !== 'none' && due.lamp !== 'over' && due.target !== due.due;
  const target = runs ? (due.target ?? null) : null;
  return (
    <button
      type="button"
      className="due-button"
      title={t('explain')}
      tabIndex={props.quiet === true ? -1 : undefined}
      onClick={(event) => {
        event.stopPropagation();
        props.onOpen(due.id);
      }}
    >
      <DueDate
        due={due.due === null ? null : (parseLocalDate(due.due) ?? null)}
        lamp={due.lamp}
        today={props.today}
        doubt={due}
      />
      {target === null ? null : <span className="due-target">{t('lamp.target', { date: target.slice(5) })}</span>}
    </button>
  );
}
