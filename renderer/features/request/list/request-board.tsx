import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { HonestWord } from '#renderer/ui/status/honest-word.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { stateTone, useRequestNames } from '../names.ts';
import { DueCell } from './due-cell.tsx';
import { Flags } from './flags.tsx';
import type { RequestFilter } from './list-filter.ts';
import { numberOf, wrote } from './row-facts.ts';

type Row = CallOutput<'request.list'>['rows'][number];

const columns = ['us', 'them', 'nobody'] as const;
/** Cards a column shows; the list shows all. */
const most = 50;

/** Moves the focus between cards: up and down in a column, left and right between columns. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (!['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return;
  const lists = [...event.currentTarget.querySelectorAll('.board-column')].map((column) => [
    ...column.querySelectorAll<HTMLAnchorElement>('a.board-card'),
  ]);
  const at = lists.findIndex((cards) => cards.some((card) => card === document.activeElement));
  const row = lists[at]?.findIndex((card) => card === document.activeElement) ?? -1;
  if (row < 0) return;
  event.preventDefault();
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    lists[at]?.[row + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    return;
  }
  const order = event.key === 'ArrowRight' ? lists.slice(at + 1) : lists.slice(0, at).toReversed();
  const next = order.find((cards) => cards.length > 0);
  (next?.[row] ?? next?.at(-1))?.focus();
}

/** Requests in three columns by who must act next. */
export function RequestBoard({ filter }: { readonly filter: RequestFilter }) {
  const today = useToday();
  return (
    <div className="board" onKeyDown={moveFocus}>
      {columns.map((actor) => (
        <Column key={actor} actor={actor} filter={filter} today={today} />
      ))}
    </div>
  );
}

function Column(props: {
  readonly actor: (typeof columns)[number];
  readonly filter: RequestFilter;
  readonly today: LocalDate;
}) {
  const { t } = useTranslation('request');
  const { actor, filter } = props;
  const page = useAsk('request.list', { direction: filter.direction, actor, text: filter.text, limit: most });
  const title = t(`actor.${actor}`);
  return (
    <section className="board-column" aria-label={title}>
      <h2>
        {title} <span className="soft num">{page.last?.total}</span>
      </h2>
      <PageState value={page.last} failure={page.failure} onAgain={page.again}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState title={t(`empty.${actor}`)} text={filter.text === '' ? undefined : t('empty.filtered')} />
          ) : (
            <>
              <ul>
                {rows.map((row) => (
                  <li key={row.id}>
                    <Card row={row} today={props.today} />
                  </li>
                ))}
              </ul>
              {total > most ? (
                <a href={`#/requests?view=list&actor=${actor}`}>{t('list.more', { n: total - most })}</a>
              ) : null}
            </>
          )
        }
      </PageState>
    </section>
  );
}

function Card({ row, today }: { readonly row: Row; readonly today: LocalDate }) {
  const { t } = useTranslation('request');
  const { t: kinds } = useTranslation('kinds');
  const names = useRequestNames();
  return (
    <a className={`board-card ${row.direction}`} href={addresses.request(row.id)}>
      <span className="board-line">
        <span className={row.unread ? 'board-title unread' : 'board-title'}>
          {row.unread ? <span className="dot heard" aria-hidden="true" /> : null}
          {row.unread ? <span className="spoken">{t('list.unread')} </span> : null}
          {row.title === '' ? names.kind(row.kind) : row.title}
        </span>
        <Badge tone={stateTone(row.state)}>{kinds(`state.${row.state}`)}</Badge>
      </span>
      <span className="board-line soft small">
        <span className="clip">{t(row.direction === 'out' ? 'list.to' : 'list.from', { name: row.partnerName })}</span>
        <span className="unbroken">{numberOf(row) ?? t('list.unnumbered')}</span>
      </span>
      <span className="board-words">
        {row.actor === 'nobody' ? null : <DueCell row={row} today={today} />}
        {row.urgency === 'normal' ? null : <Badge tone="red">{kinds(`urgency.${row.urgency}`)}</Badge>}
        <Flags flags={row.flags} most={3} />
        {wrote(row) ? <HonestWord word={row.word} /> : null}
      </span>
    </a>
  );
}
