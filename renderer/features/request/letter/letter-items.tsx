import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { LetterItem } from '#shared/contract/letter.ts';
import type { RequestKind } from '#shared/domain/assist/kinds/kind.ts';
import { moved } from '../bound-list.ts';
import { nextItem } from './letter-value.ts';

/** 委托事项: whom each is about, the questions, what it is to prove, the form wanted; in the order the letter has them. */
export function LetterItems(props: { readonly bound: Bound<readonly LetterItem[]>; readonly kind: RequestKind }) {
  const { t } = useTranslation('request');
  const { bound, kind } = props;
  const items = members(bound);
  return (
    <>
      {items.items.map((item, index) => (
        <fieldset key={item.value.id} className="item-box">
          <legend>{t('item.title', { n: index + 1 })}</legend>
          <ItemActs bound={bound} index={index} />
          <ItemFields bound={item} kind={kind} />
        </fieldset>
      ))}
      <Button
        disabled={items.items.length >= 100}
        onClick={() => {
          items.add(nextItem(bound.value));
        }}
      >
        {t('item.add')}
      </Button>
    </>
  );
}

/** Moving an item and taking it out; a letter keeps one item at least. */
function ItemActs({ bound, index }: { readonly bound: Bound<readonly LetterItem[]>; readonly index: number }) {
  const { t } = useTranslation('request');
  const last = bound.value.length - 1;
  const acts = [
    { id: 'up', disabled: index === 0, run: () => moved(bound.value, index, -1) },
    { id: 'down', disabled: index === last, run: () => moved(bound.value, index, 1) },
    { id: 'remove', disabled: last === 0, run: () => bound.value.toSpliced(index, 1) },
  ] as const;
  return (
    <div className="item-acts">
      {acts.map((act) => (
        <Button
          key={act.id}
          size="small"
          disabled={act.disabled}
          aria-label={t(`item.${act.id}Of`, { n: index + 1 })}
          onClick={() => {
            bound.set(act.run());
          }}
        >
          {t(act.id === 'remove' ? 'row.remove' : `item.${act.id}`)}
        </Button>
      ))}
    </div>
  );
}

function useCoded(): (list: RequestKind['itemKinds']) => { value: string; label: string; words: string }[] {
  const bilingual = useBilingual();
  return (list) => list.map((one) => ({ value: one.code, label: bilingual(one), words: one.code }));
}

function ItemFields({ bound, kind }: { readonly bound: Bound<LetterItem>; readonly kind: RequestKind }) {
  const { t } = useTranslation('request');
  const coded = useCoded();
  const object = part(bound, 'object');
  // The kind's lists are exactly the contract's codes; the contract checks them again.
  const pick = (key: 'kind' | 'form'): Bound<string | null> => ({
    path: `${bound.path}.${key}`,
    value: bound.value[key],
    set: (next) => {
      if (next !== null) bound.set({ ...bound.value, [key]: next } as LetterItem);
    },
  });
  const person = object.value.type === 'person';
  return (
    <div className="form-grid">
      <SelectField label={t('item.kind')} bound={pick('kind')} choices={coded(kind.itemKinds)} required />
      <RadioField
        label={t('object.type')}
        bound={part(object, 'type')}
        choices={(['unit', 'person'] as const).map((value) => ({ value, label: t(`object.${value}`) }))}
      />
      <TextField label={t('object.name')} bound={part(object, 'name')} required />
      {person ? (
        <TextField label={t('object.idNo')} bound={part(object, 'idNo')} max={40} hint={t('object.idNoHint')} />
      ) : (
        <TextField label={t('object.uscc')} bound={part(object, 'uscc')} max={40} />
      )}
      <TextField label={t('object.phone')} bound={part(object, 'phone')} max={60} />
      <TextField label={t('object.relation')} bound={part(object, 'relation')} max={100} />
      <TextField label={t('object.address')} bound={part(object, 'address')} max={400} whole />
      <ProseField
        label={t('item.questions')}
        hint={t('item.questionsHint')}
        bound={part(bound, 'questions')}
        max={8000}
        required
      />
      <ProseField label={t('item.proves')} bound={part(bound, 'proves')} max={2000} rows={1} />
      <SelectField label={t('item.form')} bound={pick('form')} choices={coded(kind.evidenceForms)} />
    </div>
  );
}
