import { useTranslation } from 'react-i18next';
import { parseLocalDate } from '#shared/base/local-date.ts';

/** Writes a date as official papers do: 2026年3月12日, without spaces or leading zeros. Other text is left as it is. */
export function usePaperDate(): (on: string | null) => string {
  const { t } = useTranslation('print');
  return (on) => {
    const date = parseLocalDate((on ?? '').slice(0, 10));
    if (date === undefined) return on ?? '';
    return t('date', {
      year: Number(date.slice(0, 4)),
      month: t(`month.${Number(date.slice(5, 7))}`),
      day: Number(date.slice(8, 10)),
    });
  };
}
