import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { isDecidedInWriting, isDecision } from '#shared/domain/deadline/decided-in-writing.ts';
import { shippedPacks } from '#shared/domain/deadline/pack.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { useDayOffIssue } from './use-day-off-issue.ts';

type Type = CallInput<'clock.record'>['type'];

/** What is typed about a clock event; `amount` as typed, in days of the rule's unit. */
export type ClockValue = {
  readonly on: LocalDate | null;
  readonly ground: string | null;
  readonly amount: string;
  readonly decidedBy: string;
  readonly paper: string;
  readonly note: string;
};

/** The grounds the rule knows for an event, by id; none where it needs none. */
export function groundsOf(rule: LimitRule, type: Type): readonly string[] {
  if (type === 'SUSPEND') return rule.suspendGrounds ?? [];
  if (type === 'RESTART') return rule.restartGrounds ?? [];
  return type === 'EXCLUDE_BEGIN' ? (rule.excludeGrounds ?? []) : [];
}

/** The most one extension may add, by the row the rule names. */
export function mostExtension(rule: LimitRule): number | undefined {
  const rows = shippedPacks.flatMap((pack) => pack.rows);
  return rows.find((row) => row.id === rule.extension?.rule)?.amount;
}

/** Where the form begins: today, the only ground when there is one, the whole extension. */
export function emptyClock(rule: LimitRule, type: Type, today: LocalDate): ClockValue {
  const grounds = groundsOf(rule, type);
  return {
    on: today,
    ground: grounds.length === 1 ? (grounds[0] ?? null) : null,
    amount: type === 'EXTEND' ? String(mostExtension(rule) ?? '') : '',
    ...{ decidedBy: '', paper: '', note: '' },
  };
}

/** What is missing; suspending and extending need a decision, most of them in writing. */
export function useClockIssues(rule: LimitRule, type: Type): (value: ClockValue) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const dayOff = useDayOffIssue();
  const missing = (path: string, text: string): FormIssue => ({ path, level: 'error', text });
  return ({ on, ground, amount, decidedBy, paper }) => {
    const most = mostExtension(rule);
    const wrong = !/^\d{1,3}$/.test(amount.trim()) || Number(amount) < 1;
    return [
      ...(on === null ? [missing('on', t('issue.date'))] : []),
      ...(type === 'RESTART' && rule.trigger === 'hearing' ? dayOff('on', on) : []),
      ...(groundsOf(rule, type).length > 0 && ground === null ? [missing('ground', t('issue.ground'))] : []),
      ...(type === 'EXTEND' && wrong ? [missing('amount', t('issue.amount'))] : []),
      ...(type === 'EXTEND' && !wrong && most !== undefined && Number(amount) > most
        ? [{ path: 'amount', level: 'warning' as const, text: t('issue.beyond', { n: most, count: most }) }]
        : []),
      ...(isDecision(type) && decidedBy.trim() === '' ? [missing('decidedBy', t('issue.decidedBy'))] : []),
      ...(isDecidedInWriting(type, ground ?? '') && paper.trim() === '' ? [missing('paper', t('issue.paper'))] : []),
    ];
  };
}
