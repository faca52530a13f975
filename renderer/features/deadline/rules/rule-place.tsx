import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { ChangePart } from '../law/change-part.tsx';
import { NewRuleForm } from './new-rule-form.tsx';
import { OfficeRuleForm } from './office-rule-form.tsx';

/** What lies under the rules: a change by the id of its proposal, the form over one row by the id of the row, or a new one. */
export function RulePlacePart() {
  const { change = '' } = useParams();
  if (change === 'new') return <NewRuleForm />;
  return /^s\d:/.test(change) ? <ChangePart /> : <RuleForm named={change} />;
}

function RuleForm({ named }: { readonly named: string }) {
  const { t } = useTranslation('law');
  const rules = useAsk('rule.list', {});
  return (
    <PageState value={rules.last} failure={rules.failure} onAgain={rules.again}>
      {({ rows, own }) => {
        // A draft's key has no underscore.
        const rule = rows.find((row) => row.id.replaceAll('_', '-') === named.replaceAll('_', '-'));
        if (rule !== undefined) return <OfficeRuleForm key={rule.id} rule={rule} own={own} />;
        return (
          <EmptyState title={t('rule.gone')} action={<a href={addresses.settingsPart('rules')}>{t('back.rules')}</a>} />
        );
      }}
    </PageState>
  );
}
