import { useTranslation } from 'react-i18next';
import { type Choice, ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import { SearchField } from '#renderer/ui/fields/search-field.tsx';
import type { ListFilter } from './address-filter.ts';

type Props = {
  readonly filter: ListFilter;
  readonly onChange: (change: Partial<ListFilter>) => void;
  /** The office handles files of both sides, so that choosing one makes sense. */
  readonly bothSides: boolean;
};

/** Narrows the register; Ctrl+F goes to the text. */
export function FilterBar({ filter, onChange, bothSides }: Props) {
  const { t } = useTranslation('dossier');
  const choice = <K extends 'status' | 'side' | 'sort'>(
    key: K,
    label: string,
    options: readonly Choice<ListFilter[K]>[],
  ) => (
    <ChoiceSelect<ListFilter[K]>
      compact
      label={label}
      value={filter[key]}
      choices={options}
      onChoose={(value) => {
        if (value !== null) onChange({ [key]: value });
      }}
    />
  );
  return (
    <search className="register-filter">
      <SearchField
        label={t('filter.text')}
        placeholder={t('filter.placeholder')}
        text={filter.text}
        onText={(text) => onChange({ text })}
      />
      {choice(
        'status',
        t('filter.status'),
        (['open', 'received', 'accepted', 'closed', 'all'] as const).map((value) => ({
          value,
          label: t(`filter.statuses.${value}`),
        })),
      )}
      {bothSides
        ? choice(
            'side',
            t('filter.side'),
            (['all', 'arb', 'lsi'] as const).map((value) => ({ value, label: t(`filter.sides.${value}`) })),
          )
        : null}
      {choice(
        'sort',
        t('filter.sort'),
        (['due', 'received', 'number'] as const).map((value) => ({ value, label: t(`filter.sorts.${value}`) })),
      )}
      <MineCheck filter={filter} onChange={onChange} />
    </search>
  );
}

function MineCheck({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const { t } = useTranslation('dossier');
  return (
    <label className="register-check">
      <input
        type="checkbox"
        checked={filter.mine}
        onChange={(event) => {
          onChange({ mine: event.target.checked });
        }}
      />
      {t('filter.mine')}
    </label>
  );
}
