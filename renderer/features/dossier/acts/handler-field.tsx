import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import type { UserId } from '#shared/base/ids.ts';

/** Who is in charge: one of those who work here now. */
export function HandlerField({ bound }: { readonly bound: Bound<UserId | null> }) {
  const { t } = useTranslation('dossier');
  const people = useAsk('office.get', {}).last?.people ?? [];
  return (
    <SelectField<UserId>
      label={t('receive.handler')}
      clearable
      choices={people
        .filter((person) => person.active || person.id === bound.value)
        .map((person) => ({ value: person.id, label: person.name }))}
      bound={bound}
    />
  );
}
