import { useTranslation } from 'react-i18next';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import { DueDate } from '#renderer/ui/status/due-lamp.tsx';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';

type Row = CallOutput<'request.list'>['rows'][number];

/** The date that decides now: the running limit, else the agreed date in words. */
export function DueCell(props: {
  readonly row: Row;
  readonly today: LocalDate;
  /** Opens the strip of the limit; left out where the whole line is one link. */
  readonly onStrip?: (deadline: string) => void;
}) {
  const { t } = useTranslation('request');
  const { due, agreed } = props.row;
  if (due !== null && props.onStrip !== undefined) {
    return <DueButton due={due} today={props.today} onOpen={props.onStrip} quiet />;
  }
  if (due !== null) {
    return <DueDate due={parseLocalDate(due.due ?? '') ?? null} lamp={due.lamp} today={props.today} doubt={due} />;
  }
  const day = parseLocalDate(agreed ?? '');
  if (day === undefined) return <span className="faint small">{t('list.noDate')}</span>;
  return <DueDate due={day} lamp="none" today={props.today} />;
}
