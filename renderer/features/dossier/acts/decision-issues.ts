import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import { type Decider, lacksDecision } from '#shared/domain/dossier/deciders.ts';

/** What a decision in writing lacks in a form; `whose` is the field of the deciding person. */
export function useDecisionIssues(): (
  decider: Decider,
  said: Parameters<typeof lacksDecision>[1],
  whose: string,
) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  return (decider, said, whose) => {
    const lacks = lacksDecision(decider, said);
    if (lacks === null) return [];
    const path = lacks === 'decidedBy' ? whose : 'paper';
    return [{ path, level: 'error', text: t(lacks === 'decidedBy' ? 'issue.decider' : 'issue.paper') }];
  };
}
