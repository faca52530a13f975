import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../form/field.tsx';

/** One of a closed list. `words` are further words it is found by, such as pinyin initials; `note` stands beside it in the open list. */
export type Choice<V extends string | number> = {
  readonly value: V;
  readonly label: string;
  readonly words?: string;
  readonly note?: string;
};

/**
 * Choices under keys a person can hear: the component library puts an option's key into the text screen readers are
 * given, so the key is the label, with its place where two labels are the same.
 */
function keyed<V extends string | number>(choices: readonly Choice<V>[]) {
  const seen = new Set<string>();
  return choices.map((choice, index) => {
    const key = seen.has(choice.label) ? `${choice.label} ${index + 1}` : choice.label;
    seen.add(key);
    return { key, choice };
  });
}

/** A choice with its note beside it, as it stands in the open list. */
function noted(label: ReactNode, note: string | undefined): ReactNode {
  if (note === undefined) return label;
  return (
    <>
      {label} <span className="small soft">{note}</span>
    </>
  );
}

/** A choice out of a list that opens; type to narrow it by label, value or further words. */
export function ChoiceSelect<V extends string | number>(props: {
  readonly value: V | null;
  readonly choices: readonly Choice<V>[];
  readonly onChoose: (value: V | null) => void;
  readonly control?: ControlProps;
  /** Names the select where it stands in no field. */
  readonly label?: string;
  readonly clearable?: boolean;
  readonly placeholder?: string | undefined;
  /** As wide as its longest choice needs, for a bar of filters. */
  readonly compact?: boolean;
  /** Without a frame of its own, in a bar. */
  readonly bare?: boolean;
  readonly disabled?: boolean;
}) {
  const { t } = useTranslation('ui');
  const options = keyed(props.choices);
  const chosen = options.find(({ choice }) => choice.value === props.value);
  const matches = (typed: string, key: unknown): boolean => {
    const choice = options.find((option) => option.key === key)?.choice;
    if (choice === undefined) return false;
    return `${choice.label} ${choice.words ?? ''} ${choice.value}`.toLowerCase().includes(typed.toLowerCase());
  };
  return (
    <Select<string>
      {...props.control}
      aria-label={props.label}
      value={chosen?.key ?? null}
      options={options.map(({ key, choice }) => ({
        value: key,
        label: choice.label,
        ...(choice.note === undefined ? {} : { title: choice.note }),
      }))}
      optionRender={({ label, data }) => noted(label, data.title)}
      variant={props.bare === true ? 'borderless' : 'outlined'}
      disabled={props.disabled === true}
      allowClear={props.clearable === true ? { label: t('choice.clear') } : false}
      placeholder={props.placeholder}
      popupMatchSelectWidth={props.compact !== true}
      showSearch={props.compact === true ? false : { filterOption: (typed, option) => matches(typed, option?.value) }}
      onChange={(key: string | undefined) => {
        props.onChoose(options.find((option) => option.key === key)?.choice.value ?? null);
      }}
    />
  );
}
