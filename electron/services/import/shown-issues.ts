import type { CallOutput } from '#shared/contract/contract.ts';
import type { Issue } from '#shared/domain/import/issue.ts';

/** Issues as a screen is told them. */
export function shownIssues(issues: readonly Issue[]): CallOutput<'import.check'>['issues'] {
  return issues.map(({ facts, ...issue }) => ({ ...issue, ...(facts ? { facts: { ...facts } } : {}) }));
}
