import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import type { DossierId, OfficeId } from '#shared/base/ids.ts';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';

/** The day the reply is asked for, with what is usual for this pair of offices and why. */
export function AskedDateField(props: {
  readonly bound: Bound<LocalDate | null>;
  readonly today: LocalDate;
  readonly dossier: DossierId;
  readonly kind: CallInput<'request.prefill'>['kind'];
  readonly partner: OfficeId | null;
}) {
  const { t } = useTranslation('request');
  const dates = useDates();
  const { bound, today, dossier, kind, partner } = props;
  const usual = useAsk('request.prefill', partner === null ? { dossier, kind } : { dossier, kind, partner }).last;
  const day = parseLocalDate(usual?.due?.due ?? '');
  return (
    <div className="asked">
      <DateField label={t('dates.asked')} bound={bound} today={today} required />
      {day === undefined || usual?.due == null ? null : (
        <span className="field-note">
          <span>{t('dates.usual', { date: dates.dayOfWeek(day, today) })}</span>
          <ConfidenceMark confidence={usual.due.confidence} />
          {day === bound.value ? null : (
            <button
              type="button"
              className="text-button"
              onClick={() => {
                bound.set(day);
              }}
            >
              {t('dates.take')}
            </button>
          )}
        </span>
      )}
    </div>
  );
}
