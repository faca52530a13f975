import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { maskPhone } from '#shared/domain/masking/mask.ts';
import { type Office, WithOffice } from '../with-office.tsx';

type Person = Office['me'];

/** 人员与职责: who works here and may do what, and who sits at this device. */
export function PeoplePart() {
  return <WithOffice>{(office) => <People office={office} />}</WithOffice>;
}

/** What an office lacks before letters can leave it: each step of a letter is done by another person. */
function lackOf({ people, settings }: Office): 'head' | 'review' | undefined {
  const here = people.filter((person) => person.active);
  if (!here.some((person) => person.roles.includes('head'))) return 'head';
  return here.length < (settings.sealedScanRequired ? 4 : 3) ? 'review' : undefined;
}

function People({ office }: { readonly office: Office }) {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const lack = lackOf(office);
  const inOrder = office.people.toSorted((a, b) => Number(b.active) - Number(a.active));
  return (
    <>
      {lack === undefined ? null : <Notice tone="amber">{t(`people.needs.${lack}`)}</Notice>}
      <Panel
        title={t('people.title')}
        side={
          <Button type="primary" onClick={() => void navigate('/settings/people/new')}>
            {t('people.add')}
          </Button>
        }
      >
        <div className="settings-scroll">
          <table className="plain-table people-table">
            <thead>
              <tr>
                <th scope="col">{t('people.name')}</th>
                <th scope="col">{t('people.roles')}</th>
                <th scope="col">{t('people.cardNo')}</th>
                <th scope="col">{t('people.phone')}</th>
                <th scope="col">{t('people.state')}</th>
                <th scope="col">
                  <span className="spoken">{t('people.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {inOrder.map((person) => (
                <PersonRow key={person.id} person={person} atDesk={person.id === office.me.id} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <p className="small faint">{t('people.deskWhy')}</p>
    </>
  );
}

function PersonRow({ person, atDesk }: { readonly person: Person; readonly atDesk: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <tr className={person.active ? undefined : 'left'}>
      <th scope="row" className="unbroken">
        {person.name}
      </th>
      <td>
        <span className="roles">
          {person.roles.length === 0 ? <span className="faint">{t('people.noRoles')}</span> : null}
          {person.roles.map((role) => (
            <Badge key={role} tone={role === 'head' ? 'blue' : 'plain'}>
              {t(`person.roleShort.${role}`)}
            </Badge>
          ))}
        </span>
      </td>
      <td>{person.cardNo}</td>
      <td>{maskPhone(person.phone)}</td>
      <td className="unbroken">{t(atDesk ? 'people.atDesk' : person.active ? 'people.active' : 'people.left')}</td>
      <td className="acts">
        {person.active && !atDesk ? <SitDown person={person} /> : null}
        <a
          href={addresses.settingsPart(`people/${person.id}`)}
          aria-label={t('people.editLabel', { name: person.name })}
        >
          {t('people.edit')}
        </a>
      </td>
    </tr>
  );
}

/** Changes who sits at the desk, at once; the change is recorded. */
function SitDown({ person }: { readonly person: Person }) {
  const { t } = useTranslation('settings');
  const [actAs, { running }] = useAct('person.actAs');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const sit = async (): Promise<void> => {
    const reply = await actAs({ id: person.id });
    announce(reply.ok ? t('people.sat', { name: person.name }) : failureText(reply.failure), 'assertive');
  };
  return (
    <button
      type="button"
      className="text-button"
      disabled={running}
      aria-label={t('people.sitLabel', { name: person.name })}
      onClick={() => void sit()}
    >
      {t('people.sit')}
    </button>
  );
}
