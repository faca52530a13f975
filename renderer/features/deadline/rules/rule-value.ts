import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { type ElapsedForm, type OfficeMoves, sameMoves } from '#shared/domain/deadline/office-moves.ts';
import { countsHours, type LimitRoll, type LimitRule, type LimitUnit } from '#shared/domain/deadline/rule.ts';

/** What is typed about how long a limit is, from when and why. */
export type RuleValue = {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly off: boolean;
  readonly amount: string;
  readonly unit: LimitUnit | null;
  readonly roll: LimitRoll | null;
  readonly basis: string;
  readonly elapsed: ElapsedForm | null;
  /** Ids of grounds. */
  readonly suspend: readonly string[];
  readonly restart: readonly string[];
  readonly exclude: readonly string[];
  readonly reason: string;
};

/** How a row ends and what moves it, as the form begins. */
export function movesOf(rule: LimitRule): Pick<RuleValue, 'elapsed' | 'suspend' | 'restart' | 'exclude'> {
  const { elapsed = 'none', suspendGrounds = [], restartGrounds = [], excludeGrounds = [] } = rule;
  return { elapsed, suspend: suspendGrounds, restart: restartGrounds, exclude: excludeGrounds };
}

/** What is missing or wrong, each beside its field; `at` is the path of the value inside its form. */
export function useRuleIssues(at = ''): (value: RuleValue) => readonly FormIssue[] {
  const { t } = useTranslation('law');
  const error = (path: string, when: boolean, text: string): readonly FormIssue[] =>
    when ? [{ path: `${at}${path}`, level: 'error', text }] : [];
  const missing = t('rule.missing');
  return ({ from, until, off, amount, unit, roll, elapsed, basis, reason }) => [
    ...error('from', from === null, missing),
    ...error('until', from !== null && until !== null && until <= from, t('rule.endsBefore')),
    ...error('amount', !off && !/^[1-9]\d{0,3}$/.test(amount.trim()), t('rule.badAmount')),
    ...error('roll', !off && unit !== null && countsHours({ unit }) && roll !== 'none', t('rule.badRoll')),
    ...error(
      'elapsed',
      !off && unit !== null && countsHours({ unit }) && (elapsed ?? 'none') !== 'none',
      t('rule.badElapsed'),
    ),
    ...error('basis', !off && basis.trim() === '', missing),
    ...error('reason', reason.trim() === '', missing),
  ];
}

type Counted = Pick<
  CallInput<'rule.propose'>,
  | ('from' | 'until' | 'off' | 'amount' | 'unit' | 'roll' | 'basis' | 'reason')
  | ('elapsed' | 'suspendGrounds' | 'restartGrounds' | 'excludeGrounds')
>;

/** The row a proposal begins with: its length, and the moves that lie beneath when nothing is said of them. */
type Had = Pick<Counted, 'amount' | 'unit' | 'roll'> & { readonly moves: OfficeMoves | null };

function movesSaid({ elapsed, suspend, restart, exclude }: RuleValue, had: Had): Partial<Counted> {
  const lists = { suspendGrounds: [...suspend], restartGrounds: [...restart], excludeGrounds: [...exclude] };
  const said = { ...(elapsed === null ? {} : { elapsed }), ...lists };
  return had.moves !== null && sameMoves(said, had.moves) ? {} : said;
}

/**
 * What the call takes of a value without issues; a row that is switched off keeps the length it had, and grounds nobody
 * changed stay those that lie beneath.
 */
export function proposalOf(value: RuleValue, today: LocalDate, had: Had): Counted {
  const { from, until, off, reason, unit, roll } = value;
  const dates = { from: from ?? today, until, off, reason };
  if (off) return { ...dates, amount: had.amount, unit: had.unit, roll: had.roll, basis: '' };
  const length = { amount: Number(value.amount), unit: unit ?? had.unit, roll: roll ?? had.roll };
  return { ...dates, ...length, basis: value.basis, ...movesSaid(value, had) };
}
