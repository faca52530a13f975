import { useTranslation } from 'react-i18next';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import { type Fen, formatYuan } from '#shared/base/money.ts';
import { sumOfClaims } from '#shared/domain/dossier/claim.ts';
import { ClaimFields } from './claim-fields.tsx';
import { emptyClaim, type ReceiveValue } from './receive-value.ts';

/** What is asked for, with the running sum; or what is to be looked into. */
export function ClaimsGroup({ bound }: { readonly bound: Bound<ReceiveValue> }) {
  const { t } = useTranslation('dossier');
  const { side, claims } = bound.value;
  const { items, add, remove } = members(part(bound, 'claims'));
  // A sum of amounts in fen is itself one, as long as it can be counted exactly.
  const sum = sumOfClaims(claims) as Fen | null;
  return (
    <section className="form-group">
      <h2>{t(`claim.title.${side}`)}</h2>
      {items.map((claim, index) => (
        <fieldset key={claim.path} className="form-item">
          <legend>
            {t('claim.nth', { n: index + 1 })}
            <button
              type="button"
              className="text-button small"
              aria-label={t('claim.removeNth', { n: index + 1 })}
              onClick={() => {
                remove(index);
              }}
            >
              {t('receive.remove')}
            </button>
          </legend>
          <ClaimFields side={side} bound={claim} />
        </fieldset>
      ))}
      <div className="form-adds">
        <button type="button" className="plain-button compact" onClick={() => add(emptyClaim)}>
          {t(`claim.add.${side}`)}
        </button>
        {sum === null || sum === 0 ? null : <span className="soft">{t('claim.sum', { amount: formatYuan(sum) })}</span>}
      </div>
    </section>
  );
}
