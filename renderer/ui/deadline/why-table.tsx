import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { DayOff } from '#shared/domain/calendar/working-days.ts';
import type { Deadline, DueChange } from '#shared/domain/deadline/deadline.ts';
import { useBilingual } from '../format/use-bilingual.ts';
import { useDayOffName } from './day-off-name.ts';
import type { StripEvent } from './deadline-strip.tsx';
import { type WithdrawnEvent, WithdrawnList } from './withdrawn-list.tsx';

type Props = {
  readonly deadline: Deadline;
  readonly today: LocalDate;
  readonly events: readonly StripEvent[];
  readonly withdrawn: readonly WithdrawnEvent[];
  readonly onWithdraw: ((event: string) => void) | undefined;
};

/** The rest of the explanation: what each event did to the date and who decided it, the days passed over, the versions. */
export function WhyTable(props: Props) {
  return (
    <div className="strip-more">
      <Changes {...props} />
      <WithdrawnList events={props.withdrawn} />
      <DaysOff deadline={props.deadline} />
      <Sources deadline={props.deadline} />
    </div>
  );
}

/** The deciding person, the paper and the act an event rests on; otherwise who entered it. */
function useDecided(): (event: StripEvent | undefined) => string {
  const { t } = useTranslation('deadline');
  return (event) => {
    const decided = [event?.decidedBy, event?.paper, event?.basis].filter(Boolean).join(' · ');
    if (decided !== '') return decided;
    return event?.recordedBy ? t('changes.recorded', { person: event.recordedBy }) : '-';
  };
}

type Line = { readonly event: string; readonly on: string; readonly type: string } & Pick<
  DueChange,
  'before' | 'after'
>;

/** What each event did to the date, and those the computation did not use. */
function linesOf({ deadline, events }: Props): readonly Line[] {
  const used = new Set(deadline.changes.map(({ event }) => event));
  const unused = events.filter(({ id }) => !used.has(id));
  return [
    ...deadline.changes,
    ...unused.map(({ id, type, on }) => ({ event: id, type, on, before: null, after: null })),
  ];
}

function Changes(props: Props) {
  const { deadline, events } = props;
  const { t } = useTranslation('deadline');
  const decided = useDecided();
  const lines = linesOf(props);
  if (lines.length === 0) return null;
  return (
    <table className="strip-changes">
      <caption>{t('changes.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('changes.on')}</th>
          <th scope="col">{t('changes.event')}</th>
          <th scope="col">{t('changes.before')}</th>
          <th scope="col">{t('changes.after')}</th>
          <th scope="col">{t('changes.by')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((change) => (
          <tr key={change.event}>
            <td>{change.on.replace('T', ' ')}</td>
            <td>{t(`event.${change.type}`)}</td>
            <td>{change.before ?? '-'}</td>
            <td>
              {change.after ?? '-'} {change.event === deadline.changes.at(-1)?.event ? deadline.time : null}
            </td>
            <td>
              {decided(events.find((held) => held.id === change.event))} <WithdrawButton {...props} line={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WithdrawButton({ events, onWithdraw, line }: Props & { readonly line: Line }) {
  const { t } = useTranslation('deadline');
  const { t: tClock } = useTranslation('clock');
  if (onWithdraw === undefined || events.find(({ id }) => id === line.event)?.withdrawable !== true) return null;
  return (
    <button
      type="button"
      className="text-button strip-withdraw"
      aria-label={tClock('openOf', { event: t(`event.${line.type}`), date: line.on.replace('T', ' ') })}
      onClick={() => {
        onWithdraw(line.event);
      }}
    >
      {tClock('open')}
    </button>
  );
}

/** Runs of days off with the same name: 国庆节 2026-10-01 至 2026-10-07. */
function runsOf(
  off: readonly DayOff[],
  nameOf: (day: DayOff) => string,
): readonly { name: string; days: readonly DayOff[] }[] {
  const runs: { name: string; days: DayOff[] }[] = [];
  for (const day of off) {
    const name = nameOf(day);
    const last = runs.find((run) => run.name === name);
    if (last === undefined) runs.push({ name, days: [day] });
    else last.days.push(day);
  }
  return runs;
}

function DaysOff({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation('deadline');
  const offName = useDayOffName();
  const off = deadline.steps.flatMap((step) => step.off);
  if (off.length === 0) return null;
  return (
    <div>
      <h3>{t('off.title', { n: off.length })}</h3>
      <ul className="strip-off">
        {runsOf(off, offName).map((run) => (
          <li key={run.name}>
            <span className="strip-off-name">{run.name}</span>
            <span className="soft">{run.days.map((day) => day.date.slice(5)).join('  ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sources({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const { rule } = deadline;
  return (
    <p className="small soft">
      {t('sources', {
        rule: rule.id,
        pack: `${deadline.pack.id} ${deadline.pack.version}`,
        calendar: deadline.calendar,
      })}
      {' · '}
      {t(`confidence.${rule.confidence}`)}
      {rule.overrun === undefined ? '' : ` · ${t('overrun')} ${bilingual(rule.overrun)}`}
    </p>
  );
}
