import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useRuleAmount } from '#renderer/ui/deadline/rule-amount.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { ChangesPanel } from '../law/changes-panel.tsx';
import { PackPanel } from '../packs/pack-panel.tsx';
import { OwnRules } from './own-rules.tsx';
import { RuleSheet } from './rule-sheet.tsx';
import { usePackWords, useRegionWord } from './rule-words.ts';
import './rules.css';

const groups = ['ARB', 'LSI', 'REQ'] as const;

/** 期限规则: the limits in force here, with their articles, and which of them are defaults to be checked. */
export function RulesPart() {
  const rules = useAsk('rule.list', {});
  return (
    <PageState value={rules.last} failure={rules.failure} onAgain={rules.again}>
      {(found) => <Rules rules={found} />}
    </PageState>
  );
}

function Rules({ rules }: { readonly rules: CallOutput<'rule.list'> }) {
  const { t } = useTranslation('deadline');
  const [opened, setOpened] = useState<LimitRule>();
  const { t: tLaw } = useTranslation('law');
  const packs = usePackWords();
  const defaults = rules.rows.filter((rule) => rule.confidence === 'default').length;
  return (
    <>
      <p className="rules-source soft">
        <span>{t('rules.pack', { pack: packs(rules.pack), version: rules.version })}</span>
        <span>{t('rules.count', { n: rules.rows.length })}</span>
        {defaults === 0 ? null : <span>{t('rules.defaults', { n: defaults, count: defaults })}</span>}
      </p>
      <p className="rules-add">
        <a className="plain-button" href={addresses.settingsPart('rules/new')}>
          {tLaw('newRule.title')}
        </a>
      </p>
      <OwnRules own={rules.own} />
      <ChangesPanel about="rules" />
      <PackPanel />
      {groups.map((group) => (
        <RuleTable
          key={group}
          title={t(`rules.group.${group}`)}
          rules={rules.rows.filter((rule) => rule.id.startsWith(`${group}.`))}
          onOpen={setOpened}
        />
      ))}
      <RuleSheet
        rule={opened}
        onClose={() => {
          setOpened(undefined);
        }}
      />
    </>
  );
}

function RuleTable(props: {
  readonly title: string;
  readonly rules: readonly LimitRule[];
  readonly onOpen: (rule: LimitRule) => void;
}) {
  const { t } = useTranslation('deadline');
  if (props.rules.length === 0) return null;
  return (
    <Panel title={props.title}>
      <div className="rules-scroll">
        <table className="plain-table rules-table">
          <colgroup>
            <col className="rules-col-name" />
            <col className="rules-col-amount" />
            <col />
            <col className="rules-col-region" />
            <col className="rules-col-mark" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('rules.name')}</th>
              <th scope="col">{t('rules.amount')}</th>
              <th scope="col">{t('rules.basis')}</th>
              <th scope="col">{t('rules.region')}</th>
              <th scope="col">
                <span className="spoken">{t('rules.checked')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {props.rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} onOpen={props.onOpen} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function RuleRow({ rule, onOpen }: { readonly rule: LimitRule; readonly onOpen: (rule: LimitRule) => void }) {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const regionWord = useRegionWord();
  const amount = useRuleAmount();
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="text-button"
          onClick={() => {
            onOpen(rule);
          }}
        >
          {bilingual(rule.name)}
        </button>
        <span className="rules-id small faint">{rule.id}</span>
      </th>
      <td className="unbroken">{amount(rule)}</td>
      <td>
        <span className="small faint unbroken">{t(`standing.${rule.standing}`)}</span>{' '}
        {rule.basis.map(bilingual).join(t('list'))}
      </td>
      <td className="unbroken">{regionWord(rule.region)}</td>
      <td className="rules-mark">
        <ConfidenceMark confidence={rule.confidence} />
      </td>
    </tr>
  );
}
