import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { hasRunOut } from '#shared/domain/deadline/runs-out.ts';
import { useBilingual } from '../format/use-bilingual.ts';
import { useDates } from '../format/use-dates.ts';
import { ConfidenceMark, ProvisionalMark, UncheckedMark } from './marks.tsx';
import { useRuleAmount } from './rule-amount.ts';
import { StripBar } from './strip-bar.tsx';
import { WhyFacts } from './why-facts.tsx';
import { WhyTable } from './why-table.tsx';
import type { WithdrawnEvent } from './withdrawn-list.tsx';
import './strip.css';

/** Who decided an event and on which paper, or who entered the act that moved the clock, where the caller knows it. */
export type StripEvent = Pick<ClockEvent, 'id' | 'type' | 'on' | 'decidedBy' | 'paper' | 'basis'> & {
  readonly recordedBy?: string;
  readonly withdrawable?: boolean;
};

/**
 * One limit explaining itself: rule and article, the bar of days used, paused and left, and on demand every reason,
 * every day passed over with its name, what the date was before each event, and the versions it was computed with.
 */
export function DeadlineStrip(props: {
  readonly deadline: Deadline;
  readonly today: LocalDate;
  readonly events?: readonly StripEvent[];
  /** What was withdrawn of it. */
  readonly withdrawn?: readonly WithdrawnEvent[];
  /** Leads to where a wrong event is withdrawn or put right. */
  readonly onWithdraw?: ((event: string) => void) | undefined;
  /** Name of what within the file it is about, such as a party; empty for the whole file. */
  readonly part?: string;
  /** Begins with the whole explanation open. */
  readonly open?: boolean;
}) {
  const { t } = useTranslation('deadline');
  const { deadline, today } = props;
  const bilingual = useBilingual();
  const dates = useDates();
  const summary = useSummary();
  const [open, setOpen] = useState(props.open === true);
  const titleId = useId();
  const { rule, legal } = deadline;
  const amount = useRuleAmount()(rule);
  return (
    <section className="strip" aria-labelledby={titleId}>
      <div className="strip-head">
        <h2 id={titleId}>
          {bilingual(rule.name)} {props.part} <span className="strip-amount">{amount}</span>
        </h2>
        <span className="soft">{rule.basis.map(bilingual).join(' · ')}</span>
        <span className="strip-standing">{t(`standing.${rule.standing}`)}</span>
        {deadline.provisional ? <ProvisionalMark /> : null}
        {deadline.uncheckedYears.length > 0 ? <UncheckedMark /> : null}
        <ConfidenceMark confidence={rule.confidence} />
        <button type="button" className="text-button strip-why" aria-expanded={open} onClick={() => setOpen(!open)}>
          {legal === null ? t('why') : t('whyDate', { date: dates.day(legal, today) })}
        </button>
      </div>
      <p className="spoken">{summary(deadline, today)}</p>
      <StripBar deadline={deadline} today={today} />
      <WhyFacts deadline={deadline} today={today} all={open} />
      {open ? (
        <WhyTable
          {...{ deadline, today, events: props.events ?? [], withdrawn: props.withdrawn ?? [] }}
          onWithdraw={props.onWithdraw}
        />
      ) : null}
    </section>
  );
}

/** The state of the limit in one sentence, for those who hear the page. */
function useSummary(): (deadline: Deadline, today: LocalDate) => string {
  const { t } = useTranslation('deadline');
  const dates = useDates();
  return (deadline, today) => {
    const days = Math.abs(deadline.left);
    if (deadline.status === 'not-started') return t('summary.notStarted');
    if (deadline.status === 'stopped') return t('summary.stopped', { date: deadline.stoppedOn ?? '' });
    if (deadline.legal === null)
      return t('summary.suspended', { used: deadline.used, left: days, count: deadline.used });
    const date = dates.day(deadline.legal, today);
    if (hasRunOut(deadline, today)) return t('summary.over', { date });
    // Overdue by days off alone, a limit in working days is over by none.
    if (today > deadline.legal && days === 0) return t('summary.overdueDayOff', { date });
    return t(deadline.left < 0 ? 'summary.overdue' : 'summary.running', { date, left: days, count: days });
  };
}
