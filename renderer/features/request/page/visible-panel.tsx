import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import type { RequestView } from './view.ts';

/** 对方可见内容: in short what the letter shows, with the letters themselves a click away. */
export function VisiblePanel({ id, view }: { readonly id: RequestId; readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const { commission } = view;
  if (commission === null) {
    return (
      <Panel title={t('visible.title')} padded>
        <p className="soft">{t('visible.gone')}</p>
      </Panel>
    );
  }
  const { matter } = commission;
  const parties = matter.parties.map((party) => `${party.role} ${party.name}`.trim());
  const shows = commission.items.some((item) => item.object.idNo !== '' || item.object.phone !== '');
  return (
    <Panel title={t(view.row.direction === 'out' ? 'visible.title' : 'visible.theirs')} padded>
      <p>{[matter.caseNo, matter.cause].filter((part) => part !== '').join(' ')}</p>
      <p className="soft">{parties.join(' · ')}</p>
      <p className="soft small">{t(shows ? 'visible.showsNumbers' : 'visible.noNumbers')}</p>
      <ul className="panel-links">
        <li>
          <a href={addresses.print(id, 'commission')}>{t('visible.commission')}</a>
        </li>
        {view.reply === null && view.paper?.reply == null ? null : (
          <li>
            <a href={addresses.print(id, 'reply')}>{t('visible.reply')}</a>
          </li>
        )}
        {view.row.state === 'approval' ? null : (
          <>
            <li>
              <a href={addresses.print(id, 'introduction')}>{t('visible.introduction')}</a>
            </li>
            <li>
              <a href={addresses.print(id, 'course')}>{t('visible.course')}</a>
            </li>
          </>
        )}
      </ul>
    </Panel>
  );
}
