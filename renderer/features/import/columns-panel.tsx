import { useTranslation } from 'react-i18next';
import { ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { columnName } from '#shared/domain/import/cell.ts';
import { importFields } from '#shared/domain/import/import-field.ts';
import type { TableRead, TableState, useTable } from './use-table.ts';

type Work = ReturnType<typeof useTable>;

type ColumnsProps = {
  readonly state: TableState;
  readonly table: TableRead;
  readonly bothSides: boolean;
  /** A table is being taken in: nothing is chosen meanwhile. */
  readonly disabled: boolean;
  readonly work: Work;
};

/** What a table holds, which of it is meant, and what each of its columns says. */
export function ColumnsPanel(props: ColumnsProps) {
  const { t } = useTranslation('import');
  const { table } = props;
  return (
    <Panel
      title={t('columns.title')}
      side={<span className="small soft">{t('columns.lines', { count: table.lines })}</span>}
    >
      <div className="panel-body">
        <Choices {...props} />
        <Told table={table} />
      </div>
      <ColumnsTable {...props} />
    </Panel>
  );
}

/** Every column with what it is called, a few of its values and what it says. */
function ColumnsTable({ state, table, disabled, work }: ColumnsProps) {
  const { t } = useTranslation('import');
  return (
    <div className="import-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('columns.column')}</th>
            <th scope="col">{t('columns.heading')}</th>
            <th scope="col">{t('columns.samples')}</th>
            <th scope="col">{t('columns.field')}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map(({ title, samples }, at) => (
            <tr key={columnName(at)}>
              <td>{columnName(at)}</td>
              <th scope="row" className="import-title">
                {title === '' ? t('columns.untitled') : title}
              </th>
              <td className="import-samples soft">{samples.join(' / ')}</td>
              <td className="import-field">
                <FieldChoice
                  at={at}
                  title={title}
                  value={state.columns[at] ?? ''}
                  disabled={disabled}
                  onChoose={work.setColumn}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldChoice(props: {
  readonly at: number;
  readonly title: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChoose: (at: number, field: string) => void;
}) {
  const { t } = useTranslation('import');
  const bilingual = useBilingual();
  return (
    <ChoiceSelect<string>
      label={t('columns.fieldOf', { column: columnName(props.at), title: props.title })}
      value={props.value === '' ? null : props.value}
      placeholder={t('columns.leftOut')}
      clearable
      disabled={props.disabled}
      choices={importFields.map(({ code, name, titles }) => ({
        value: code,
        label: bilingual(name),
        words: titles.join(' '),
      }))}
      onChoose={(code) => props.onChoose(props.at, code ?? '')}
    />
  );
}

const charsets = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;

/** Which character set a table in text form is of; null where it could not be told. */
export function CharsetChoice(props: {
  readonly charset: (typeof charsets)[number] | null;
  readonly disabled: boolean;
  readonly work: Work;
}) {
  const { t } = useTranslation('import');
  return (
    <ChoiceSelect<(typeof charsets)[number]>
      compact
      label={t('choice.charset')}
      placeholder={t('choice.charset')}
      disabled={props.disabled}
      value={props.charset}
      choices={charsets.map((charset) => ({
        value: charset,
        label: t('choice.charsetIs', { charset: charset.toUpperCase() }),
      }))}
      onChoose={(charset) => props.work.choose({ charset })}
    />
  );
}

function Choices({ state, table, bothSides, disabled, work }: ColumnsProps) {
  const { t } = useTranslation('import');
  const heads = Array.from({ length: 30 }, (_, at) => at + 1);
  return (
    <div className="import-choices">
      {table.kind === 'csv' && table.charset !== null ? (
        <CharsetChoice charset={table.charset} disabled={disabled} work={work} />
      ) : (
        <ChoiceSelect<string>
          compact
          label={t('choice.sheet')}
          disabled={disabled}
          value={table.sheet}
          choices={table.sheets.map((sheet) => ({ value: sheet, label: t('choice.sheetIs', { sheet }) }))}
          onChoose={(sheet) => work.choose({ sheet, head: null })}
        />
      )}
      <ChoiceSelect<number>
        compact
        label={t('choice.head')}
        disabled={disabled}
        value={table.head}
        choices={[...new Set([...heads, table.head])].map((line) => ({
          value: line,
          label: t('choice.headIs', { line }),
        }))}
        onChoose={(head) => work.choose({ head })}
      />
      {bothSides ? (
        <ChoiceSelect<'arb' | 'lsi'>
          compact
          label={t('choice.side')}
          disabled={disabled}
          value={state.side}
          choices={(['arb', 'lsi'] as const).map((side) => ({ value: side, label: t(`choice.sideIs.${side}`) }))}
          onChoose={(side) => work.setSide(side ?? 'arb')}
        />
      ) : null}
    </div>
  );
}

/** What a person should know of the table before trusting it. */
function Told({ table }: { readonly table: TableRead }) {
  const { t } = useTranslation('import');
  const { formulas, merged, replaced, remembered } = table;
  return (
    <>
      {remembered ? <Notice tone="blue">{t('told.remembered')}</Notice> : null}
      {formulas > 0 ? <Notice tone="amber">{t('told.formulas', { count: formulas })}</Notice> : null}
      {merged > 0 ? <Notice tone="amber">{t('told.merged', { count: merged })}</Notice> : null}
      {replaced > 0 ? <Notice tone="red">{t('told.replaced', { count: replaced })}</Notice> : null}
    </>
  );
}
