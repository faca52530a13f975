import { useTranslation } from 'react-i18next';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useRuleAmount } from '#renderer/ui/deadline/rule-amount.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { useRegionWord } from '../rules/rule-words.ts';

type Difference = NonNullable<CallOutput<'pack.check'>['pack']>['differences'][number];

/** Rows a file changes, each as it is counted now and as it would be, with the basis the file names. */
export function RowDifferences({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useTranslation('pack');
  const { t: tLaw } = useTranslation('law');
  if (differences.length === 0) return <p className="law-note">{t('same')}</p>;
  return (
    <div className="rules-scroll">
      <table className="plain-table">
        <caption className="spoken">{t('differences', { n: differences.length, count: differences.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{tLaw('moved.rule')}</th>
            <th scope="col">{tLaw('own.from')}</th>
            <th scope="col">{tLaw('days.before')}</th>
            <th scope="col">{tLaw('days.after')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <DifferenceRow key={`${one.id} ${one.region} ${one.from}`} difference={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const bilingual = useBilingual();
  const regionWord = useRegionWord();
  const { id, region, from, before, after } = difference;
  const named = after ?? before;
  return (
    <tr>
      <th scope="row">
        {named === null ? id : bilingual(named.name)}
        <span className="rules-id small faint">
          {id} <span className="unbroken">{regionWord(region)}</span>
        </span>
      </th>
      <td className="unbroken">{from}</td>
      <td>
        <RowWords row={before} />
      </td>
      <td>
        <strong>
          <RowWords row={after} />
        </strong>
      </td>
    </tr>
  );
}

/** A row in the words that decide a day, and on what it rests. */
function RowWords({ row }: { readonly row: LimitRule | null }) {
  const { t } = useTranslation('law');
  const { t: tDeadline } = useTranslation('deadline');
  const bilingual = useBilingual();
  const amount = useRuleAmount();
  if (row === null || row.off === true) return t('rule.none');
  return (
    <>
      {amount(row)} · {tDeadline(`rules.rolls.${row.roll}`)} <ConfidenceMark confidence={row.confidence} />
      <span className="block small soft pack-basis">{row.basis.map(bilingual).join(tDeadline('list'))}</span>
    </>
  );
}
