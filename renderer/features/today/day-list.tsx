import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import { addressOf, type DayItem, type DayListName, keyOf, useDaysLeft, useListTitle, useTodo } from './day-item.ts';
import { DayPager } from './day-pager.tsx';
import { useDayPages } from './use-day-pages.ts';

/** One section of the day; each line leads to its page, each date opens its strip. */
export function DayList(props: {
  readonly list: DayListName;
  readonly items: readonly DayItem[];
  /** How many there are in all; the rest is paged through. */
  readonly total: number;
  readonly today: LocalDate;
}) {
  const title = useListTitle()(props.list);
  const pages = useDayPages(props.list, props.items, props.total);
  return (
    <Panel title={title} side={<WholeLink list={props.list} total={pages.total} />}>
      <ul>
        {pages.items.map((item) => (
          <DayRow key={keyOf(item)} item={item} today={props.today} />
        ))}
      </ul>
      <DayPager title={title} pages={pages} />
    </Panel>
  );
}

/** How many lines a list has in all, as the way to the whole of it. */
export function WholeLink(props: { readonly list: DayListName | 'drafts'; readonly total: number }) {
  const { t } = useTranslation('today');
  return (
    <a className="small" href={addresses.todayList(props.list)}>
      {t('whole.link', { n: props.total })}
    </a>
  );
}

function DayRow({ item, today }: { readonly item: DayItem; readonly today: LocalDate }) {
  const { t } = useTranslation('today');
  const todo = useTodo();
  const left = useDaysLeft();
  const openStrip = useOpenStrip();
  const title = useRuleTitle();
  const { due } = item;
  const rule = due === null ? undefined : title(due.ruleId);
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
        <strong>{todo(item)}</strong>
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
      <span className="day-left">{left(item)}</span>
    </li>
  );
}
