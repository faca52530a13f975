import { useTranslation } from 'react-i18next';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { DueLamp } from '#shared/domain/deadline/lamp.ts';
import { DueDate } from './due-lamp.tsx';

/** A deadline as lists know it. */
type Due = {
  readonly id: string;
  readonly due: string | null;
  readonly lamp: DueLamp;
  readonly provisional: boolean;
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
        provisional={due.provisional}
      />
    </button>
  );
}
