import { useTranslation } from 'react-i18next';
import type { Confidence } from '#shared/domain/deadline/rule.ts';
import { Badge } from '../status/badge.tsx';

/** 暂估: a year whose calendar is not yet published had a part in the date. */
export function ProvisionalMark() {
  const { t } = useTranslation('deadline');
  return (
    <Badge tone="amber" title={t('mark.provisionalWhy')}>
      {t('mark.provisional')}
    </Badge>
  );
}

/** 日历待核: the days of a year that had a part in the date are not confirmed by every source compared. */
export function UncheckedMark() {
  const { t } = useTranslation('deadline');
  return (
    <Badge tone="amber" title={t('mark.uncheckedWhy')}>
      {t('mark.unchecked')}
    </Badge>
  );
}

/** 默认值,待核: the rule's amount is a default the office may edit. 本机构规则: it did. Nothing for a rule read in the text of the law. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }) {
  const { t } = useTranslation('deadline');
  if (confidence === 'office') {
    return (
      <Badge tone="blue" title={t('mark.officeWhy')}>
        {t('mark.office')}
      </Badge>
    );
  }
  if (confidence !== 'default') return null;
  return (
    <Badge tone="amber" title={t('mark.defaultWhy')}>
      {t('mark.default')}
    </Badge>
  );
}
