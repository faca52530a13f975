import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';

/** A division chosen from above: province, city, county. A level that was not chosen is null. */
export type ChosenRegion = {
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
};

/** Nothing chosen yet. */
export const noRegion: ChosenRegion = { province: null, city: null, county: null };

/** The code of the lowest division chosen; undefined while there is none. */
export function regionCode(chosen: ChosenRegion): string | undefined {
  return chosen.county ?? chosen.city ?? chosen.province ?? undefined;
}

function useChildren(parent: string | null | undefined) {
  const { t } = useTranslation('session');
  const asked = useAsk('region.list', parent === null ? undefined : parent === undefined ? {} : { parent });
  return (asked.data ?? []).map((region) => ({
    value: region.code,
    label: region.zone ? t('region.zone', { name: region.name }) : region.name,
  }));
}

/** Three lists, each opening when the one above it is chosen; typing a name or a code narrows them. */
export function RegionFields({ bound }: { readonly bound: Bound<ChosenRegion> }) {
  const { t } = useTranslation('session');
  const { province, city, county } = bound.value;
  const provinces = useChildren(undefined);
  const cities = useChildren(province);
  const counties = useChildren(city);
  const choose = bound.set;
  const only = cities.length === 1 ? cities[0]?.value : undefined;
  useEffect(() => {
    // The counties of a municipality lie under one row that groups them; nobody has to choose it.
    if (only !== undefined && city === null) choose({ province, city: only, county: null });
  }, [only, city, province, choose]);
  return (
    <>
      <SelectField
        label={t('region.province')}
        required
        choices={provinces}
        bound={{
          ...part(bound, 'province'),
          set: (code) => {
            if (code !== province) choose({ province: code, city: null, county: null });
          },
        }}
      />
      <SelectField
        label={t('region.city')}
        choices={cities}
        clearable
        bound={{
          ...part(bound, 'city'),
          set: (code) => {
            if (code !== city) choose({ province, city: code, county: null });
          },
        }}
      />
      <SelectField
        label={t('region.county')}
        choices={counties}
        clearable
        bound={{ ...part(bound, 'county'), set: (code) => choose({ province, city, county: code }) }}
        hint={county === null ? t('region.hint') : undefined}
      />
    </>
  );
}
