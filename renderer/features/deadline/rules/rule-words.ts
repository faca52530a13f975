import { useTranslation } from 'react-i18next';
import { regionName } from '#shared/domain/region/region.ts';

/** What a rule's region is called: 全国, or the name of the province. */
export function useRegionWord(): (region: string) => string {
  const { t } = useTranslation('deadline');
  return (region) => (region === 'CN' ? t('rules.nation') : regionName(`${region}0000`));
}

/** What a set of packs is called: 全国、浙江省、本机构规则 for 'CN+33+own', 规则包 for 'pack'. */
export function usePackWords(): (pack: string) => string {
  const { t } = useTranslation('deadline');
  const regionWord = useRegionWord();
  const { t: tLaw } = useTranslation('law');
  const { t: tPack } = useTranslation('pack');
  return (pack) =>
    pack
      .split('+')
      .map((layer) => {
        if (layer === 'own') return tLaw('own.title');
        return layer === 'pack' ? tPack('title') : regionWord(layer);
      })
      .join(t('list'));
}
