import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { Tone } from '#renderer/ui/state/notice.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { ReasonSheet } from './reason-sheet.tsx';

type Partner = CallOutput<'recovery.state'>['partners'][number];

const tones: Readonly<Record<Partner['state'], Tone>> = {
  asked: 'blue',
  answered: 'amber',
  done: 'green',
  claimed: 'amber',
  proven: 'amber',
  refuted: 'plain',
};

/** How far the exchange with each partner has come back, and since when it waits. */
export function PartnerPanel({ partners, may }: { readonly partners: readonly Partner[]; readonly may: boolean }) {
  const { t } = useTranslation('recovery');
  const [doubted, setDoubted] = useState<Partner>();
  const [setAside] = useAct('recovery.setAside');
  const waits = partners.some(({ state }) => state === 'asked' || state === 'claimed');
  return (
    <Panel title={t('partners')}>
      {partners.length === 0 ? (
        <p className="panel-body soft">{t('none')}</p>
      ) : (
        <PartnerTable partners={partners} may={may} onDoubt={setDoubted} />
      )}
      {waits ? (
        <p className="panel-body soft">
          {t('stick')} <a href={addresses.sync}>{t('toSync')}</a>
        </p>
      ) : null}
      <ReasonSheet
        about={doubted?.office}
        draft={{ key: 'recovery.setAside', title: t('claim.draft', { partner: doubted?.name ?? '' }) }}
        title={t('claim.title', { partner: doubted?.name ?? '' })}
        what={t('claim.what')}
        act={t('claim.act')}
        onClose={() => setDoubted(undefined)}
        onReason={async (reason) => {
          if (doubted === undefined) return undefined;
          const reply = await setAside({ office: doubted.office, reason });
          return reply.ok ? undefined : reply.failure;
        }}
      />
    </Panel>
  );
}

function PartnerTable(props: {
  readonly partners: readonly Partner[];
  readonly may: boolean;
  readonly onDoubt: (partner: Partner) => void;
}) {
  const { t } = useTranslation('recovery');
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('column.partner')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.since')}</th>
          <th scope="col" className="num">
            {t('column.requests')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.partners.map((partner) => (
          <tr key={partner.office}>
            <th scope="row">
              <a href={addresses.partner(partner.office)}>{partner.name}</a>
            </th>
            <td>
              <Badge tone={tones[partner.state]}>{t(`of.${partner.state}`)}</Badge>{' '}
              {partner.state === 'claimed' && props.may ? (
                <button
                  type="button"
                  className="text-button"
                  aria-label={`${t('claim.name')} ${partner.name}`}
                  onClick={() => props.onDoubt(partner)}
                >
                  {t('claim.name')}
                </button>
              ) : null}
            </td>
            <td className="unbroken">{partner.since?.replace('T', ' ') ?? ''}</td>
            <td className="num">{partner.requests}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
