import { useTranslation } from 'react-i18next';
import type { Confidence } from '#shared/domain/deadline/rule.ts';

/** What is uncertain of the day of a limit. */
export type DueDoubt = { readonly provisional: boolean; readonly confidence: Confidence };

/**
 * What is uncertain of a day in one short mark beside it: 暂估, 待核 or both; nothing for a day that is sure. A screen reader
 * hears the whole words. `said` leaves to it alone what stands above the day already.
 */
export function DueMarks({ of, said = [] }: { readonly of: DueDoubt; readonly said?: readonly 'provisional'[] }) {
  const { t } = useTranslation('deadline');
  const doubts = [
    ...(of.provisional ? (['provisional'] as const) : []),
    ...(of.confidence === 'default' ? (['default'] as const) : []),
  ];
  if (doubts.length === 0) return null;
  const shown = doubts.filter((doubt) => doubt === 'default' || !said.includes(doubt));
  return (
    <span
      className="due-mark"
      title={doubts.map((doubt) => t(doubt === 'default' ? 'mark.toCheckWhy' : 'mark.provisionalWhy')).join('\n')}
    >
      <span aria-hidden="true">{shown.map((doubt) => t(`mark.short.${doubt}`)).join('·')}</span>
      <span className="spoken">{doubts.map((doubt) => t(`mark.${doubt}`)).join(t('list'))}</span>
    </span>
  );
}
