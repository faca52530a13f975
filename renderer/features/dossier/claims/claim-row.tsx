import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { readTypedDate } from '#renderer/ui/fields/typed-date.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { type Fen, formatYuan, parseYuan } from '#shared/base/money.ts';
import { claimTypesFor, type Claim as DomainClaim, finalities } from '#shared/domain/dossier/claim.ts';
import type { Claim } from '../members/claims-table.tsx';
import { useDossierNames } from '../names.ts';
import type { Shown } from '../page/dossier-page.tsx';
import { FormulaCell } from './formula-cell.tsx';
import { ChoiceCell, ProseCell, TextCell } from './grid-cell.tsx';
import type { Commit } from './use-cell.ts';

type RowProps = Shown & { readonly claim: Claim; readonly nth: number; readonly acts: ReactNode };

/** Amounts cross the contract as plain numbers of fen. */
const yuan = (amount: number | null): string => (amount === null ? '' : formatYuan(amount as Fen));

/** How each kind of cell is read and written. */
function useCells({ id, view, claim, nth }: Omit<RowProps, 'acts'>) {
  const { t } = useTranslation('claim');
  const names = useDossierNames();
  const today = useToday();
  const [amend] = useAct('claim.amend');
  const write = async (change: Partial<DomainClaim>, base: number) => {
    const reply = await amend({ dossier: id, claim: claim.id, base, ...change });
    return reply.ok ? reply.value.base : reply.failure;
  };
  const cell = (column: string, label: string, stored: string, commit: Commit) => ({
    ...{
      cell: `${claim.id}:${column}`,
      column,
      name: t('cell', { what: label, n: nth, name: names.claim(claim.code) }),
      stored,
    },
    ...{ revision: view.revision, commit },
  });
  return {
    write,
    cell,
    money: (column: 'amountFen' | 'awardedFen' | 'mediatedFen', label: string) =>
      cell(column, label, yuan(claim[column]), async (text, base) => {
        const read = text.trim() === '' ? null : parseYuan(text.normalize('NFKC'));
        return read === undefined ? t('noAmount') : write({ [column]: read }, base);
      }),
    date: (column: 'from' | 'to', label: string) =>
      cell(column, label, claim[column] ?? '', async (text, base) => {
        const read: LocalDate | null | undefined = text.trim() === '' ? null : readTypedDate(text, today);
        return read === undefined ? t('noDate') : write({ [column]: read }, base);
      }),
    text: (column: 'payer' | 'basis', label: string) =>
      cell(column, label, claim[column], (text, base) => write({ [column]: text }, base)),
  };
}

/** What became of a claim: awarded, final or not, mediated, and who pays. */
function OutcomeCells(props: Omit<RowProps, 'acts'>) {
  const { t } = useTranslation('claim');
  const { cell, money, text, write } = useCells(props);
  const choices = finalities.map((value) => ({ value, label: value === '' ? '—' : t(`finality.${value}`) }));
  return (
    <>
      <td className="num">
        <TextCell number {...money('awardedFen', t('awarded'))} />
        <ChoiceCell
          choices={choices}
          {...cell('finality', t('finality.label'), props.claim.finality, async (value, base) => {
            const finality = finalities.find((one) => one === value);
            return finality === undefined ? base : write({ finality }, base);
          })}
        />
      </td>
      <td className="num">
        <TextCell number {...money('mediatedFen', t('mediated'))} />
      </td>
      <td>
        <TextCell list="claim-payers" {...text('payer', t('payer'))} />
      </td>
    </>
  );
}

/** One claim or matter, every field of it edited in place. */
export function ClaimRow(props: RowProps) {
  const { view, claim, nth } = props;
  const { side } = view.row;
  const { t } = useTranslation('claim');
  const { t: say } = useTranslation('dossier');
  const names = useDossierNames();
  const { cell, money, date, text, write } = useCells(props);
  const types = claimTypesFor(side).map(({ code }) => ({ value: code, label: names.claim(code) }));
  const byFormula = claim.formula !== '';
  return (
    <tr>
      <td>
        <ChoiceCell
          choices={types}
          {...cell('code', say(`claim.code.${side}`), claim.code, (code, base) => write({ code }, base))}
        />
      </td>
      <td>
        <TextCell {...date('from', say('claim.from'))} />
        <TextCell {...date('to', say('claim.to'))} />
      </td>
      <td>
        <FormulaCell
          claim={claim}
          name={t('cell', { what: t('formula'), n: nth, name: names.claim(claim.code) })}
          revision={view.revision}
          commit={write}
        />
      </td>
      <td className="num">
        {byFormula ? yuan(claim.amountFen) : <TextCell number {...money('amountFen', say('claim.amount'))} />}
      </td>
      {side === 'arb' ? <OutcomeCells {...props} /> : null}
      <td>
        <ProseCell {...text('basis', t('basis'))} />
      </td>
      <td className="file-member-acts">{props.acts}</td>
    </tr>
  );
}
