import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

type Carried = CallOutput<'courier.carried'>[number];

const tones = {
  receipted: 'green',
  'no-receipt-due': 'plain',
  out: 'blue',
  late: 'amber',
  unknown: 'plain',
} as const;

/** 介质去向: what was written to which medium, for whom, and whether a signed receipt covers it by now. */
export function CarriedPanel() {
  const { t } = useTranslation('medium');
  const carried = useAsk('courier.carried', {});
  const rows = carried.last ?? [];
  const late = rows.filter(({ state }) => state === 'late').length;
  return (
    <section className="panel sync-table" aria-label={t('carried.title')}>
      <div className="panel-head">
        <h2>{t('carried.title')}</h2>
        {late === 0 ? null : <Badge tone="amber">{t('carried.late', { n: late })}</Badge>}
      </div>
      {carried.failure === undefined ? null : (
        <div className="panel-body">
          <Notice tone="red" role="alert">
            <FailureText failure={carried.failure} />
          </Notice>
        </div>
      )}
      {rows.length === 0 ? <p className="panel-body soft">{t('carried.none')}</p> : <Rows rows={rows} />}
    </section>
  );
}

function Rows({ rows }: { readonly rows: readonly Carried[] }) {
  const { t } = useTranslation('medium');
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {(['medium', 'to', 'holds', 'print', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`carried.column.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="spoken">{t('slip.title')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** What the state rests on, in a line. */
function Why({ row }: { readonly row: Carried }) {
  const { t } = useTranslation('medium');
  if (row.receipt !== null) return t('carried.why.receipted', row.receipt);
  if (row.state === 'receipted') return null;
  if (row.state === 'out' && row.days === 0) return t('carried.why.today');
  return t(`carried.why.${row.state}`, { days: row.days });
}

function Row({ row }: { readonly row: Carried }) {
  const { t } = useTranslation('medium');
  const { entries, files, packages, bytes } = row;
  return (
    <tr>
      <th scope="row">
        {row.label === '' ? <span className="carried-folder">{row.folder}</span> : row.label}
        <span className="soft small block">{row.at}</span>
      </th>
      <td>
        <a href={addresses.partner(row.office)}>{row.name}</a>
      </td>
      <td>
        {t('carried.holds', { entries, files })}
        <span className="soft small block">{t('carried.packages', { packages, size: byteSize(bytes) })}</span>
      </td>
      <td className="medium-print">{row.print}</td>
      <td>
        <Badge tone={tones[row.state]}>{t(`carried.state.${row.state}`)}</Badge>
        <span className="soft small block">
          <Why row={row} />
        </span>
      </td>
      <td className="num">
        <a className="unbroken" href={addresses.slip(row.id)}>
          {t('carried.slip')}
        </a>
      </td>
    </tr>
  );
}
