import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { type Fen, formatYuan } from '#shared/base/money.ts';
import { sumOfClaims } from '#shared/domain/dossier/claim.ts';
import type { Claim } from '../members/claims-table.tsx';
import type { Shown } from '../page/dossier-page.tsx';
import { ClaimRow } from './claim-row.tsx';
import { GridDraftContext, useGridDraft } from './grid-draft.ts';
import './claims.css';

function Sum({ amounts }: { readonly amounts: readonly (number | null)[] }) {
  // Amounts cross the contract as plain numbers of fen, and a sum of fen is itself one.
  const sum = sumOfClaims(amounts.map((amount) => ({ amountFen: amount as Fen | null }))) as Fen | null;
  return <td className="num file-strong">{sum === null || sum === 0 ? '' : formatYuan(sum)}</td>;
}

/** The parties, offered where it is said who pays. */
function Payers({ view }: Pick<Shown, 'view'>) {
  return (
    <datalist id="claim-payers">
      {view.parties.map(({ id, name }) => (
        <option key={id} value={name} />
      ))}
    </datalist>
  );
}

/** The claims or matters of an open file, edited in place: Enter and the arrows move by rows, Tab by cells. */
export function ClaimsGrid(props: Shown & { readonly acts: (claim: Claim) => ReactNode }) {
  const { t } = useTranslation('claim');
  const { t: say } = useTranslation('dossier');
  const { view } = props;
  const { claims } = view;
  const { side } = view.row;
  const arb = side === 'arb';
  const { draft, grid } = useGridDraft(props);
  if (claims.length === 0) return <p className="panel-body soft">{say(`claim.none.${side}`)}</p>;
  // What was typed before is put into the cells first.
  if (!draft.ready) return null;
  return (
    <GridDraftContext value={grid}>
      <section className="claim-scroll" aria-label={say(`claim.title.${side}`)}>
        <DraftLine draft={draft} alone />
        <Payers view={view} />
        <table className="plain-table claims claim-grid-table">
          <thead>
            <tr>
              <th scope="col">{say(`claim.code.${side}`)}</th>
              <th scope="col">{say('claim.period')}</th>
              <th scope="col">{t('formula')}</th>
              <th scope="col" className="num">
                {say('claim.amount')}
              </th>
              {arb ? <OutcomeHead /> : null}
              <th scope="col">{t('basis')}</th>
              <th scope="col">{say('member.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim, index) => (
              <ClaimRow key={claim.id} {...props} claim={claim} nth={index + 1} acts={props.acts(claim)} />
            ))}
            <tr>
              <th scope="row">{say('claim.total')}</th>
              <td colSpan={2} />
              <Sum amounts={claims.map(({ amountFen }) => amountFen)} />
              {arb ? <Sum amounts={claims.map(({ awardedFen }) => awardedFen)} /> : null}
              {arb ? <Sum amounts={claims.map(({ mediatedFen }) => mediatedFen)} /> : null}
              <td colSpan={arb ? 3 : 2} />
            </tr>
          </tbody>
        </table>
        <p className="panel-body soft small">{t('keys')}</p>
      </section>
    </GridDraftContext>
  );
}

/** The heads of what became of the claims. */
function OutcomeHead() {
  const { t } = useTranslation('claim');
  return (
    <>
      <th scope="col" className="num">
        {t('awarded')}
      </th>
      <th scope="col" className="num">
        {t('mediated')}
      </th>
      <th scope="col">{t('payer')}</th>
    </>
  );
}
