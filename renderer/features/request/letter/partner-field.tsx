import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { officeIdField } from '#shared/contract/fields.ts';

/** The office that is asked: partners whose program reads this kind. One whose fingerprint nobody compared is marked. */
export function PartnerField(props: { readonly bound: Bound<OfficeId | null>; readonly kind: string }) {
  const { t } = useTranslation('request');
  const partners = useAsk('partner.list', {}).last ?? [];
  const fitting = partners.filter((partner) => partner.kinds.includes(props.kind));
  const bound: Bound<string | null> = {
    path: props.bound.path,
    value: props.bound.value,
    set: (next) => {
      const office = officeIdField.safeParse(next);
      props.bound.set(office.success ? office.data : null);
    },
  };
  const chosen = partners.find((partner) => partner.office === bound.value);
  const hint =
    fitting.length === 0 ? (
      <a href={addresses.partners}>{t('partner.none')}</a>
    ) : chosen?.confirmed === false ? (
      <a href={addresses.partner(chosen.office)}>{t('partner.unconfirmed')}</a>
    ) : chosen === undefined ? undefined : (
      t('partner.region', { region: chosen.regionName })
    );
  return (
    <SelectField
      label={t('partner.label')}
      bound={bound}
      required
      placeholder={t('partner.choose')}
      hint={hint}
      choices={fitting.map((partner) => ({
        value: partner.office as string,
        label: partner.confirmed ? partner.name : `${partner.name} ${t('partner.mark')}`,
        words: partner.regionName,
      }))}
    />
  );
}
