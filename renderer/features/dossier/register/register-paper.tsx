import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useDossierNames } from '../names.ts';
import type { BookFilter } from './book-filter.ts';
import { type BookRow, mostLines } from './use-book.ts';

type Column = { readonly id: string; readonly title: string; readonly text: (row: BookRow) => string };

/** What a book says of a file, by book. */
function useColumns({ book }: BookFilter): readonly Column[] {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const column = (id: string, text: Column['text'], key = id): Column => ({ id, title: t(`register.${key}`), text });
  const common = [
    column('parties', (row) => row.title),
    column('cause', (row) => names.cause(row.cause)),
    column('handler', (row) => row.handler),
  ];
  const remark = column('remark', ({ voidOn, voidReason }) =>
    voidOn === '' ? '' : t('register.void', { date: voidOn, reason: voidReason }),
  );
  switch (book) {
    case 'received':
      return [
        column('number', (row) => row.number, 'windowNo'),
        column('on', (row) => row.on, 'receivedOn'),
        ...common,
        column('acceptedOn', (row) => row.acceptedOn ?? ''),
        column('other', (row) => row.other, 'caseNo'),
        column('result', (row) =>
          row.acceptedOn === null && row.closeType !== null ? names.closeType(row.closeType) : '',
        ),
        remark,
      ];
    case 'accepted':
      return [
        column('number', (row) => row.number, 'caseNo'),
        column('on', (row) => row.on, 'acceptedOn'),
        ...common,
        column('other', (row) => row.other, 'windowNo'),
        column('closedOn', (row) => (row.voidOn === '' ? (row.closedOn ?? '') : '')),
        remark,
      ];
    case 'closed':
      return [
        column('number', (row) => row.number),
        column('on', (row) => row.on, 'closedOn'),
        ...common,
        column('acceptedOn', (row) => row.acceptedOn ?? ''),
        column('result', (row) => (row.closeType === null ? '' : names.closeType(row.closeType))),
        column('decision', ({ decidedBy, paper }) => [decidedBy, paper].filter((text) => text !== '').join(' ')),
        remark,
      ];
  }
}

/** A book on A4 across: its lines in the order of their numbers, voided numbers struck through in their place. */
export function RegisterPaper(props: {
  readonly filter: BookFilter;
  readonly title: string;
  readonly rows: readonly BookRow[];
  /** Lines of the whole book, where several papers are needed for it. */
  readonly total: number;
}) {
  const { t } = useTranslation('dossier');
  const today = useToday();
  const office = useAsk('office.get', {}).last;
  const { filter, title, rows, total } = props;
  const before = filter.part * mostLines;
  const columns = useColumns(filter);
  const when = filter.month === 0 ? t('register.yearOf', { year: filter.year }) : `${filter.year}-${filter.month}`;
  return (
    <article className="paper plain register" aria-label={title}>
      <h2>
        {office?.name ?? ''} {office?.settings.branches.find(({ code }) => code === filter.branch)?.name ?? ''} {title}
      </h2>
      <p className="flush register-under">
        {t('register.under', { when, n: total, count: total, date: today })}
        {total === rows.length ? null : t('register.ofThem', { from: before + 1, to: before + rows.length })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('register.line')}</th>
            {columns.map(({ id, title: head }) => (
              <th key={id} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.number} ${row.dossier}`} className={row.voidOn === '' ? undefined : 'void'}>
              <td>{before + index + 1}</td>
              {columns.map(({ id, text }) => (
                <td key={id} className={`register-${id}`}>
                  {text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
