import { useTranslation } from 'react-i18next';
import { type Fen, formatYuan } from '#shared/base/money.ts';
import { sumOfClaims } from '#shared/domain/dossier/claim.ts';
import { ReckoningLines } from '../claims/reckoning-lines.tsx';
import { useDossierNames } from '../names.ts';
import type { View } from '../page/dossier-page.tsx';

/** A claim of a file as its page knows it. */
export type Claim = View['claims'][number];

/** Amounts cross the contract as plain numbers of fen. */
const yuan = (amount: number | null): string => (amount === null ? '' : formatYuan(amount as Fen));

/** What is asked for with its period, reckoning and sum; what became of it, where something did. */
export function ClaimsTable({ view }: { readonly view: View }) {
  const { t } = useTranslation('dossier');
  const { side } = view.row;
  const claims = view.claims.map((claim) => ({ ...claim, amountFen: claim.amountFen as Fen | null }));
  const sum = sumOfClaims(claims);
  if (view.claims.length === 0) return <p className="panel-body soft">{t(`claim.none.${side}`)}</p>;
  return (
    <table className="plain-table claims">
      <thead>
        <tr>
          <th scope="col">{t(`claim.code.${side}`)}</th>
          <th scope="col">{t('claim.period')}</th>
          <th scope="col">{t('claim.basis')}</th>
          <th scope="col" className="num">
            {t('claim.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.claims.map((claim) => (
          <Row key={claim.id} claim={claim} />
        ))}
        {sum === null || sum === 0 ? null : (
          <tr>
            <th scope="row">{t('claim.total')}</th>
            <td colSpan={2} />
            <td className="num file-strong">{yuan(sum)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Row({ claim }: { readonly claim: Claim }) {
  const names = useDossierNames();
  return (
    <tr>
      <th scope="row">{names.claim(claim.code)}</th>
      <td className="unbroken">{periodOf(claim)}</td>
      <td className="prose">
        <ReckoningLines claim={claim} />
        {claim.basis}
        <Outcome claim={claim} />
      </td>
      <td className="num file-strong">{yuan(claim.amountFen)}</td>
    </tr>
  );
}

/** Awarded, mediated and by whom to be paid, as far as anything of it is known. */
function Outcome({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claim');
  const { awardedFen, finality, mediatedFen, payer } = claim;
  const known = [
    awardedFen === null ? '' : `${t('awarded')} ${yuan(awardedFen)}`,
    finality === '' ? '' : t(`finality.${finality}`),
    mediatedFen === null ? '' : `${t('mediated')} ${yuan(mediatedFen)}`,
    payer === '' ? '' : `${t('payer')} ${payer}`,
  ].filter((text) => text !== '');
  return known.length === 0 ? null : <p className="soft">{known.join(' · ')}</p>;
}

function periodOf({ from, to }: Claim): string {
  if (from === null && to === null) return '';
  return `${from ?? ''} — ${to ?? ''}`;
}
