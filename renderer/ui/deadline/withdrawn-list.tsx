import { useTranslation } from 'react-i18next';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import { useRuleTitle } from './rule-title.ts';

/** A clock event that no longer counts: why, by whom and when ('YYYY-MM-DDTHH:MM') it was withdrawn. */
export type WithdrawnEvent = Pick<ClockEvent, 'id' | 'type' | 'on' | 'decidedBy' | 'paper'> & {
  readonly rule: string;
  /** Name of what within the file it was about; empty for the whole file. */
  readonly part: string;
  readonly reason: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: string;
};

/** What was withdrawn, struck through, each with why, by whom and when; `named` says also of which limit. */
export function WithdrawnList(props: { readonly events: readonly WithdrawnEvent[]; readonly named?: boolean }) {
  const { t } = useTranslation('clock');
  const { t: tDeadline } = useTranslation('deadline');
  const title = useRuleTitle();
  if (props.events.length === 0) return null;
  return (
    <div>
      <h3>{t('withdrawn.title', { n: props.events.length, count: props.events.length })}</h3>
      <ul className="strip-withdrawn">
        {props.events.map((event) => (
          <li key={event.id}>
            <del>
              {props.named === true ? `${title(event.rule).name} ${event.part} ` : ''}
              {tDeadline(`event.${event.type}`)} {event.on.replace('T', ' ')}{' '}
              {[event.decidedBy, event.paper].filter(Boolean).join(' · ')}
            </del>{' '}
            <span className="soft">
              {t('withdrawn.why', {
                ...{ person: event.withdrawnBy, at: event.withdrawnAt.replace('T', ' '), reason: event.reason },
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
