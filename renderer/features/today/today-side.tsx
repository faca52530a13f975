import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { HonestWord } from '#renderer/ui/status/honest-word.tsx';
import { draftAddress } from './draft-address.ts';
import type { Today } from './today-page.tsx';

/** Lines of a side panel; the rest is counted. */
const shown = 8;

/** What waits to be sent, what was left unfinished, and files nobody has given a next step. */
export function TodaySide({ today }: { readonly today: Today }) {
  return (
    <div>
      <ToSend toSend={today.toSend} />
      <Drafts drafts={today.drafts} />
      <Unclocked items={today.unclocked} />
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
          <span>{t('side.items', { n: toSend.local, count: toSend.local })}</span> <HonestWord word="local" />
        </p>
      )}
      {toSend.sent === 0 ? null : (
        <p className="side-line">
          <span>{t('side.items', { n: toSend.sent, count: toSend.sent })}</span> <HonestWord word="sent" />
        </p>
      )}
    </Panel>
  );
}

function Drafts({ drafts }: Pick<Today, 'drafts'>) {
  const { t } = useTranslation('today');
  if (drafts.length === 0) return null;
  return (
    <Panel title={t('side.drafts')} padded>
      <ul className="side-list">
        {drafts.slice(0, shown).map((draft) => {
          const address = draftAddress(draft.key);
          return (
            <li key={draft.key}>
              {address === undefined ? draft.title : <a href={address}>{draft.title}</a>}{' '}
              <span className="soft small">{draft.savedAt.replace('T', ' ')}</span>
            </li>
          );
        })}
      </ul>
      <Rest n={drafts.length - shown} />
    </Panel>
  );
}

function Unclocked({ items }: { readonly items: Today['unclocked'] }) {
  const { t } = useTranslation('today');
  if (items.length === 0) return null;
  return (
    <Panel title={t('side.unclocked')} padded>
      <p className="soft small">{t('side.unclockedText')}</p>
      <ul className="side-list">
        {items.slice(0, shown).map((item) => (
          <li key={item.id}>
            <a href={addresses.dossier(item.id)}>{item.number}</a> <span className="soft">{item.title}</span>
          </li>
        ))}
      </ul>
      <Rest n={items.length - shown} />
    </Panel>
  );
}

function Rest({ n }: { readonly n: number }) {
  const { t } = useTranslation('today');
  return n > 0 ? <p className="soft small">{t('side.rest', { n })}</p> : null;
}
