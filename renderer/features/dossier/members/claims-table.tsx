import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fen, formatYuan } from '#shared/base/money.ts';
import { sumOfClaims } from '#shared/domain/dossier/claim.ts';
import { useDossierNames } from '../names.ts';
import type { View } from '../page/dossier-page.tsx';

/** A claim of a file as its page knows it. */
export type Claim = View['claims'][number];

/** Amounts cross the contract as plain numbers of fen. */
const yuan = (amount: number): string => formatYuan(amount as Fen);

/** What is asked for with its period, reckoning and sum. `acts` adds a last column. */
export function ClaimsTable(props: { readonly view: View; readonly acts?: (claim: Claim) => ReactNode }) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const { view, acts } = props;
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
          {acts === undefined ? null : <th scope="col">{t('member.acts')}</th>}
        </tr>
      </thead>
      <tbody>
        {view.claims.map((claim) => (
          <tr key={claim.id}>
            <th scope="row">{names.claim(claim.code)}</th>
            <td className="unbroken">{periodOf(claim)}</td>
            <td className="prose">{claim.basis}</td>
            <td className="num file-strong">{claim.amountFen === null ? '' : yuan(claim.amountFen)}</td>
            {acts === undefined ? null : <td className="file-member-acts">{acts(claim)}</td>}
          </tr>
        ))}
        {sum === null || sum === 0 ? null : (
          <tr>
            <th scope="row">{t('claim.total')}</th>
            <td colSpan={2} />
            <td className="num file-strong">{yuan(sum)}</td>
            {acts === undefined ? null : <td />}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function periodOf({ from, to }: Claim): string {
  if (from === null && to === null) return '';
  return `${from ?? ''} — ${to ?? ''}`;
}
