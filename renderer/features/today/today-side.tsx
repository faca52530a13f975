import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useListPart } from '#renderer/ui/list/use-list-part.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { HonestWord } from '#renderer/ui/status/honest-word.tsx';
import { WholeLink } from './day-list.tsx';
import { DayPager } from './day-pager.tsx';
import { DraftLines } from './drafts-page.tsx';
import type { Today } from './today-page.tsx';
import { useDayPages } from './use-day-pages.ts';

/** Lines of a side panel; the rest is counted. */
const shown = 8;

/** What waits to be sent, what was left unfinished, and files nobody has given a next step. */
export function TodaySide({ today }: { readonly today: Today }) {
  return (
    <div>
      <ToSend toSend={today.toSend} />
      <Drafts drafts={today.drafts} total={today.counts.drafts} />
      <Unclocked items={today.unclocked} total={today.counts.unclocked} />
    </div>
  );
}

function ToSend({ toSend }: Pick<Today, 'toSend'>) {
  const { t } = useTranslation('today');
  const nothing = toSend.local === 0 && toSend.sent === 0;
  return (
    <Panel title={t('side.toSend')} side={<a href={addresses.sync}>{t('side.sync')}</a>} padded>
      {nothing ? <p className="soft">{t('side.nothing')}</p> : null}
      {toSend.local === 0 ? null : (
        <p className="side-line">
          <a href={addresses.sync}>{t('side.items', { n: toSend.local, count: toSend.local })}</a>{' '}
          <HonestWord word="local" />
        </p>
      )}
      {toSend.sent === 0 ? null : (
        <p className="side-line">
          <a href={addresses.sync}>{t('side.items', { n: toSend.sent, count: toSend.sent })}</a>{' '}
          <HonestWord word="sent" />
        </p>
      )}
    </Panel>
  );
}

function Drafts({ drafts, total }: Pick<Today, 'drafts'> & { readonly total: number }) {
  const { t } = useTranslation('today');
  const [{ whole: all }, change] = useListPart('today:drafts');
  if (drafts.length === 0) return null;
  return (
    <Panel title={t('side.drafts')} side={<WholeLink list="drafts" total={total} />} padded>
      <DraftLines drafts={drafts.slice(0, all ? drafts.length : shown)} />
      <Rest n={total - (all ? drafts.length : shown)} onAll={all ? undefined : () => change({ whole: true })} />
    </Panel>
  );
}

function Unclocked(props: { readonly items: Today['unclocked']; readonly total: number }) {
  const { t } = useTranslation('today');
  const [{ whole: all }, change] = useListPart('today:unclocked:unfolded');
  const pages = useDayPages('unclocked', props.items, props.total);
  const { items, total } = pages;
  if (items.length === 0) return null;
  return (
    <Panel title={t('side.unclocked')} side={<WholeLink list="unclocked" total={total} />} padded>
      <p className="soft small">{t('side.unclockedText')}</p>
      <ul className="side-list">
        {items.slice(0, all ? items.length : shown).map((item) => (
          <li key={item.id}>
            <a href={addresses.dossier(item.id)}>{item.number}</a> <span className="soft">{item.title}</span>
          </li>
        ))}
      </ul>
      {all ? (
        <DayPager title={t('side.unclocked')} pages={pages} />
      ) : (
        <Rest n={total - shown} onAll={() => change({ whole: true })} />
      )}
    </Panel>
  );
}

/** How many are not shown, as the button that shows them where they are here. */
function Rest({ n, onAll }: { readonly n: number; readonly onAll: (() => void) | undefined }) {
  const { t } = useTranslation('today');
  if (n <= 0) return null;
  if (onAll === undefined) return <p className="soft small">{t('side.rest', { n })}</p>;
  return (
    <button type="button" className="text-button small" onClick={onAll}>
      {t('side.restAll', { n })}
    </button>
  );
}
