import { useTranslation } from 'react-i18next';
import { ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { useAct } from '../api/use-act.ts';

type Person = CallOutput<'office.get'>['people'][number];

/** Who sits at the desk, and a quick change to a colleague, each with what he or she may do; the change is recorded. */
export function PersonSwitch({ office }: { readonly office: CallOutput<'office.get'> }) {
  const { t } = useTranslation('app');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const [actAs, { running }] = useAct('person.actAs');
  const rolesOf = ({ roles }: Person): string =>
    roles.length === 0 ? t('person.noRole') : roles.map((role) => t(`person.role.${role}`)).join(' · ');
  const people = office.people.filter((person) => person.active);
  if (people.length < 2) return <>{office.me.name}</>;
  return (
    <ChoiceSelect
      label={t('person.label')}
      bare
      compact
      disabled={running}
      value={office.me.id}
      choices={people.map((person) => ({ value: person.id, label: person.name, note: rolesOf(person) }))}
      onChoose={(id) => {
        if (id === null) return;
        void actAs({ id }).then((reply) => {
          const chosen = people.find((person) => person.id === id)?.name ?? '';
          announce(reply.ok ? t('person.now', { name: chosen }) : failureText(reply.failure), 'assertive');
        });
      }}
    />
  );
}
