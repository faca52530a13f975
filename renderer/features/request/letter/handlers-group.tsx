import { useTranslation } from 'react-i18next';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { HandlersField, type HandlerValue } from '../fields/handlers-field.tsx';
import { Group } from './letter-parts.tsx';

/** Who handles the matter here: the department and the persons, as every letter names them. */
export function HandlersGroup(props: {
  readonly department: Bound<string>;
  readonly handlers: Bound<readonly HandlerValue[]>;
}) {
  const { t } = useTranslation('request');
  return (
    <Group title={t('group.handlers')}>
      <div className="form-grid">
        <TextField label={t('field.department')} bound={props.department} max={100} />
      </div>
      <HandlersField bound={props.handlers} required={false} />
    </Group>
  );
}
