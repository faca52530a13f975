import { useTranslation } from 'react-i18next';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import { rolesOfSide } from '#shared/domain/party/party.ts';
import { useDossierNames } from '../names.ts';
import { PartyFields } from './party-fields.tsx';
import { emptyParty, type ReceiveValue } from './receive-value.ts';

/** Everybody named at the window; at least one. */
export function PartiesGroup({ bound }: { readonly bound: Bound<ReceiveValue> }) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const { side } = bound.value;
  const { items, add, remove } = members(part(bound, 'parties'));
  return (
    <section className="form-group">
      <h2>{t('receive.parties')}</h2>
      {items.map((party, index) => (
        // Parties of a form have no id yet; their place is all that names them.
        <fieldset key={party.path} className="form-item">
          <legend>
            {names.role(party.value.role)} {items.length > 2 ? index + 1 : ''}
            {items.length > 1 ? (
              <button
                type="button"
                className="text-button small"
                aria-label={t('receive.removeParty', { n: index + 1 })}
                onClick={() => {
                  remove(index);
                }}
              >
                {t('receive.remove')}
              </button>
            ) : null}
          </legend>
          <PartyFields side={side} bound={party} />
        </fieldset>
      ))}
      <div className="form-adds">
        {rolesOfSide[side].map((role) => (
          <button key={role} type="button" className="plain-button compact" onClick={() => add(emptyParty(role))}>
            {t('receive.addRole', { role: names.role(role) })}
          </button>
        ))}
      </div>
    </section>
  );
}
