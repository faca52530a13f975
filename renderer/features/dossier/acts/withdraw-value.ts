import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import { isDecidedInWriting, isDecision } from '#shared/domain/deadline/decided-in-writing.ts';
import { countsHours, type LimitRule } from '#shared/domain/deadline/rule.ts';

/** An event of a clock as the strip knows it. */
export type StripEvent = CallOutput<'deadline.explain'>['events'][number];

/** What becomes of a wrong event: it goes, or another one takes its place. */
export type How = 'strike' | 'instead';

/** What is typed about a wrong clock event; `amount` as typed, in days of the rule's unit. */
export type WithdrawValue = {
  readonly how: How;
  readonly on: LocalDate | null;
  readonly time: string;
  readonly ground: string | null;
  readonly amount: string;
  readonly decidedBy: string;
  readonly paper: string;
  readonly reason: string;
};

/** Begins with the event as it was recorded, so that only what is wrong is typed anew. */
export function emptyWithdrawal(event: StripEvent): WithdrawValue {
  return {
    ...{ how: 'instead', on: parseLocalDate(event.on.slice(0, 10)) ?? null, time: event.on.slice(11, 16) },
    ...{ ground: event.ground === '' ? null : event.ground, amount: event.amount === null ? '' : String(event.amount) },
    ...{ decidedBy: event.decidedBy, paper: event.paper, reason: '' },
  };
}

/** Whether a text is a time of day as the program keeps it. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text.trim());
}

/** What the call takes in place of the wrong event; null when it only goes. */
export function insteadOf(value: WithdrawValue, event: StripEvent): CallInput<'clock.withdraw'>['instead'] {
  const { how, on, time, ground, amount, decidedBy, paper } = value;
  if (how === 'strike' || on === null) return null;
  return {
    ...{ on, time: time.trim(), ground: ground ?? '', decidedBy, paper },
    ...(event.type === 'EXTEND' ? { amount: Number(amount) } : {}),
  };
}

/** What is missing; suspending and extending need a decision. */
export function useWithdrawIssues(rule: LimitRule, event: StripEvent): (value: WithdrawValue) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const { t: tClock } = useTranslation('clock');
  const error = (path: string, when: boolean, text: string): readonly FormIssue[] =>
    when ? [{ path, level: 'error', text }] : [];
  const written = (ground: string | null): boolean => isDecidedInWriting(event.type, ground ?? '');
  const timed = event.type === 'START' && countsHours(rule);
  return ({ how, on, time, ground, amount, decidedBy, paper, reason }) => {
    const instead = how === 'instead';
    return [
      ...error('on', instead && on === null, t('issue.date')),
      ...error('time', instead && timed && !isTime(time), tClock('time.wrong')),
      ...error(
        'amount',
        instead && event.type === 'EXTEND' && !/^[1-9]\d{0,2}$/.test(amount.trim()),
        t('issue.amount'),
      ),
      ...error('decidedBy', instead && isDecision(event.type) && decidedBy.trim() === '', t('issue.decidedBy')),
      ...error('paper', instead && written(ground) && paper.trim() === '', t('issue.paper')),
      ...error('reason', reason.trim() === '', t('issue.reason')),
    ];
  };
}
