import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { PageHead, Panel } from '#renderer/ui/page/page.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { draftAddress } from './draft-address.ts';

type Draft = CallOutput<'draft.list'>[number];

/** Every form left open, newest first; each leads straight back into it. */
export function DraftsPage() {
  const { t } = useTranslation('today');
  const drafts = useAsk('draft.list', {});
  return (
    <>
      <PageHead
        title={t('side.drafts')}
        acts={
          <a className="plain-button" href={addresses.today}>
            {t('whole.back')}
          </a>
        }
      />
      <PageState value={drafts.last} failure={drafts.failure} onAgain={drafts.again}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('whole.empty')} text={t('whole.emptyText')} />
          ) : (
            <Panel title={t('whole.link', { n: all.length })} padded>
              <DraftLines drafts={all} />
            </Panel>
          )
        }
      </PageState>
    </>
  );
}

/** Drafts as lines: what each is of, and when it was last saved. */
export function DraftLines({ drafts }: { readonly drafts: readonly Draft[] }) {
  return (
    <ul className="side-list">
      {drafts.map((draft) => {
        const address = draftAddress(draft.key);
        return (
          <li key={draft.key}>
            {address === undefined ? draft.title : <a href={address}>{draft.title}</a>}{' '}
            <span className="soft small">{draft.savedAt.replace('T', ' ')}</span>
          </li>
        );
      })}
    </ul>
  );
}
