import { useTranslation } from 'react-i18next';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { type IdKind, idKinds, type Party, type PartyRole, rolesOfSide } from '#shared/domain/party/party.ts';
import { useDossierNames } from '../names.ts';

/** A bound choice that must have a value: emptying it changes nothing. */
function firm<V>(bound: Bound<V>): Bound<V | null> {
  return {
    path: bound.path,
    value: bound.value,
    set: (next) => {
      if (next !== null) bound.set(next);
    },
  };
}

/** The fields of one party: a person with an identity paper, or a unit with its credit code. */
export function PartyFields(props: {
  readonly side: DossierSide;
  readonly bound: Bound<Party>;
  /** Said at the two numbers a screen only ever had the mask of. */
  readonly keepHint?: string;
}) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const { bound, side } = props;
  return (
    <div className="form-grid party-grid">
      <SelectField<PartyRole>
        label={t('party.role')}
        choices={rolesOfSide[side].map((role) => ({ value: role, label: names.role(role) }))}
        bound={firm(part(bound, 'role'))}
      />
      <RadioField
        label={t('party.type')}
        choices={[
          { value: 'person', label: t('party.types.person') },
          { value: 'unit', label: t('party.types.unit') },
        ]}
        bound={part(bound, 'type')}
      />
      <TextField
        label={t(bound.value.type === 'unit' ? 'party.unitName' : 'party.name')}
        required
        max={200}
        bound={part(bound, 'name')}
      />
      {bound.value.type === 'unit' ? <UnitFields bound={bound} /> : <PersonFields {...props} />}
      <TextField label={t('party.phone')} max={60} bound={part(bound, 'phone')} hint={props.keepHint} />
      <TextField label={t('party.address')} max={400} bound={part(bound, 'address')} />
    </div>
  );
}

function UnitFields({ bound }: { readonly bound: Bound<Party> }) {
  const { t } = useTranslation('dossier');
  return (
    <>
      <TextField label={t('party.uscc')} max={40} bound={part(bound, 'uscc')} />
      <TextField label={t('party.legalRep')} max={100} bound={part(bound, 'legalRep')} />
    </>
  );
}

function PersonFields(props: { readonly bound: Bound<Party>; readonly keepHint?: string }) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const { bound } = props;
  return (
    <>
      <SelectField<IdKind>
        label={t('party.idKind')}
        choices={idKinds.map((kind) => ({ value: kind, label: names.idKind(kind) }))}
        bound={firm(part(bound, 'idKind'))}
      />
      <TextField label={t('party.idNo')} max={40} bound={part(bound, 'idNo')} hint={props.keepHint} />
    </>
  );
}
