import { Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '#renderer/ui/keys/shortcut-provider.tsx';
import type { ListFilter } from './address-filter.ts';

/** Milliseconds of quiet after which typing narrows the list. */
const quiet = 150;

type Props = {
  readonly filter: ListFilter;
  readonly onChange: (change: Partial<ListFilter>) => void;
  /** The office handles files of both sides, so that choosing one makes sense. */
  readonly bothSides: boolean;
};

type Option<K extends keyof ListFilter> = { readonly value: ListFilter[K]; readonly label: string };

/** Narrows the register; Ctrl+F goes to the text. */
export function FilterBar({ filter, onChange, bothSides }: Props) {
  const { t } = useTranslation('dossier');
  const choice = <K extends 'status' | 'side' | 'sort'>(key: K, label: string, options: readonly Option<K>[]) => (
    <Select<ListFilter[K], Option<K>>
      aria-label={label}
      value={filter[key]}
      popupMatchSelectWidth={false}
      options={[...options]}
      onChange={(value) => {
        onChange({ [key]: value });
      }}
    />
  );
  return (
    <search className="register-filter">
      <TextFilter text={filter.text} onText={(text) => onChange({ text })} />
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
    </search>
  );
}

function TextFilter(props: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation('dossier');
  const [typed, setTyped] = useState(props.text);
  const box = useRef<HTMLDivElement>(null);
  const tell = useRef(props.onText);
  useEffect(() => {
    tell.current = props.onText;
  });
  useEffect(() => {
    if (typed === props.text) return undefined;
    const timer = window.setTimeout(() => {
      tell.current(typed);
    }, quiet);
    return () => {
      window.clearTimeout(timer);
    };
  }, [typed, props.text]);
  useShortcut(['Ctrl+F'], () => box.current?.querySelector('input')?.focus());
  return (
    <div className="register-text" ref={box}>
      <Input
        aria-label={t('filter.text')}
        aria-keyshortcuts="Control+F"
        placeholder={t('filter.placeholder')}
        maxLength={100}
        allowClear
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
    </div>
  );
}
