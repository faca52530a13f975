import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { FailureText, type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { type ColumnKind, columnKinds } from '#shared/domain/party/paste/columns.ts';
import { PageTurner, usePaged } from '../members/page-turner.tsx';
import { useWarningText } from '../names.ts';
import { type Block, type Pasted, taken, turned } from './pasted.ts';
import '../members/members.css';

type Row = Block['rows'][number];

/** Lines shown at once. */
const atOnce = 50;
const noColumn = '';

/** What each line of a block becomes, with its doubts; lines can be left out one by one. */
export function PastedRows(props: {
  readonly block: Block | undefined;
  readonly failure: ShownFailure | undefined;
  readonly root: Bound<Pasted>;
}) {
  const { t } = useTranslation('members');
  const { block, failure, root } = props;
  const [doubtful, setDoubtful] = useState(false);
  const rows = block?.rows ?? [];
  const noted = rows.filter(({ warnings, fault }) => warnings.length > 0 || fault !== null);
  const { shown, turner } = usePaged(doubtful ? noted : rows, atOnce);
  if (failure !== undefined) {
    return (
      <Notice tone="red">
        <FailureText failure={failure} />
      </Notice>
    );
  }
  if (block === undefined) return <p className="soft">{t('paste.reading')}</p>;
  const summary = { all: rows.length, taken: rows.filter((row) => taken(row, root.value)).length, noted: noted.length };
  return (
    <>
      {block.cut ? <Notice tone="amber">{t('paste.cut', { n: rows.length })}</Notice> : null}
      <BlockColumns columns={block.columns} root={root} />
      <div className="member-filter-bare">
        <span role="status">{t('paste.summary', summary)}</span>
        <Checkbox checked={doubtful} onChange={(event) => setDoubtful(event.target.checked)}>
          {t('paste.doubtful')}
        </Checkbox>
        <PageTurner label={t('page.label')} {...turner} />
      </div>
      <div className="block-rows">
        <table className="plain-table" aria-label={t('paste.table')}>
          <BlockHead type={root.value.type} />
          <tbody>
            {shown.map((row) => (
              <BlockRow key={row.line} row={row} root={root} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What the columns were taken for; a person may say otherwise. */
function BlockColumns({ columns, root }: { readonly columns: Block['columns']; readonly root: Bound<Pasted> }) {
  const { t } = useTranslation('members');
  const { type } = root.value;
  const hidden: readonly ColumnKind[] = type === 'unit' ? ['idNo'] : ['uscc', 'legalRep'];
  const kinds = columnKinds.filter((kind) => !hidden.includes(kind));
  const choices = [
    { value: noColumn, label: t('column.none') },
    ...kinds.map((kind) => ({ value: kind, label: t(`column.${kind}`) })),
  ] as const;
  const choose = (at: number, kind: ColumnKind | typeof noColumn | null): void => {
    const free = columns.map((known) => (known === kind ? null : known));
    root.set({ ...root.value, columns: free.with(at, kind === noColumn ? null : kind) });
  };
  return (
    <div className="block-columns">
      {columns.map((kind, at) => (
        // Columns have no name but their place.
        <span key={at}>
          <span className="small soft">{t('column.nth', { n: at + 1 })}</span>{' '}
          <ChoiceSelect<ColumnKind | typeof noColumn>
            compact
            label={t('column.nth', { n: at + 1 })}
            value={kind ?? noColumn}
            choices={choices}
            onChoose={(next) => choose(at, next)}
          />
        </span>
      ))}
    </div>
  );
}

function BlockHead({ type }: { readonly type: Pasted['type'] }) {
  const { t } = useTranslation('members');
  return (
    <thead>
      <tr>
        <th scope="col">{t('paste.take')}</th>
        <th scope="col">{t('column.name')}</th>
        <th scope="col">{t(type === 'unit' ? 'column.uscc' : 'column.idNo')}</th>
        <th scope="col">{t('column.phone')}</th>
        <th scope="col">{t('column.address')}</th>
        <th scope="col">{t('paste.doubts')}</th>
      </tr>
    </thead>
  );
}

function BlockRow({ row, root }: { readonly row: Row; readonly root: Bound<Pasted> }) {
  const { t } = useTranslation('members');
  const warningText = useWarningText();
  const failureText = useFailureText();
  const { line, party, warnings, fault } = row;
  const turn = (): void => root.set(turned(row, root.value));
  return (
    <tr>
      <td className="unbroken">
        <Checkbox checked={taken(row, root.value)} disabled={fault !== null} onChange={turn}>
          {t('paste.line', { n: line })}
        </Checkbox>
      </td>
      <th scope="row" className="block-text">
        {party.name}
      </th>
      <td className="unbroken">{party.type === 'unit' ? party.uscc : party.idNo}</td>
      <td className="unbroken">{party.phone}</td>
      <td className="block-text">{party.address}</td>
      <td className="block-text">
        {fault === null ? null : (
          <span className="field-note error">
            {failureText({ kind: 'bad-input', code: fault.code, facts: fault.facts ?? {} })}
          </span>
        )}
        {warnings.map((warning) => (
          <span key={`${warning.code}${warning.field ?? ''}`} className="field-note warning">
            {warningText(warning)}
          </span>
        ))}
      </td>
    </tr>
  );
}
