import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { countsHours, type LimitRoll, type LimitUnit } from '#shared/domain/deadline/rule.ts';

/** What is typed about how long a limit is, from when and why. */
export type RuleValue = {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly off: boolean;
  readonly amount: string;
  readonly unit: LimitUnit | null;
  readonly roll: LimitRoll | null;
  readonly basis: string;
  readonly reason: string;
};

/** What is missing or wrong, each beside its field; `at` is the path of the value inside its form. */
export function useRuleIssues(at = ''): (value: RuleValue) => readonly FormIssue[] {
  const { t } = useTranslation('law');
  const error = (path: string, when: boolean, text: string): readonly FormIssue[] =>
    when ? [{ path: `${at}${path}`, level: 'error', text }] : [];
  const missing = t('rule.missing');
  return ({ from, until, off, amount, unit, roll, basis, reason }) => [
    ...error('from', from === null, missing),
    ...error('until', from !== null && until !== null && until <= from, t('rule.endsBefore')),
    ...error('amount', !off && !/^[1-9]\d{0,3}$/.test(amount.trim()), t('rule.badAmount')),
    ...error('roll', !off && unit !== null && countsHours({ unit }) && roll !== 'none', t('rule.badRoll')),
    ...error('basis', !off && basis.trim() === '', missing),
    ...error('reason', reason.trim() === '', missing),
  ];
}

type Counted = Pick<
  CallInput<'rule.propose'>,
  'from' | 'until' | 'off' | 'amount' | 'unit' | 'roll' | 'basis' | 'reason'
>;

/** What the call takes of a value without issues; a row that is switched off keeps the length it had. */
export function proposalOf(
  value: RuleValue,
  today: LocalDate,
  had: Pick<Counted, 'amount' | 'unit' | 'roll'>,
): Counted {
  const { from, until, off, reason, unit, roll } = value;
  const dates = { from: from ?? today, until, off, reason };
  if (off) return { ...dates, ...had, basis: '' };
  return { ...dates, amount: Number(value.amount), unit: unit ?? had.unit, roll: roll ?? had.roll, basis: value.basis };
}
