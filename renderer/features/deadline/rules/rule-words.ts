import { useTranslation } from 'react-i18next';
import { regionName } from '#shared/domain/region/region.ts';

/** What a rule's region is called: 全国, or the name of the province. */
export function useRegionWord(): (region: string) => string {
  const { t } = useTranslation('deadline');
  return (region) => (region === 'CN' ? t('rules.nation') : regionName(`${region}0000`));
}
