import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';

/** Which branch a file is received or taken on at; not shown in an office without branches. */
export function BranchField({ bound }: { readonly bound: Bound<string> }) {
  const { t } = useTranslation('dossier');
  const kept = useAsk('office.get', {}).last?.settings.branches ?? [];
  const branches = kept.filter(({ code, ended }) => !ended || code === bound.value);
  if (branches.length === 0) return null;
  return (
    <SelectField<string>
      label={t('branch.label')}
      choices={[
        { value: '', label: t('branch.own') },
        ...branches.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      bound={{ ...bound, set: (next) => bound.set(next ?? '') }}
    />
  );
}
