import { useTranslation } from 'react-i18next';
import { CheckField } from '#renderer/ui/fields/choice-field.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import type { Office } from '../with-office.tsx';

/** What a person may do. */
export type Role = Office['me']['roles'][number];

const roles: readonly Role[] = ['clerk', 'arbitrator', 'inspector', 'head', 'seal'];

/** Any number of roles, each with what it allows. Roles of the other side are offered only to those who hold them. */
export function RoleField(props: { readonly bound: Bound<readonly Role[]>; readonly side: Office['side'] }) {
  const { t } = useTranslation('settings');
  const { bound, side } = props;
  const offered = roles.filter(
    (role) =>
      bound.value.includes(role) ||
      !((side === 'inspection' && role === 'arbitrator') || (side === 'arbitration' && role === 'inspector')),
  );
  return (
    <fieldset className="settings-choices">
      <legend>{t('person.roles')}</legend>
      <p className="small faint">{t('person.rolesWhy')}</p>
      {offered.map((role) => (
        <CheckField
          key={role}
          label={t(`person.role.${role}`)}
          bound={{
            path: `${bound.path}.${role}`,
            value: bound.value.includes(role),
            set: (holds) => {
              bound.set(roles.filter((one) => (one === role ? holds : bound.value.includes(one))));
            },
          }}
        />
      ))}
    </fieldset>
  );
}
