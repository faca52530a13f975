import { useTranslation } from 'react-i18next';
import type { Bound } from '#renderer/ui/form/bound.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { MembersField } from '../members/members-field.tsx';
import { useDossierNames } from '../names.ts';

type Choice = CallOutput<'agent.list'>['may'][number];

/** The parties an agent acts for, each with a box; their ids are kept with commas between, in one order. */
export function PrincipalsField(props: {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** There are more parties than are offered. */
  readonly more: boolean;
  readonly bound: Bound<string>;
}) {
  const { t } = useTranslation('agent');
  const names = useDossierNames();
  const { bound, choices, label, more } = props;
  return (
    <MembersField
      required
      label={label}
      hint={more ? t('principalsMore', { n: choices.length }) : undefined}
      choices={choices.map(({ id, name, role }) => ({ value: id, label: `${name} (${names.role(role)})` }))}
      bound={{
        path: bound.path,
        value: bound.value.split(',').filter((id) => id !== ''),
        set: (ids) => bound.set(ids.toSorted().join(',')),
      }}
    />
  );
}
