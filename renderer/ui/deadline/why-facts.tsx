import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { DayOff } from '#shared/domain/calendar/working-days.ts';
import { type CountUnit, countUnitOf } from '#shared/domain/deadline/count-unit.ts';
import type { Deadline, DeadlineReason } from '#shared/domain/deadline/deadline.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { useBilingual } from '../format/use-bilingual.ts';
import { useDates } from '../format/use-dates.ts';
import { useDayOffName } from './day-off-name.ts';
import { useRuleTitle } from './rule-title.ts';

/** Reasons that matter at a glance; the others come with the whole explanation. */
const atAGlance: ReadonlySet<DeadlineReason['code']> = new Set([
  'starts',
  'counts-back',
  'day-set',
  'same-end',
  'restarted',
  'suspended',
  'resume-by',
  'excluded',
  'extended',
  'rolled',
  'target',
  'provisional',
  'unchecked',
  'stopped',
]);

/** The values a reason's sentence is made with, apart from its dates. */
function useReasonValues(today: LocalDate) {
  const { t } = useTranslation('deadline');
  const dates = useDates();
  const bilingual = useBilingual();
  const offName = useDayOffName();
  return {
    day: (date: LocalDate): string => dates.day(date, today),
    dayOfWeek: (date: LocalDate): string => dates.dayOfWeek(date, today),
    ground: (id: string): string => {
      const known = clockGround(id);
      return known === undefined ? '' : `${bilingual(known.name)} (${bilingual(known.basis)})`;
    },
    off: (days: readonly DayOff[]): string => [...new Set(days.map(offName))].join(t('list')),
  };
}

type Moves = Extract<
  DeadlineReason,
  { readonly code: 'restarted' | 'suspended' | 'resume-by' | 'resumed' | 'excluded' | 'extended' }
>;

/** The sentence of what moved a limit after it began. */
function useMoveText(today: LocalDate): (reason: Moves) => string {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const { day, ground } = useReasonValues(today);
  return (reason) => {
    switch (reason.code) {
      case 'restarted':
        return t('reason.restarted', { on: day(reason.on), ground: ground(reason.ground) });
      case 'suspended':
        return t('reason.suspended', {
          ...{ on: day(reason.on), ground: ground(reason.ground) },
          ...{ used: reason.used, count: reason.used },
        });
      case 'resume-by':
        return t('reason.resume-by', { date: day(reason.date), n: reason.days, basis: bilingual(reason.basis) });
      case 'resumed':
        return t('reason.resumed', { on: day(reason.on), left: reason.left, count: reason.left });
      case 'excluded': {
        const to = reason.to === null ? t('reason.openEnd') : day(reason.to);
        return t('reason.excluded', { from: day(reason.from), to, ground: ground(reason.ground) });
      }
      case 'extended':
        return t('reason.extended', { on: day(reason.on), n: reason.amount, count: reason.amount });
    }
  };
}

/** The sentence of a reason. `unit` is what the limit counts: the day after the start is the first only of all days. */
function useReasonText(today: LocalDate, unit: CountUnit): (reason: DeadlineReason) => string {
  const { t } = useTranslation('deadline');
  const title = useRuleTitle();
  const moveText = useMoveText(today);
  const { day, dayOfWeek, off } = useReasonValues(today);
  return (reason) => {
    switch (reason.code) {
      case 'starts':
        return t(unit === 'working-day' ? 'reason.startsWorking' : 'reason.starts', {
          on: day(reason.on),
          first: day(reason.first),
        });
      case 'counts-back':
        return t('reason.counts-back', { from: day(reason.from) });
      case 'day-set':
        return t('reason.day-set', { date: dayOfWeek(reason.date) });
      case 'same-end':
        return reason.rules.map((rule) => title(rule.id).name).join(t('list'));
      case 'amount':
        return reason.amount === 0
          ? t('form.same-day')
          : t(`amount.${reason.unit}`, { n: reason.amount, count: reason.amount });
      case 'ceiling':
        return t('reason.ceiling', { date: day(reason.date), n: reason.days, count: reason.days });
      case 'last-day':
        return dayOfWeek(reason.date);
      case 'rolled':
        return t('reason.rolled', { from: dayOfWeek(reason.from), to: day(reason.to), off: off(reason.off) });
      case 'target':
        return t('reason.target', { date: day(reason.date) });
      case 'provisional':
        return t('reason.provisional', { years: reason.years.join(t('list')) });
      case 'unchecked':
        return t('reason.unchecked', { years: reason.years.join(t('list')) });
      case 'stopped':
        return t(reason.inTime ? 'reason.stopped' : 'reason.stoppedLate', { on: day(reason.on) });
      default:
        return moveText(reason);
    }
  };
}

/** The reasons of a date as named sentences: at a glance, or all of them in order. */
export function WhyFacts(props: { readonly deadline: Deadline; readonly today: LocalDate; readonly all: boolean }) {
  const { t } = useTranslation('deadline');
  const text = useReasonText(props.today, countUnitOf(props.deadline.rule));
  const shown = props.deadline.why.filter((reason) => props.all || atAGlance.has(reason.code));
  return (
    <dl className="strip-facts">
      {shown.map((reason, index) => (
        <div key={`${reason.code}${index}`}>
          <dt>{t(`reasonName.${reason.code}`)}</dt>
          <dd>{text(reason)}</dd>
        </div>
      ))}
      {props.deadline.review.map((item) => (
        <div key={`${item.event}${item.code}`} className="strip-review">
          <dt>{t('reviewName')}</dt>
          <dd>
            {t(`review.${item.code}`)} {t(item.applied ? 'reviewApplied' : 'reviewIgnored')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
