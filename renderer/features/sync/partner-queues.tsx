import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import type { OfficeId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { officeIdField } from '#shared/contract/fields.ts';
import { useSeen } from './use-seen.ts';

type Status = CallOutput<'sync.status'>;
type Queue = Status['partners'][number];

/** A line a partner: when it was last heard, what waits, how far the streams are, and the way it is reached. */
export function PartnerQueues(props: {
  readonly status: Status;
  readonly onExport: (office: OfficeId, name: string) => void;
}) {
  const { t } = useTranslation('sync');
  const { t: ui } = useTranslation('ui');
  const { status } = props;
  return (
    <section className="panel sync-table" aria-label={t('queues')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('column.partner')}</th>
            <th scope="col">{t('column.heard')}</th>
            <th scope="col" className="num">
              {ui('word.local')}
            </th>
            <th scope="col" className="num">
              {ui('word.sent')}
            </th>
            <th scope="col" className="num">
              {ui('word.receipted')}
            </th>
            <th scope="col">{t('column.streams')}</th>
            <th scope="col">{t('column.way')}</th>
            <th scope="col">
              <span className="spoken">{t('export.short')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {status.partners.map((queue) => (
            <QueueRow key={queue.office} queue={queue} onExport={props.onExport} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('column.total')}</th>
            <td />
            <td className="num">{status.local}</td>
            <td className="num">{status.sent}</td>
            <td className="num">{status.receipted}</td>
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function QueueRow(props: { readonly queue: Queue; readonly onExport: (office: OfficeId, name: string) => void }) {
  const { t } = useTranslation('sync');
  const seen = useSeen();
  const { queue } = props;
  const office = officeIdField.safeParse(queue.office);
  const dot = queue.problem !== null ? 'trouble' : queue.lastHeard === null ? 'never' : 'heard';
  return (
    <tr>
      <th scope="row">
        <a className="sync-partner" href={addresses.partner(queue.office)}>
          {queue.name}
        </a>
      </th>
      <td>
        <span className="unbroken">
          <span className={`dot ${dot}`} aria-hidden="true" /> {seen(queue.lastHeard)}
        </span>
        {queue.lastSent === null ? null : (
          <span className="soft small block">{t('lastSent', { at: queue.lastSent })}</span>
        )}
        {queue.proof.theirs === null ? null : (
          <span className="soft small block">{t('proof.theirs', queue.proof.theirs)}</span>
        )}
        {queue.proof.ours === null ? null : (
          <span className="soft small block">{t('proof.ours', queue.proof.ours)}</span>
        )}
      </td>
      <td className="num">{queue.local}</td>
      <td className="num">{queue.sent}</td>
      <td className="num">{queue.theyHold}</td>
      <td>
        <span className="unbroken">{t('streams', { ours: queue.ours, theyHold: queue.theyHold })}</span>
        <span className="soft small block">{t('weHold', { n: queue.weHold })}</span>
      </td>
      <WayCell queue={queue} />
      <td className="num">
        {office.success ? (
          <Button
            aria-label={t('export.nameFor', { name: queue.name })}
            onClick={() => {
              props.onExport(office.data, queue.name);
            }}
          >
            {t('export.short')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** How the partner is reached, what is still to come, and what a person must look at. */
function WayCell({ queue }: { readonly queue: Queue }) {
  const { t } = useTranslation('sync');
  return (
    <td>
      {queue.ways.length === 0 ? <span className="unbroken">{t('way.courier')}</span> : null}
      {queue.ways.map(({ kind, reached }) => (
        <span key={kind} className={reached ? 'unbroken block' : 'soft block'}>
          {t(reached ? `way.${kind}` : `way.away.${kind}`)}
        </span>
      ))}
      {queue.filesMissing === 0 ? null : (
        <span className="soft small block">{t('filesMissing', { n: queue.filesMissing })}</span>
      )}
      {queue.problem === null ? null : (
        <span className="sync-problem small block">
          <FailureText failure={{ kind: 'refused', code: queue.problem }} />
        </span>
      )}
    </td>
  );
}
