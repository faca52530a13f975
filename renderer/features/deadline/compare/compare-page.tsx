import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { ConfidenceMark, ProvisionalMark } from '#renderer/ui/deadline/marks.tsx';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import { PageHead, Panel } from '#renderer/ui/page/page.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { useRegionWord } from '../rules/rule-words.ts';
import './compare.css';

type Compared = CallOutput<'rule.compare'>;
type Limit = Compared['rows'][number]['a'];

/** 两套规则对照: the limits of one file under two sets of rules, row by row; nothing of the file changes. */
export function ComparePage() {
  const { dossier = '' } = useParams();
  const [a, setA] = useState('own');
  const [b, setB] = useState('CN');
  // The backend refuses what is no id of a file.
  const found = useAsk('rule.compare', { dossier: dossier as DossierId, a, b });
  return (
    <PageState value={found.last} failure={found.failure} onAgain={found.again}>
      {(compared) => (
        <Comparison compared={compared} dossier={dossier} chosen={{ a, b }} choose={{ a: setA, b: setB }} />
      )}
    </PageState>
  );
}

type Chosen = { readonly a: string; readonly b: string };
type Choose = { readonly a: (pack: string) => void; readonly b: (pack: string) => void };

function Comparison(props: {
  readonly compared: Compared;
  readonly dossier: string;
  readonly chosen: Chosen;
  readonly choose: Choose;
}) {
  const { t } = useTranslation('law');
  const { compared } = props;
  const differ = compared.rows.filter((row) => different(row.a, row.b)).length;
  return (
    <>
      <PageHead
        title={t('compare.title')}
        under={
          <>
            <a className="unbroken" href={addresses.dossier(props.dossier)}>
              {compared.number}
            </a>{' '}
            <span className="soft">{compared.title}</span>
          </>
        }
      />
      <Choosers {...props} />
      {compared.rows.length === 0 ? (
        <EmptyState title={t('compare.none')} />
      ) : (
        <Panel title={t(differ === 0 ? 'compare.same' : 'compare.differ', { n: differ, count: differ })}>
          <ComparedTable compared={compared} />
        </Panel>
      )}
    </>
  );
}

/** Whether two rules lead to other days, amounts or states. */
function different(a: Limit, b: Limit): boolean {
  const told = (limit: Limit): string =>
    limit === null ? '' : [limit.due, limit.target, limit.state, limit.amount, limit.unit].join();
  return told(a) !== told(b);
}

function Choosers(props: { readonly compared: Compared; readonly chosen: Chosen; readonly choose: Choose }) {
  const { t } = useTranslation('law');
  const regionWord = useRegionWord();
  const choices = props.compared.choices.map((pack) => ({
    value: pack,
    label: pack === 'own' ? t('compare.own') : regionWord(pack),
  }));
  return (
    <div className="compare-choices">
      {(['a', 'b'] as const).map((side) => (
        <ChoiceSelect
          key={side}
          compact
          label={t(`compare.${side}`)}
          value={props.chosen[side]}
          choices={choices}
          onChoose={(pack) => {
            if (pack !== null) props.choose[side](pack);
          }}
        />
      ))}
    </div>
  );
}

function ComparedTable({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('law');
  const title = useRuleTitle();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('moved.rule')}</th>
          <th scope="col">{compared.a}</th>
          <th scope="col">{compared.b}</th>
          <th scope="col">
            <span className="spoken">{t('compare.mark')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {compared.rows.map((row) => (
          <tr key={`${row.rule}${row.part}`} className={different(row.a, row.b) ? 'compare-other' : undefined}>
            <th scope="row">
              {title(row.rule).name} <span className="soft small">{row.part}</span>
            </th>
            <td>
              <LimitCell limit={row.a} />
            </td>
            <td>
              <LimitCell limit={row.b} />
            </td>
            <td>{different(row.a, row.b) ? <strong>{t('compare.other')}</strong> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LimitCell({ limit }: { readonly limit: Limit }) {
  const { t } = useTranslation('law');
  const { t: tDeadline } = useTranslation('deadline');
  if (limit === null) return <>{t('rule.none')}</>;
  const { due, state, amount, unit, provisional, confidence } = limit;
  return (
    <>
      <span className="unbroken">{due ?? t(`compare.state.${state}`)}</span>{' '}
      <span className="soft small unbroken">
        {amount === 0 ? '' : tDeadline(`amount.${unit}`, { n: amount, count: amount })}
      </span>{' '}
      {provisional ? <ProvisionalMark /> : null} <ConfidenceMark confidence={confidence} />
    </>
  );
}
