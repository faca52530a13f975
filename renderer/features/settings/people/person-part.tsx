import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { type Office, WithOffice } from '../with-office.tsx';
import { PersonForm } from './person-form.tsx';

type Person = Office['me'];

/** Somebody joins the office. */
export function NewPersonPart() {
  const { t } = useTranslation('settings');
  const [add] = useAct('person.add');
  return (
    <WithOffice>
      {(office) => (
        <PersonForm
          title={t('person.addTitle')}
          initial={{ name: '', roles: [], cardNo: '', phone: '' }}
          side={office.side}
          draft={{ key: 'settings.people:new', title: t('person.draftAdd') }}
          submitText={t('person.submitAdd')}
          save={async (data) => {
            const reply = await add({ ...data, roles: [...data.roles] });
            return reply.ok ? undefined : reply.failure;
          }}
        />
      )}
    </WithOffice>
  );
}

/** What is recorded of one person, and leaving or coming back. */
export function PersonPart() {
  const { t } = useTranslation('settings');
  const { person: id } = useParams();
  return (
    <WithOffice>
      {(office) => {
        const person = office.people.find((one) => one.id === id);
        if (person !== undefined) return <KnownPerson key={person.id} person={person} office={office} />;
        return (
          <EmptyState
            title={t('person.gone')}
            action={<a href={addresses.settingsPart('people')}>{t('person.toList')}</a>}
          />
        );
      }}
    </WithOffice>
  );
}

function KnownPerson({ person, office }: { readonly person: Person; readonly office: Office }) {
  const { t } = useTranslation('settings');
  const [amend] = useAct('person.amend');
  const [leaving, setLeaving] = useState(false);
  const { id, name, roles, cardNo, phone, active } = person;
  return (
    <>
      <PersonForm
        title={t('person.editTitle', { name })}
        initial={{ name, roles, cardNo, phone }}
        side={office.side}
        draft={{ key: `settings.people:${id}`, title: t('person.draftEdit', { name }) }}
        submitText={t('person.submitEdit')}
        acts={
          <Button
            onClick={() => {
              setLeaving(true);
            }}
          >
            {t(active ? 'person.leave' : 'person.back')}
          </Button>
        }
        save={async (data) => {
          const reply = await amend({ id, active, ...data, roles: [...data.roles] });
          return reply.ok ? undefined : reply.failure;
        }}
      />
      <LeaveSheet
        open={leaving}
        person={person}
        atDesk={office.me.id === id}
        onClose={() => {
          setLeaving(false);
        }}
      />
    </>
  );
}

/** Asks once, in words that say what leaving or coming back means; what was typed in the form stays a draft. */
function LeaveSheet(props: {
  readonly open: boolean;
  readonly person: Person;
  readonly atDesk: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const [amend] = useAct('person.amend');
  const { person, atDesk } = props;
  const { id, name, roles, cardNo, phone, active } = person;
  const text = active ? (atDesk ? 'person.leaveDesk' : 'person.leaveWhat') : 'person.backWhat';
  return (
    <Confirm
      open={props.open}
      title={t(active ? 'person.leaveTitle' : 'person.backTitle', { name })}
      act={t(active ? 'person.leave' : 'person.back')}
      danger={active}
      ready={!(active && atDesk)}
      onClose={props.onClose}
      onConfirm={async () => {
        const reply = await amend({ id, name, roles, cardNo, phone, active: !active });
        if (!reply.ok) return reply.failure;
        void navigate('/settings/people');
        return undefined;
      }}
    >
      <p>{t(text)}</p>
    </Confirm>
  );
}
