import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { shownCode } from '#shared/domain/masking/shown-code.ts';
import { statusTones, useDossierNames } from '../names.ts';
import type { Shown } from './dossier-page.tsx';
import { useActAddress } from './use-act-address.ts';

/** The parties that lead the file, with their numbers masked. */
const leading: ReadonlySet<string> = new Set(['applicant', 'respondent', 'complainant', 'employer']);
const shownInHead = 3;

/** Number, state, who is concerned, and the acts the rules allow now. The next one is filled unless `quiet`: a form below has its own. */
export function DossierHead({ id, view, quiet }: Shown & { readonly quiet: boolean }) {
  const { t } = useTranslation('dossier');
  const { t: tc } = useTranslation('collective');
  const names = useDossierNames();
  const { row } = view;
  const led = view.parties.filter((party) => leading.has(party.role)).slice(0, shownInHead);
  return (
    <PageHead
      title={row.caseNo ?? row.windowNo}
      badges={
        <>
          <Badge tone={statusTones[row.status]}>{names.status(row.side, row.status)}</Badge>
          {row.cause === '' ? null : <Badge tone="plain">{names.cause(row.cause)}</Badge>}
          {view.collective === null ? null : <Badge tone="violet">{tc('badge')}</Badge>}
          <JoinedBadge view={view} />
          {row.openRequests === 0 ? null : (
            <Badge tone="violet">{t('page.openRequests', { n: row.openRequests })}</Badge>
          )}
        </>
      }
      acts={<Acts id={id} view={view} quiet={quiet} />}
      under={
        <>
          {row.caseNo === null ? null : (
            <span className="unbroken">{t('page.windowNo', { number: row.windowNo })}</span>
          )}
          {led.map((party) => (
            <span key={party.id} className="file-head-party">
              {names.role(party.role)} {party.name} {party.type === 'unit' ? shownCode(party.uscc) : party.idNoMasked}
            </span>
          ))}
          <span>{row.handler === '' ? t('page.noHandler') : t('page.handler', { name: row.handler })}</span>
        </>
      }
    />
  );
}

/** Whether the file is heard together with others. */
function JoinedBadge({ view }: Pick<Shown, 'view'>) {
  const { t } = useTranslation('joining');
  const { leadNo } = view.row;
  const joined = view.joinings.filter(({ leads, struck, partedOn }) => leads && !struck && partedOn === '').length;
  if (leadNo !== null) return <Badge tone="blue">{t('headJoined', { number: leadNo })}</Badge>;
  return joined === 0 ? null : <Badge tone="blue">{t('headLead', { n: joined })}</Badge>;
}

function Acts({ id, view, quiet }: Shown & { readonly quiet: boolean }) {
  const { t } = useTranslation('dossier');
  const { open } = useActAddress();
  const may = new Set<string>(view.may);
  const { side } = view.row;
  return (
    <>
      {may.has('amend') ? <Button onClick={() => open('dossier.amend')}>{t('amend.open')}</Button> : null}
      {may.has('request') ? <Button href={addresses.newRequest(id)}>{t('request.new')}</Button> : null}
      {may.has('reject') ? <Button onClick={() => open('dossier.close')}>{t('close.openReject')}</Button> : null}
      {may.has('close') ? <Button onClick={() => open('dossier.close')}>{t('close.open')}</Button> : null}
      {may.has('accept') ? (
        <Button type={quiet ? 'default' : 'primary'} onClick={() => open('dossier.accept')}>
          {t(`accept.open.${side}`)}
        </Button>
      ) : null}
    </>
  );
}
