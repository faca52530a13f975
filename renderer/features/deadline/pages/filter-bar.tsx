import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { mayStart } from '#shared/domain/deadline/rule.ts';
import type { PagePlace } from './page-address.ts';

const sides = ['all', 'arb', 'lsi', 'req'] as const;
const states = ['running', 'suspended', 'stopped'] as const;

type Props = { readonly place: PagePlace; readonly onChange: (change: Partial<PagePlace>) => void };

/** Narrows the deadlines by side, rule, the person who handles the file, and in the list by their state. */
export function DeadlineFilterBar({ place, onChange }: Props) {
  const { t } = useTranslation('deadline');
  return (
    <search className="due-filter">
      <ChoiceSelect
        compact
        label={t('pages.side')}
        value={place.side}
        choices={sides.map((value) => ({ value, label: t(`pages.sides.${value}`) }))}
        onChoose={(side) => onChange({ side: side ?? 'all' })}
      />
      {place.view === 'list' ? (
        <ChoiceSelect
          compact
          label={t('pages.state')}
          value={place.state}
          choices={states.map((value) => ({ value, label: t(`pages.states.${value}`) }))}
          onChoose={(state) => onChange({ state: state ?? 'running' })}
        />
      ) : null}
      <RuleChoice place={place} onChange={onChange} />
      <PersonChoice place={place} onChange={onChange} />
    </search>
  );
}

function RuleChoice({ place, onChange }: Props) {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const rules = useAsk('rule.list', {}).last;
  // Files may still have limits of rules that are over.
  const choices = [...(rules?.rows ?? []), ...(rules?.notNow ?? [])]
    .filter((rule) => mayStart(rule) && (place.side === 'all' || rule.id.startsWith(`${place.side.toUpperCase()}.`)))
    .map((rule) => ({ value: rule.id, label: bilingual(rule.name), words: rule.id }));
  return (
    <span className="due-rule">
      <ChoiceSelect
        clearable
        label={t('pages.rule')}
        placeholder={t('pages.anyRule')}
        value={place.rule === '' ? null : place.rule}
        choices={choices}
        onChoose={(rule) => onChange({ rule: rule ?? '' })}
      />
    </span>
  );
}

function PersonChoice({ place, onChange }: Props) {
  const { t } = useTranslation('deadline');
  const people = useAsk('office.get', {}).last?.people ?? [];
  return (
    <span className="due-person">
      <ChoiceSelect
        clearable
        label={t('pages.person')}
        placeholder={t('pages.anyPerson')}
        value={place.person}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(person) => onChange({ person })}
      />
    </span>
  );
}
