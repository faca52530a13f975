import { AutoComplete, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import { Field } from '#renderer/ui/form/field.tsx';
import { useTooLong } from '#renderer/ui/form/too-long.ts';
import type { CommissionLetter } from '#shared/contract/letter.ts';

/** A person who handles the matter, as letters name one. */
export type HandlerValue = CommissionLetter['handlers'][number];

/** A row nobody was named in yet. */
export const noHandler: HandlerValue = { name: '', cardNo: '', phone: '' };

/** Rows to begin with: those given, filled up to two, because evidence is taken by two persons at least. */
export function atLeastTwo(handlers: readonly HandlerValue[]): HandlerValue[] {
  return [...handlers, ...Array.from({ length: Math.max(0, 2 - handlers.length) }, () => noHandler)];
}

/** Rows in which somebody is named. */
export function named(handlers: readonly HandlerValue[]): HandlerValue[] {
  return handlers.filter((handler) => handler.name.trim() !== '');
}

/** The persons who handle the matter, two at least and four at most; people of the office are offered while typing. */
export function HandlersField(props: { readonly bound: Bound<readonly HandlerValue[]>; readonly required: boolean }) {
  const { t } = useTranslation('request');
  const rows = members(props.bound);
  return (
    <fieldset className="rows">
      <legend className="field-label">
        {t('handlers.title')}
        {props.required ? (
          <span className="field-required" aria-hidden="true">
            *
          </span>
        ) : null}
      </legend>
      {rows.items.map((row, index) => (
        <div key={row.path} className="row-grid handlers">
          <NameField bound={row} index={index} taken={namesBeside(props.bound.value, index)} />
          <TextField label={t('handlers.cardNo')} bound={part(row, 'cardNo')} max={60} />
          <TextField label={t('handlers.phone')} bound={part(row, 'phone')} max={60} />
          <Button
            type="text"
            aria-label={t('handlers.removeOf', { n: index + 1 })}
            disabled={rows.items.length <= 2}
            onClick={() => {
              rows.remove(index);
            }}
          >
            {t('row.remove')}
          </Button>
        </div>
      ))}
      {rows.items.length >= 4 ? null : (
        <Button
          onClick={() => {
            rows.add(noHandler);
          }}
        >
          {t('handlers.add')}
        </Button>
      )}
    </fieldset>
  );
}

/** Names that stand in the other rows: a person handles the matter once. */
function namesBeside(handlers: readonly HandlerValue[], index: number): readonly string[] {
  return handlers.filter((_, at) => at !== index).map((handler) => handler.name.trim());
}

function NameField(props: {
  readonly bound: Bound<HandlerValue>;
  readonly index: number;
  readonly taken: readonly string[];
}) {
  const { t } = useTranslation('request');
  const { bound, index, taken } = props;
  const path = `${bound.path}.name`;
  const [open, setOpen] = useState(false);
  const people = (useAsk('office.get', {}).last?.people ?? []).filter((person) => person.active);
  const offered = people.filter((person) => !taken.includes(person.name));
  const put = (name: string): void => {
    const person = people.find((one) => one.name === name);
    bound.set(person === undefined ? { ...bound.value, name } : { name, cardNo: person.cardNo, phone: person.phone });
  };
  return (
    <Field label={t('handlers.name', { n: index + 1 })} path={path} wrong={useTooLong(path, bound.value.name, 60)}>
      {(control) => (
        <AutoComplete
          {...control}
          value={bound.value.name}
          options={offered.map((person) => ({ value: person.name }))}
          open={open}
          onOpenChange={setOpen}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !open) return;
            // Esc closes the list of names and nothing behind it.
            event.preventDefault();
            event.stopPropagation();
            setOpen(false);
          }}
          showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
          onChange={put}
        />
      )}
    </Field>
  );
}
