import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { PageHead, Panel } from '#renderer/ui/page/page.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { AddPartner } from './add-partner.tsx';
import { OwnCard } from './own-card.tsx';
import './partner.css';

type Partner = CallOutput<'partner.list'>[number];

/** 协作: the offices this one works with, its own card for them, and how a new one is added. */
export function PartnersPage() {
  const { t } = useTranslation('partner');
  const partners = useAsk('partner.list', {});
  return (
    <>
      <PageHead title={t('title')} under={<span>{t('under')}</span>} />
      <div className="two-columns">
        <PageState value={partners.last} failure={partners.failure} onAgain={partners.again}>
          {(rows) => (
            <Panel title={t('list', { n: rows.length })}>
              {rows.length === 0 ? <EmptyState title={t('empty.title')} text={t('empty.text')} /> : null}
              {rows.map((partner) => (
                <PartnerRow key={partner.office} partner={partner} />
              ))}
            </Panel>
          )}
        </PageState>
        <div>
          <AddPartner />
          <OwnCard />
        </div>
      </div>
    </>
  );
}

function PartnerRow({ partner }: { readonly partner: Partner }) {
  const { t } = useTranslation('partner');
  return (
    <a className="panel-row partner-row" href={addresses.partner(partner.office)}>
      <span>
        <span className="partner-name">{partner.name}</span>
        <span className="soft small block">{partner.regionName}</span>
      </span>
      <span>
        {partner.confirmed ? (
          <Badge tone="green">{t('confirmed')}</Badge>
        ) : (
          <Badge tone="amber">{t('unconfirmed')}</Badge>
        )}
        {partner.expired ? <Badge tone="red">{t('expired')}</Badge> : null}
      </span>
      <span className="soft">
        {t(`way.${partner.reachable}`)}
        <span className="small block">{partner.lastHeard ?? t('neverHeard')}</span>
      </span>
      <span className="num">{t('openRequests', { n: partner.openRequests })}</span>
    </a>
  );
}
