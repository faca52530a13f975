import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { clockEventType } from '#shared/contract/deadline.ts';
import { ClockFields } from './clock-fields.tsx';
import type { ActProps } from './dossier-sheets.tsx';

/** Records an event of a clock; `about` names the rule and the event, as the address writes them. */
export function ClockForm(props: ActProps) {
  const { t } = useTranslation('dossier');
  const [ruleId = '', said = '', of = ''] = props.about;
  const type = clockEventType.safeParse(said.replaceAll('-', '_'));
  const due = props.view.deadlines.find(
    (one) => (one.ruleId === ruleId || one.ruleId.replaceAll('_', '-') === ruleId) && one.of === of,
  );
  const explained = useAsk('deadline.explain', due === undefined ? undefined : { id: due.id });
  if (due === undefined || !type.success) return <EmptyState title={t('clock.gone')} text={t('clock.goneText')} />;
  return (
    <PageState value={explained.data} failure={explained.failure} onAgain={explained.again}>
      {({ deadline }) => <ClockFields {...props} rule={deadline.rule} of={of} due={deadline.legal} type={type.data} />}
    </PageState>
  );
}
