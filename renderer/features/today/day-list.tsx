import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import { DayPager } from './day-pager.tsx';
import type { Today } from './today-page.tsx';
import { useDayPages } from './use-day-pages.ts';

/** One line of the day. */
export type DayItem = Today['overdue'][number];

type ListName = 'overdue' | 'dueToday' | 'dueThisWeek' | 'arrived' | 'waitingForUs' | 'inApproval';

/** One section of the day; each line leads to its page, each date opens its strip. */
export function DayList(props: {
  readonly list: ListName;
  readonly items: readonly DayItem[];
  /** How many there are in all; the rest is paged through. */
  readonly total: number;
  readonly today: LocalDate;
}) {
  const { t } = useTranslation('today');
  const pages = useDayPages(props.list, props.items, props.total);
  return (
    <Panel title={t(`list.${props.list}`)} side={<span className="soft small">{pages.total}</span>}>
      <ul>
        {pages.items.map((item) => (
          <DayRow key={`${item.about}${item.id}${item.due?.id ?? ''}${item.todo}`} item={item} today={props.today} />
        ))}
      </ul>
      <DayPager title={t(`list.${props.list}`)} pages={pages} />
    </Panel>
  );
}

function DayRow({ item, today }: { readonly item: DayItem; readonly today: LocalDate }) {
  const { t, i18n } = useTranslation('today');
  const openStrip = useOpenStrip();
  const title = useRuleTitle();
  const { due } = item;
  const rule = due === null ? undefined : title(due.ruleId);
  const todo = i18n.exists(`todo.${item.todo}`, { ns: 'today' }) ? t(`todo.${item.todo}`) : t('todo.look');
  return (
    <li className="panel-row day-row">
      <span className="day-date">
        {due === null ? (
          <span className="soft small">
            {item.since === null ? '' : t('row.since', { date: item.since.slice(0, 10) })}
          </span>
        ) : (
          <DueButton due={due} today={today} onOpen={openStrip} />
        )}
      </span>
      <span className="day-number">
        <a href={addressOf(item)}>{item.number === '' ? t('row.noNumber') : item.number}</a>
        {item.about === 'request' ? <Badge tone="violet">{t('row.request')}</Badge> : null}
      </span>
      <span className="day-what">
        <strong>{todo}</strong>
        <span className="soft clip" title={item.title}>
          {item.title}
        </span>
      </span>
      <span className="soft small day-basis">
        {rule?.name}
        {rule === undefined ? null : (
          <span className="clip" title={rule.basis}>
            {rule.basis}
          </span>
        )}
      </span>
      <span className="day-left">
        <DaysLeft days={due?.daysLeft ?? null} />
      </span>
    </li>
  );
}

function addressOf(item: DayItem): string {
  return item.about === 'dossier' ? addresses.dossier(item.id) : addresses.request(item.id);
}

function DaysLeft({ days }: { readonly days: number | null }) {
  const { t } = useTranslation('today');
  if (days === null) return null;
  if (days === 0) return <>{t('row.lastDay')}</>;
  return <>{t(days < 0 ? 'row.over' : 'row.left', { n: Math.abs(days) })}</>;
}
