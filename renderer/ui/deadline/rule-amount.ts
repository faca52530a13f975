import { useTranslation } from 'react-i18next';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { useRuleTitle } from './rule-title.ts';

/** How long a limit is, in words: an amount, the same day, a day that is set, or the limit it ends with. */
export function useRuleAmount(): (rule: LimitRule) => string {
  const { t } = useTranslation('deadline');
  const title = useRuleTitle();
  return ({ form, sameEndAs = '', amount, unit }) => {
    if (form === 'same-end') return t('form.same-end', { rule: title(sameEndAs).name });
    if (form !== undefined) return t(`form.${form}`);
    return amount === 0 ? t('form.same-day') : t(`amount.${unit}`, { n: amount, count: amount });
  };
}
